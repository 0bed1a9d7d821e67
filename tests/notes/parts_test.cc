// Files and lists that hold no works of their own: copies of notes, templates, what is cited.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

constexpr std::string_view kNote =
    "# Quiet Gates for Lost Sensors\n\n- Authors: Jane Doe, John Roe\n- Year: 2021\n";

std::string titles(std::string_view path, std::string_view text,
                   const SharedReading& reading = default_reading()) {
  const auto note = Note::parse(std::string(path), Text(std::string(text)), reading);
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& entry : note->entries()) out += entry->title + "\n";
  return out;
}

TEST(Parts, ABackupIsNoNote) {
  for (std::string_view name :
       {"gates (copy)", "gates - Copy", "gates - コピー", "gates のコピー", "gates - 副本",
        "gates.bak", "gates.orig", "gates.sync-conflict-20240101-120000-ABC",
        "gates (conflicted copy 2024-01-01)", "gates (Jane's conflicted copy 2024-01-01)"})
    EXPECT_EQ(titles("/vault/" + std::string(name) + ".md", kNote), "") << name;
  for (std::string_view name :
       {"gates", "a copy of gates", "conflicts", "backup", "copy", "backup/gates", "backups/gates"})
    EXPECT_EQ(titles("/vault/" + std::string(name) + ".md", kNote),
              "Quiet Gates for Lost Sensors\n")
        << name;
}

TEST(Parts, AFolderOfBackupsHoldsNone) {
  auto reading = std::make_shared<Reading>();
  reading->root = "/home/backup/vault";
  for (std::string_view name : {"backup/gates", "Backups/2024/gates", "a/bak/gates", "备份/gates"})
    EXPECT_EQ(titles("/home/backup/vault/" + std::string(name) + ".md", kNote, reading), "")
        << name;
  for (std::string_view name : {"gates", "backup", "backup strategies/gates"})
    EXPECT_EQ(titles("/home/backup/vault/" + std::string(name) + ".md", kNote, reading),
              "Quiet Gates for Lost Sensors\n")
        << name;
}

TEST(Parts, ATemplateIsNoNote) {
  EXPECT_EQ(titles("/vault/_templates/paper.md", kNote), "");
  for (std::string_view heading : {"<% tp.file.title %>", "{{title}}"})
    EXPECT_EQ(titles("/vault/new.md",
                     "# " + std::string(heading) + "\n\n[pdf](https://arxiv.org/abs/2205.04270)\n"),
              "");
}

TEST(Parts, WhatIsCitedIsNoEntry) {
  for (std::string_view heading : {"Literatur", "Références", "引用文献", "[References](#refs)"})
    EXPECT_EQ(titles("/vault/gates.md", std::string(kNote) + "\n## " + std::string(heading) +
                                            "\n\n- [Loud Fields in Rooms]"
                                            "(https://arxiv.org/abs/2205.04271)\n"
                                            "- [Slow Kernels of Echoes]"
                                            "(https://arxiv.org/abs/2205.04272)\n"
                                            "- [Learning to Hear in Rooms]"
                                            "(https://arxiv.org/abs/2205.04273)\n"),
              "Quiet Gates for Lost Sensors\n")
        << heading;
}

TEST(Parts, ACountIsNoPartOfALinkedHeading) {
  EXPECT_EQ(titles("/vault/gates.md",
                   "# 论文笔记\n\n## 1、[静门网络](https://arxiv.org/abs/2205.04270)\n\n笔记\n\n"
                   "## 二、[响场方法](https://arxiv.org/abs/2205.04271)\n\n笔记\n\n"
                   "## （3）[慢核回声](https://arxiv.org/abs/2205.04272)\n"),
            "静门网络\n响场方法\n慢核回声\n");
}

TEST(Parts, TheFolderOfTheVaultSaysNothing) {
  Reading reading;
  reading.root = "/home/sections";
  const auto of = [&](const std::string& path) {
    return Note::parse(path, Text(std::string(kNote)), std::make_shared<const Reading>(reading))
        ->entries()
        .size();
  };
  EXPECT_EQ(of("/home/sections/gates.md"), 1u);
  EXPECT_EQ(of("/home/sections/gates/sections/gates.md"), 0u);
  EXPECT_EQ(titles("/home/sections/gates.md", kNote), "");
}

}  // namespace

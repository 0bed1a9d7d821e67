#include "notes/disk.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>

namespace {

using namespace notes;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

// A folder of its own for each test, gone afterwards.
class OnDisk : public testing::Test {
 protected:
  OnDisk() {
    std::string pattern = (fs::temp_directory_path() / "papernotes-disk-XXXXXX").string();
    folder_ = fs::canonical(mkdtemp(pattern.data()));
  }
  ~OnDisk() override {
    std::error_code error;
    fs::permissions(folder_ / "vault/locked", fs::perms::owner_all, error);
    fs::remove_all(folder_, error);
  }

  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, std::string_view bytes = "x") const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(at(name), std::ios::binary) << bytes;
  }
  void link(const std::string& name, const fs::path& target) const {
    fs::create_directories((folder_ / name).parent_path());
    fs::create_symlink(target, folder_ / name);
  }
  // What is listed below `root`, relative to the test's folder.
  Names listed(const std::string& root = "vault") const {
    Names names;
    for (const std::string& path : disk_.list(at(root)))
      names.push_back(path.substr(folder_.string().size() + 1));
    return names;
  }

  fs::path folder_;
  RealDisk disk_;
};

TEST_F(OnDisk, EveryNoteIsListedOnceAndSorted) {
  for (std::string name : {"b.md", "a.md", "sub/deep/c.MARKDOWN", "d.MD", "e.txt", "md", ".md"})
    write("vault/" + name);
  EXPECT_EQ(listed(),
            (Names{"vault/a.md", "vault/b.md", "vault/d.MD", "vault/sub/deep/c.MARKDOWN"}));
  EXPECT_EQ(listed("vault/"), listed());
  EXPECT_EQ(listed("vault/sub/.."), listed());
  EXPECT_EQ(listed("vault/a.md"), (Names{"vault/a.md"}));
  EXPECT_EQ(listed("vault/e.txt"), Names{});
  EXPECT_EQ(listed("nowhere"), Names{});
}

TEST_F(OnDisk, NamesAreKeptAsTheyAre) {
  Names names{"vault/#tag [x].md", "vault/%3A.md", "vault/Is it?.md",   "vault/a: b.md",
              "vault/か\u3099.md", "vault/が.md",  "vault/new\nline.md"};
  for (const std::string& name : names) write(name);
  std::sort(names.begin(), names.end());
  EXPECT_EQ(listed(), names);
  for (const std::string& name : names) EXPECT_EQ(disk_.read(at(name)), "x") << name;
}

TEST_F(OnDisk, NamesThatAreNotUtf8ArePassedOver) {
  write("vault/a.md");
  write("vault/\xFF.md");
  write("vault/\xE3\x81/b.md");
  EXPECT_EQ(listed(), Names{"vault/a.md"});
}

TEST_F(OnDisk, WhatIsNotTheUsersIsLeftOut) {
  for (std::string name :
       {".git", ".obsidian", ".trash", ".hidden", "node_modules", "_site", "logseq/bak",
        "logseq/version-files", "sub/.trash", "sub/node_modules", "sub/logseq/bak"})
    write("vault/" + name + "/x.md");
  write("vault/._apple.md");
  write("vault/bak/kept.md");
  write("vault/logseq/kept.md");
  EXPECT_EQ(listed(), (Names{"vault/bak/kept.md", "vault/logseq/kept.md"}));
  EXPECT_EQ(listed("vault/.hidden"), (Names{"vault/.hidden/x.md"}));
}

TEST_F(OnDisk, WhatGitIgnoresIsLeftOut) {
  write("vault/.gitignore", "out/\n*.tmp.md\n!kept.tmp.md\n/linked\n");
  for (std::string name : {"a.md", "b.tmp.md", "kept.tmp.md", "out/c.md", "sub/out/d.md",
                           "sub/e.md", "Templates/f.md"})
    write("vault/" + name);
  write("vault/sub/.gitignore", "e.md\n!out/\n");
  write("beside/g.md");
  link("vault/linked", folder_ / "beside");
  EXPECT_EQ(listed(), (Names{"vault/a.md", "vault/kept.tmp.md", "vault/sub/out/d.md"}));
  EXPECT_EQ(listed("vault/out"), Names{"vault/out/c.md"});
  EXPECT_EQ(listed("vault/b.tmp.md"), Names{"vault/b.tmp.md"});
}

TEST_F(OnDisk, LinksAreFollowedAndLoopsAreNot) {
  write("vault/notes/a.md");
  write("beside/b.md");
  write("outside/c.md");
  write("outside/more/d.md");
  link("vault/notes/self", ".");
  link("vault/notes/vault", folder_ / "vault");
  link("vault/notes/above", folder_);
  link("vault/notes/top", "/");
  link("vault/notes/one", "two");
  link("vault/notes/two", "one");
  link("vault/dangling.md", "nothing.md");
  link("vault/out", folder_ / "outside");
  link("outside/back", folder_ / "vault");
  EXPECT_EQ(listed(), (Names{"vault/notes/a.md", "vault/out/c.md", "vault/out/more/d.md"}));
}

TEST_F(OnDisk, AFileGoesByThePathWithoutLinks) {
  write("vault/z/real.md");
  write("outside/c.md");
  link("vault/a", "z");
  link("vault/b.md", "z/real.md");
  link("vault/first.md", folder_ / "outside/c.md");
  link("vault/second.md", folder_ / "outside/c.md");
  EXPECT_EQ(listed(), (Names{"vault/first.md", "vault/z/real.md"}));
  EXPECT_EQ(disk_.read(at("vault/b.md")), "x");
}

TEST_F(OnDisk, TheRootMayBeALink) {
  write("real/a.md");
  link("vault", folder_ / "real");
  EXPECT_EQ(listed(), Names{"vault/a.md"});
}

TEST_F(OnDisk, WhatIsNoRegularFileIsNeverOpened) {
  write("vault/a.md");
  fs::create_directory(folder_ / "vault/folder.md");
  ASSERT_EQ(mkfifo(at("vault/fifo.md").c_str(), 0600), 0);
  link("vault/device.md", "/dev/zero");
  const int socket_file = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  ASSERT_LT(at("vault/socket.md").size(), sizeof address.sun_path);
  at("vault/socket.md").copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(bind(socket_file, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  close(socket_file);
  EXPECT_EQ(listed(), Names{"vault/a.md"});
  for (std::string name :
       {"vault/fifo.md", "vault/socket.md", "vault/device.md", "vault/folder.md", "vault"})
    EXPECT_EQ(disk_.read(at(name)), std::nullopt) << name;
}

TEST_F(OnDisk, WhatMayNotBeReadIsNotThere) {
  write("vault/a.md");
  write("vault/locked/b.md");
  write("vault/secret.md");
  fs::permissions(folder_ / "vault/locked", fs::perms::none);
  fs::permissions(folder_ / "vault/secret.md", fs::perms::none);
  if (geteuid() == 0) {  // who may read everything
    EXPECT_EQ(listed(), (Names{"vault/a.md", "vault/locked/b.md", "vault/secret.md"}));
    EXPECT_TRUE(disk_.read(at("vault/secret.md")));
  } else {
    EXPECT_EQ(listed(), (Names{"vault/a.md", "vault/secret.md"}));
    EXPECT_EQ(disk_.read(at("vault/secret.md")), std::nullopt);
  }
}

TEST_F(OnDisk, BytesComeWithoutAByteOrderMark) {
  write("vault/a.md", "\uFEFFa\r\n\xFF");
  write("vault/empty.md", "");
  EXPECT_EQ(disk_.read(at("vault/a.md")), "a\r\n\xFF");
  EXPECT_EQ(disk_.read(at("vault/empty.md")), "");
  EXPECT_EQ(disk_.read(at("vault/none.md")), std::nullopt);
}

TEST_F(OnDisk, WhatIsTooLargeIsNotRead) {
  write("vault/a.md");
  fs::resize_file(folder_ / "vault/a.md", Disk::kLargestNote + 1);
  EXPECT_EQ(disk_.read(at("vault/a.md")), std::nullopt);
}

TEST_F(OnDisk, ExistsMeansFilesAndFolders) {
  write("vault/a.md");
  EXPECT_TRUE(disk_.exists(at("vault/a.md")));
  EXPECT_TRUE(disk_.exists(at("vault")));
  EXPECT_FALSE(disk_.exists(at("vault/b.md")));
  EXPECT_FALSE(disk_.exists(at("vault/a.md") + '\0' + "z"));
  EXPECT_EQ(disk_.read(at("vault/a.md") + '\0' + "z"), std::nullopt);
  EXPECT_FALSE(disk_.exists(""));
  EXPECT_EQ(disk_.list(""), Names{});
  EXPECT_EQ(disk_.list(std::string(100000, 'a')), Names{});
}

void check_parts(const Disk& disk, const std::string& path, const std::function<void()>& change) {
  Stamp stamp;
  ASSERT_TRUE(disk.read(path, &stamp));
  EXPECT_EQ(stamp.size, 10u);
  EXPECT_EQ(disk.read_part(path, {3, 6}, stamp), "345");
  EXPECT_EQ(disk.read_part(path, {0, 10}, stamp), "0123456789");
  EXPECT_EQ(disk.read_part(path, {5, 5}, stamp), "");
  EXPECT_EQ(disk.read_part(path, {8, 11}, stamp), std::nullopt);
  change();
  EXPECT_EQ(disk.read_part(path, {3, 6}, stamp), std::nullopt);
}

TEST_F(OnDisk, PartsAreReadOfAFileThatIsWhatItWas) {
  write("a.md", "0123456789");
  check_parts(disk_, at("a.md"), [&] {
    write("a.md", "0123x56789");
    fs::last_write_time(at("a.md"), fs::last_write_time(at("a.md")) + std::chrono::seconds(1));
  });
  Stamp stamp;
  EXPECT_EQ(disk_.read_part(at("none.md"), {0, 1}, stamp), std::nullopt);
}

TEST(MemoryDisk, ReadsPartsAsTheRealOneDoes) {
  MemoryDisk disk;
  disk.files["/v/a.md"] = "0123456789";
  check_parts(disk, "/v/a.md", [&] { disk.files["/v/a.md"] = "0123x56789"; });
}

TEST(MemoryDisk, AnswersAsTheRealOneDoes) {
  MemoryDisk disk;
  for (std::string name :
       {"/v/a.md", "/v/sub/b.MD", "/v/c.txt", "/v/.git/x.md", "/v/logseq/bak/x.md", "/v/bak/y.md",
        "/v/sub/node_modules/p/x.md", "/v/.x.md", "/vault/z.md"})
    disk.files[name] = "\uFEFFx";
  EXPECT_EQ(disk.list("/v"), (Names{"/v/a.md", "/v/bak/y.md", "/v/sub/b.MD"}));
  EXPECT_EQ(disk.list("/v/"), disk.list("/v"));
  EXPECT_EQ(disk.list("/v/a.md"), Names{"/v/a.md"});
  EXPECT_EQ(disk.list("/v/.git"), Names{"/v/.git/x.md"});
  EXPECT_EQ(disk.list("/none"), Names{});
  EXPECT_EQ(disk.list("/").size(), 4u);
  EXPECT_EQ(disk.read("/v/a.md"), "x");
  EXPECT_EQ(disk.read("/v"), std::nullopt);
  EXPECT_TRUE(disk.exists("/v/a.md") && disk.exists("/v") && disk.exists("/v/sub"));
  EXPECT_FALSE(disk.exists("/v/a") || disk.exists("/va"));
}

TEST(NotePath, EndsInMdOrMarkdown) {
  for (std::string_view path : {"a.md", "/x/a.MD", "a.Markdown", "/a b/c.md", "日本.md", ".a.md"})
    EXPECT_TRUE(is_note_path(path, Reading())) << path;
  for (std::string_view path : {"", "md", ".md", "/x/.md", "a.md/", "a.mdx", "a.txt", "a.ｍｄ"})
    EXPECT_FALSE(is_note_path(path, Reading())) << path;
}

}  // namespace

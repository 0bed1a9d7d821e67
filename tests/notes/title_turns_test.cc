// Pairs of titles that share nearly all, and what they are to each other nevertheless.
#include "notes/title_turns.h"

#include <gtest/gtest.h>

#include "notes/duplicates.h"
#include "notes/opposites.h"
#include "notes/work_verdict.h"
#include "support/fixture.h"

namespace {

using support::Fixture;

const std::string kBy = "\n- authors: Jan Novak, Eva Mala, Petr Dlouhy\n- year: 2021";

// The verdict on two titles, each with labels if need be; `?` where one was not read.
std::string verdict(const std::string& one, const std::string& other) {
  const Fixture fixture("%! a.md\n# " + one + "\n%! b.md\n# " + other + "\n");
  if (fixture.note("a.md").entries().empty() || fixture.note("b.md").entries().empty()) return "?";
  const auto first = notes::profile_of(*fixture.vault().entry({0, 0}));
  const auto second = notes::profile_of(*fixture.vault().entry({1, 0}));
  const auto found = notes::verdict_on(first, second);
  EXPECT_EQ(found.relation, notes::verdict_on(second, first).relation) << one << " | " << other;
  return found.relation ? std::string(name_of(*found.relation)) : std::string();
}
void same(const std::string& one, const std::string& other) {
  EXPECT_EQ(verdict(one + kBy, other + kBy), "same-work") << one << " | " << other;
}
void not_same(const std::string& one, const std::string& other) {
  const std::string found = verdict(one + kBy, other + kBy);
  EXPECT_TRUE(found != "same-work" && found != "?") << one << " | " << other;
}

size_t groups(const std::string& text) { return all_duplicates(Fixture(text).vault()).size(); }

TEST(TitleTurns, KanaDeny) {
  not_same("言語モデルは冗談を説明できる", "言語モデルは冗談を説明できない");
  not_same("確信度は正しさの尺度である", "確信度は正しさの尺度ではない");
  not_same("語順情報ありの文書検索手法", "語順情報なしの文書検索手法");
  not_same("辞書を使う形態素解析の研究", "辞書を使わない形態素解析の研究");
  not_same("句読点を用いて会議録を分割する", "句読点を用いずに会議録を分割する");
  same("データの少ない言語のための構文解析", "データの少ない言語の為の構文解析");
  EXPECT_EQ(notes::kana_negations("はなしことばの少ない資料ないし記録"), 0);
  EXPECT_EQ(notes::kana_negations("教師なし学習ではない手法"), 2);
}

TEST(TitleTurns, OtherLanguagesDeny) {
  not_same("Apprentissage avec dictionnaires pour le chant",
           "Apprentissage sans dictionnaires pour le chant");
  not_same("Apprendimento con dizionari per il canto",
           "Apprendimento senza dizionari per il canto");
  not_same("Распознавание пения с учителем", "Распознавание пения без учителя");
  not_same("Lernen mit Noten für Gesang", "Lernen ohne Noten für Gesang");
  not_same("Aprendizaje con partituras para el canto", "Aprendizaje sin partituras para el canto");
  not_same("선형 필터 설계 방법", "비선형 필터 설계 방법");
  not_same("有乐谱的歌声合成方法", "没有乐谱的歌声合成方法");
}

TEST(TitleTurns, OtherWaysToDeny) {
  not_same("Singing with Scores for Small Choirs", "Singing w/o Scores for Small Choirs");
  same("Singing without Scores for Small Choirs", "Singing w/o Scores for Small Choirs");
  not_same("Pitch Transformers for Small Choirs", "Pitch-Free Transformers for Small Choirs");
  not_same("Do Small Choirs Keep Their Pitch?", "Do Small Choirs Fail to Keep Their Pitch?");
  not_same("Automatic Tuning of Small Choirs", "Towards Automatic Tuning of Small Choirs");
}

TEST(TitleTurns, OtherSides) {
  not_same("Lower Bounds for Sorting Choirs", "Upper Bounds for Sorting Choirs");
  not_same("Inductive Choirs for Sorting Voices", "Deductive Choirs for Sorting Voices");
  not_same("Singers of Category A in Choirs", "Singers of Category B in Choirs");
  not_same("Sorting Choirs by α-Divergence", "Sorting Choirs by β-Divergence");
  same("A Sorting of Choirs by Voices", "Sorting of Choirs by Voices");
  EXPECT_TRUE(notes::are_opposites("upper", "lower"));
  EXPECT_FALSE(notes::are_opposites("upper", "upper"));
}

TEST(TitleTurns, WhatSurveysAWorkIsAnother) {
  const std::string title = "Automatic Tuning of Choirs";
  for (const char* end : {": A Survey", ": A Comprehensive Survey",
                          ": A Systematic Literature Review", ", Revisited"})
    not_same(title, title + end);
  not_same(title, "Revisiting " + title);
  same(title, title + ": Lessons from Nine Villages");
  not_same("合唱の自動調律", "合唱の自動調律に関するサーベイ");
  not_same("合唱の自動調律", "合唱の自動調律：再考");
  not_same("合唱团自动调音", "合唱团自动调音综述");
  not_same("合唱团自动调音", "重新审视合唱团自动调音");
}

TEST(TitleTurns, EditionsAreOtherVersions) {
  const auto version = [](const std::string& one, const std::string& other) {
    EXPECT_EQ(verdict(one + kBy, other + kBy), "other-version") << one << " | " << other;
  };
  version("Tuning Village Choirs", "Tuning Village Choirs, 2nd Edition");
  version("Tuning Village Choirs", "Tuning Village Choirs (Second Edition)");
  version("Tuning Village Choirs, 2nd Edition", "Tuning Village Choirs, 3rd Edition");
  version("Tuning Village Choirs", "Tuning Village Choirs: Extended Version");
  version("合唱指揮入門", "合唱指揮入門 第2版");
  version("合唱指揮入門", "合唱指揮入門 改訂版");
  version("合唱指挥概论", "合唱指挥概论（第二版）");
  same("Tuning Village Choirs, 2nd Edition", "Tuning Village Choirs (Second Edition)");
  same("Tuning Village Choirs", "Tuning Village Choirs, First Edition");
  version("TuneNet: Small Nets for Choirs", "TuneNetV2: Inverted Bars and Quiet Corners");
}

TEST(TitleTurns, YearlyReportsAreTwoWorks) {
  const auto in = [](int year) {
    return "Report on the Annual Workshop on Choirs\n- authors: Jan Novak\n- year: " +
           std::to_string(year);
  };
  EXPECT_EQ(verdict(in(2018), in(2020)), "");
  EXPECT_EQ(verdict(in(2018), in(2018)), "same-work");
}

TEST(TitleTurns, OneIdentifierOfTwoTitles) {
  const std::string id = "\n- arXiv: 2103.08983" + kBy;
  EXPECT_EQ(verdict("音声合成による合唱練習の支援\n- arXiv: 2103.08983",
                    "画像生成モデルの評価指標\n- arXiv: 2103.08983"),
            "identifier-conflict");
  EXPECT_EQ(verdict("Tuning Village Choirs" + id, "Tuning Village Choirs II" + id),
            "identifier-conflict");
  EXPECT_EQ(verdict("Tuning Village Choirs" + id,
                    "Supplementary Material for Tuning Village Choirs" + id),
            "");
  EXPECT_EQ(verdict("合唱の自動調律" + id, "合唱の自動調律 付録" + id), "");
}

std::string noted(const std::string& file, const std::string& title, const std::string& label) {
  return "%! " + file + ".md\n# " + title + "\n- " + label + "\n";
}

TEST(TitleTurns, AWrongIdentifierIsToldHoweverOftenTheRightOneIsNoted) {
  std::string text = noted("z", "Counting Birds above Old Harbours", "arXiv: 2103.08983");
  for (const char* file : {"a", "b", "c", "d"})
    text += noted(file, "Tuning Village Choirs by Ear", "arXiv: 2103.08983");
  const Fixture fixture(text);
  size_t conflicts = 0;
  for (const auto& group : all_duplicates(fixture.vault()))
    conflicts += group.relation == notes::Relation::kIdentifierConflict;
  EXPECT_GE(conflicts, 1U);
}

TEST(TitleTurns, ReasonsNameVersions) {
  const auto reason = [](const std::string& one, const std::string& other) {
    const std::string begin = "# Tuning Village Choirs by Ear\n- arXiv: ";
    const Fixture fixture("%! a.md\n" + begin + one + "\n%! b.md\n" + begin + other + "\n");
    const auto found = all_duplicates(fixture.vault());
    return found.empty() ? std::string() : found.front().reason;
  };
  EXPECT_EQ(reason("2310.05914v3", "https://arxiv.org/abs/2310.05914v1"),
            "same arXiv id 2310.05914, same title, arXiv v1 and v3");
  EXPECT_EQ(reason("2310.05914v3", "2310.05914"), "same arXiv id 2310.05914, same title");
}

TEST(TitleTurns, ADoiOfAVolumeIsNoConflict) {
  const std::string book = "DOI: 10.1007/978-3-030-01234-2", volume = "DOI: 10.1145/3292500";
  const std::string one = noted("a", "Tuning Village Choirs by Ear", book);
  EXPECT_EQ(groups(one + noted("b", "Counting Birds above Old Harbours", book)), 0U);
  const std::string two = noted("a", "Tuning Village Choirs by Ear", volume) +
                          noted("b", "Counting Birds above Old Harbours", volume);
  EXPECT_EQ(groups(two), 1U);
  EXPECT_EQ(groups(two + noted("c", "Painting Wooden Fences Quickly", volume)), 0U);
}

}  // namespace

// The vocabulary of label.h.
#include <array>
#include <bit>
#include <iterator>

#include "notes/first_letters.h"
#include "notes/label.h"

namespace notes {
namespace {

struct Word {
  std::string_view name;
  Field field;
};
// Folded. Counted in notes in English, Chinese, Japanese and Korean.
constexpr Word kWords[] = {
    {"title", Field::kTitle},
    {"paper title", Field::kTitle},
    {"full title", Field::kTitle},
    {"original title", Field::kTitle},
    {"paper name", Field::kTitle},
    {"标题", Field::kTitle},
    {"標題", Field::kTitle},
    {"题目", Field::kTitle},
    {"題目", Field::kTitle},
    {"论文题目", Field::kTitle},
    {"论文标题", Field::kTitle},
    {"论文名称", Field::kTitle},
    {"论文名", Field::kTitle},
    {"論文名", Field::kTitle},
    {"論文タイトル", Field::kTitle},
    {"タイトル", Field::kTitle},
    {"제목", Field::kTitle},
    {"논문 제목", Field::kTitle},
    {"paper", Field::kPaper},
    {"article", Field::kPaper},
    {"论文", Field::kPaper},
    {"論文", Field::kPaper},
    {"논문", Field::kPaper},
    {"author", Field::kAuthors},
    {"authors", Field::kAuthors},
    {"author(s)", Field::kAuthors},
    {"first author", Field::kAuthors},
    {"作者", Field::kAuthors},
    {"论文作者", Field::kAuthors},
    {"著者", Field::kAuthors},
    {"著者名", Field::kAuthors},
    {"저자", Field::kAuthors},
    {"venue", Field::kVenue},
    {"conference", Field::kVenue},
    {"journal", Field::kVenue},
    {"conference/journal", Field::kVenue},
    {"journal/conference", Field::kVenue},
    {"publication", Field::kVenue},
    {"publication title", Field::kVenue},
    {"published in", Field::kVenue},
    {"published at", Field::kVenue},
    {"booktitle", Field::kVenue},
    {"book title", Field::kVenue},
    {"published year", Field::kYear},
    {"years", Field::kYear},
    {"期刊会议", Field::kVenue},
    {"期刊会议年份", Field::kVenue},
    {"会议年份", Field::kVenue},
    {"added", Field::kNoted},
    {"date added", Field::kNoted},
    {"dateadded", Field::kNoted},
    {"proceedings title", Field::kVenue},
    {"会议", Field::kVenue},
    {"会议/期刊", Field::kVenue},
    {"期刊", Field::kVenue},
    {"期刊/会议", Field::kVenue},
    {"发表", Field::kVenue},
    {"發表", Field::kVenue},
    {"出处", Field::kVenue},
    {"会議", Field::kVenue},
    {"学会", Field::kVenue},
    {"学会/雑誌", Field::kVenue},
    {"掲載", Field::kVenue},
    {"학회", Field::kVenue},
    {"저널", Field::kVenue},
    {"year", Field::kYear},
    {"published", Field::kYear},
    {"publication date", Field::kYear},
    {"publication year", Field::kYear},
    {"date published", Field::kYear},
    {"pubdate", Field::kYear},
    {"issued", Field::kYear},
    {"published date", Field::kYear},
    {"publish date", Field::kYear},
    {"date of publication", Field::kYear},
    {"出版年", Field::kYear},
    {"出版日期", Field::kYear},
    {"发表日期", Field::kYear},
    {"公開日", Field::kYear},
    {"発行日", Field::kYear},
    {"発表日", Field::kYear},
    {"출판일", Field::kYear},
    {"발표일", Field::kYear},
    {"발표", Field::kYear},
    {"게재일", Field::kYear},
    {"年", Field::kYear},
    {"年份", Field::kYear},
    {"发表年份", Field::kYear},
    {"发表时间", Field::kYear},
    {"発表年", Field::kYear},
    {"発行年", Field::kYear},
    {"출판년도", Field::kYear},
    {"연도", Field::kYear},
    {"date", Field::kNoted},
    {"noted", Field::kNoted},
    {"created", Field::kNoted},
    {"date noted", Field::kNoted},
    {"read", Field::kNoted},
    {"date read", Field::kNoted},
    {"read date", Field::kNoted},
    {"issue date", Field::kNoted},
    {"日期", Field::kNoted},
    {"阅读日期", Field::kNoted},
    {"阅读时间", Field::kNoted},
    {"日付", Field::kNoted},
    {"読んだ日", Field::kNoted},
    {"날짜", Field::kNoted},
    {"link", Field::kLink},
    {"links", Field::kLink},
    {"url", Field::kLink},
    {"pdf", Field::kLink},
    {"doi", Field::kLink},
    {"arxiv", Field::kLink},
    {"arxiv id", Field::kLink},
    {"openreview", Field::kLink},
    {"acl", Field::kLink},
    {"eprint", Field::kLink},
    {"isbn", Field::kLink},
    {"pmid", Field::kLink},
    {"paper link", Field::kLink},
    {"paper url", Field::kLink},
    {"link to paper", Field::kLink},
    {"link to the paper", Field::kLink},
    {"paper pdf", Field::kLink},
    {"original paper", Field::kLink},
    {"source", Field::kLink},
    {"链接", Field::kLink},
    {"連結", Field::kLink},
    {"论文链接", Field::kLink},
    {"论文地址", Field::kLink},
    {"原文", Field::kLink},
    {"原文链接", Field::kLink},
    {"リンク", Field::kLink},
    {"論文リンク", Field::kLink},
    {"論文url", Field::kLink},
    {"링크", Field::kLink},
    {"논문 링크", Field::kLink},
    {"tag", Field::kTags},
    {"tags", Field::kTags},
    {"keyword", Field::kTags},
    {"keywords", Field::kTags},
    {"topic", Field::kTags},
    {"topics", Field::kTags},
    {"关键词", Field::kTags},
    {"關鍵詞", Field::kTags},
    {"标签", Field::kTags},
    {"標籤", Field::kTags},
    {"领域", Field::kTags},
    {"分类", Field::kTags},
    {"タグ", Field::kTags},
    {"キーワード", Field::kTags},
    {"분류", Field::kTags},
    {"태그", Field::kTags},
    {"키워드", Field::kTags},
    {"summary", Field::kSummary},
    {"abstract", Field::kSummary},
    {"tl;dr", Field::kSummary},
    {"tl; dr", Field::kSummary},
    {"tl:dr", Field::kSummary},
    {"tl/dr", Field::kSummary},
    {"tldr", Field::kSummary},
    {"tldr;", Field::kSummary},
    {"gpt summary", Field::kSummary},
    {"one-sentence summary", Field::kSummary},
    {"one sentence summary", Field::kSummary},
    {"one-line summary", Field::kSummary},
    {"description", Field::kSummary},
    {"一句话总结", Field::kSummary},
    {"一句话概括", Field::kSummary},
    {"一句話總結", Field::kSummary},
    {"核心思想", Field::kSummary},
    {"摘要", Field::kSummary},
    {"总结", Field::kSummary},
    {"總結", Field::kSummary},
    {"どんなもの?", Field::kSummary},
    {"どんなもの", Field::kSummary},
    {"一言で言うと", Field::kSummary},
    {"一言でいうと", Field::kSummary},
    {"概要", Field::kSummary},
    {"要約", Field::kSummary},
    {"まとめ", Field::kSummary},
    {"要旨", Field::kSummary},
    {"요약", Field::kSummary},
    {"초록", Field::kSummary},
    {"comment", Field::kComment},
    {"comments", Field::kComment},
    {"notes", Field::kComment},
    {"memo", Field::kComment},
    {"コメント", Field::kComment},
    {"メモ", Field::kComment},
    {"所感", Field::kComment},
    {"感想", Field::kComment},
    {"评论", Field::kComment},
    {"备注", Field::kComment},
    {"code", Field::kCode},
    {"github", Field::kCode},
    {"project", Field::kCode},
    {"project page", Field::kCode},
    {"slides", Field::kCode},
    {"video", Field::kCode},
    {"demo", Field::kCode},
    {"data", Field::kCode},
    {"dataset", Field::kCode},
    {"blog", Field::kCode},
    {"website", Field::kCode},
    {"institution", Field::kCode},
    {"organization", Field::kCode},
    {"affiliation", Field::kCode},
    {"bibtex", Field::kCode},
    {"代码", Field::kCode},
    {"コード", Field::kCode},
    {"코드", Field::kCode},
};

}  // namespace

Field field_named(std::string_view folded) {
  // Asked about every line with a colon near its start, so by a table of which half is empty.
  constexpr size_t kSlots = std::bit_ceil(2 * std::size(kWords));
  constexpr auto hash_of = [](std::string_view name) {
    uint32_t hash = 2166136261u;
    for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return (hash ^ hash >> 15) % kSlots;
  };
  static constexpr auto kTable = [hash_of] {
    std::array<Word, kSlots> slots{};
    for (const Word& word : kWords) {
      size_t at = hash_of(word.name);
      while (!slots[at].name.empty()) at = (at + 1) % kSlots;
      slots[at] = word;
    }
    return slots;
  }();
  for (size_t at = hash_of(folded); !kTable[at].name.empty(); at = (at + 1) % kSlots)
    if (kTable[at].name == folded) return kTable[at].field;
  return Field::kNone;
}

bool may_name_field(std::string_view written) {
  static constexpr FirstLetters kFirst = [] {
    FirstLetters out;
    for (const Word& word : kWords) out.add(word.name);
    return out;
  }();
  return kFirst.may_start(written);
}

}  // namespace notes

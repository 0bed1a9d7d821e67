#include "notes/label.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestName = 60;

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

constexpr std::string_view kReferenceZones[] = {"references",
                                                "reference",
                                                "bibliography",
                                                "works cited",
                                                "citations",
                                                "related papers",
                                                "related work papers",
                                                "see also",
                                                "further reading",
                                                "related reading",
                                                "related notes",
                                                "参考文献",
                                                "参考资料",
                                                "参考論文",
                                                "関連論文",
                                                "関連文献",
                                                "関連研究論文",
                                                "相关论文",
                                                "相关文献",
                                                "相關論文",
                                                "次に読むべき論文は",
                                                "次に読むべき論文",
                                                "次に読む論文",
                                                "次に読みたい論文",
                                                "延伸阅读",
                                                "참고문헌",
                                                "참고 문헌",
                                                "관련 논문"};

bool is_mark(char c) { return c == '*' || c == '_' || c == '`'; }

}  // namespace

Field field_named(std::string_view folded) {
  // Asked about every line with a colon near its start, so not one by one.
  static constexpr auto kSorted = [] {
    auto words = std::to_array(kWords);
    std::sort(words.begin(), words.end(),
              [](const Word& a, const Word& b) { return a.name < b.name; });
    return words;
  }();
  const auto it =
      std::lower_bound(kSorted.begin(), kSorted.end(), folded,
                       [](const Word& word, std::string_view name) { return word.name < name; });
  return it != kSorted.end() && it->name == folded ? it->field : Field::kNone;
}

Label read_label(std::string_view text, Range content) {
  const std::string_view line = view(text, content);
  const bool cell = line.starts_with('|');  // of a table of keys and values
  size_t colon = std::string_view::npos, width = 0;
  if (cell) {
    colon = line.substr(0, kLongestName).find('|', 1);
    width = 1;
  } else {
    constexpr std::string_view kWide = "：";
    colon = line.substr(0, kLongestName).find(':');
    width = 1;
    if (const size_t wide =
            line.substr(0, std::min(colon, kLongestName + kWide.size() - 1)).find(kWide);
        wide < colon) {
      colon = wide;
      width = kWide.size();
    }
  }
  for (std::string_view mark : {"TLDR;", "TL;DR;", "tldr;"})  // often written without a colon
    if (line.starts_with(mark)) {
      colon = mark.size() - 1;
      width = 1;
    }
  if (colon == std::string_view::npos || line.substr(colon).starts_with("://")) return {};
  Label out;
  if (!cell && line.substr(colon).starts_with("::")) {
    out.is_property = true;
    width = 2;
  }
  const std::string_view written = line.substr(cell ? 1 : 0, colon - (cell ? 1 : 0));
  if (std::any_of(written.begin(), written.end(), is_mark)) {
    std::string name(written);
    std::erase_if(name, is_mark);
    out.name = heading_name(name);
  } else {
    out.name = heading_name(written);
  }
  for (char& c : out.name)
    if (out.is_property && (c == '-' || c == '_')) c = ' ';
  out.field = field_named(out.name);
  size_t value = colon + width;
  while (value < line.size() && (is_blank_char(line[value]) || is_mark(line[value]))) ++value;
  size_t end = line.size();
  if (cell) end = std::min(line.find('|', value), end);
  while (end > value && (is_blank_char(line[end - 1]) || line[end - 1] == '\\')) --end;
  out.value = {content.begin + static_cast<uint32_t>(value),
               content.begin + static_cast<uint32_t>(end)};
  return out;
}

std::string heading_name(std::string_view heading) {
  std::string name = fold(heading);
  size_t at = 0;
  while (at < name.size()) {
    const Character c = character_at(name, at);
    if (is_letter(c.code)) break;
    at += std::max<uint32_t>(c.size, 1);
  }
  std::string_view rest = trim(std::string_view(name).substr(at));
  while (!rest.empty() && (rest.ends_with(':') || is_mark(rest.back())))
    rest = trim(rest.substr(0, rest.size() - 1));
  if (rest.size() == name.size()) return name;
  return std::string(rest);
}

bool names_reference_zone(std::string_view name) {
  while (name.ends_with('?')) name.remove_suffix(1);
  return std::find(std::begin(kReferenceZones), std::end(kReferenceZones), name) !=
         std::end(kReferenceZones);
}

}  // namespace notes

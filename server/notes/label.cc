#include "notes/label.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestName = 60;
constexpr size_t kLongestWord = 44;  // with its marks, number and emoji

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
                                                "further readings",
                                                "related links",
                                                "meta-references",
                                                "参考文献",
                                                "参考资料",
                                                "参考链接",
                                                "参考リンク",
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

// So does one of these, but not of what headings below it say.
constexpr std::string_view kLooseZones[] = {"links",          "link",       "useful links",
                                            "external links", "resources",  "sources",
                                            "posts",          "good posts", "related publish"};

bool is_mark(char c) { return c == '*' || c == '_' || c == '`'; }

// `| Paper Title | Link |`: what stands over columns, no key and its value.
bool is_heading_of_column(std::string_view cell) {
  const std::string name = heading_name(cell);
  return field_named(name) != Field::kNone && name != "arxiv";  // which is a venue, too
}

// A further label in bold, behind a separator, ends the value.
void cut_next_label(std::string_view text, Label& label) {
  const std::string_view value = view(text, label.value);
  for (size_t at = 0; (at = value.find("**", at)) != std::string_view::npos; at += 2) {
    const size_t close = value.find("**", at + 2);
    if (close == std::string_view::npos || close - at > kLongestName) return;
    const std::string_view inside = value.substr(at + 2, close - at - 2);
    const std::string_view after = value.substr(close + 2);
    const bool named = after.starts_with(':') || after.starts_with("：") || inside.ends_with(':') ||
                       inside.ends_with("：");
    size_t end = at;
    while (end > 0 && std::string_view(" \t/|,;").find(value[end - 1]) != std::string_view::npos)
      --end;
    if (named && end < at) {
      label.rest = {label.value.begin + static_cast<uint32_t>(at), label.value.end};
      label.value.end = label.value.begin + static_cast<uint32_t>(end);
      return;
    }
    at = close;
  }
}

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

Label read_label(std::string_view text, Range content) {
  const std::string_view line = view(text, content);
  const bool cell = line.starts_with('|');  // of a table of keys and values
  if (cell && std::count(line.begin(), line.end(), '|') > 3) return {};  // of one with more columns
  size_t colon = std::string_view::npos, width = 0;
  if (cell) {
    colon = line.substr(0, kLongestName).find('|', 1);
    width = 1;
  } else {
    const Colon found = first_colon(line.substr(0, kLongestName + 2));
    colon = found.at;
    width = found.width;
  }
  if (line.starts_with('T') || line.starts_with('t'))
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
  if (written.starts_with("[[") && written.find("]]") == std::string_view::npos) return {};
  if (!out.is_property && written.size() > kLongestWord) {
    out.name = std::string(written);  // no word that we know, whatever it is folded to
  } else if (std::any_of(written.begin(), written.end(), is_mark)) {
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
  if (cell && is_heading_of_column(view(text, out.value))) return {};
  if (out.field != Field::kNone && !cell) cut_next_label(text, out);
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
  const size_t begin = static_cast<size_t>(rest.data() - name.data());
  name.resize(begin + rest.size());
  name.erase(0, begin);
  return name;
}

bool names_reference_zone(std::string_view name) {
  while (name.ends_with('?')) name.remove_suffix(1);
  const auto is_zone = [](std::string_view word) {
    return std::find(std::begin(kReferenceZones), std::end(kReferenceZones), word) !=
           std::end(kReferenceZones);
  };
  if (is_zone(name)) return true;
  if (name.size() > kLongestName) return false;
  // `links & references`, `appendix a: references`
  for (std::string_view between : {" & ", " and ", ": "})
    if (const size_t at = name.find(between); at != std::string_view::npos)
      return is_zone(name.substr(0, at)) ? between != ": "
                                         : is_zone(name.substr(at + between.size()));
  return false;
}

bool names_loose_zone(std::string_view name) {
  return std::find(std::begin(kLooseZones), std::end(kLooseZones), name) != std::end(kLooseZones);
}

}  // namespace notes

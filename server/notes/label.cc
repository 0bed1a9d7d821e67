#include "notes/label.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

#include "notes/find.h"
#include "notes/first_letters.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestName = 60;
constexpr size_t kLongestWord = 44;  // with its marks, number and emoji

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
                                                "references cited",
                                                "literatur",
                                                "literaturverzeichnis",
                                                "literatura",
                                                "bibliografia",
                                                "bibliografía",
                                                "referencias",
                                                "referências",
                                                "bibliographie",
                                                "références",
                                                "引用文献",
                                                "引用論文",
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

// False for most of what is no word that we know, whatever it is folded to.
bool may_be_word(const Label& label) {
  return (label.is_property || label.written.size() <= kLongestWord) &&
         may_name_field(label.written);
}

// What the label means. To fold it is most of what reading one costs, and people write the same
// dozen labels over each of their notes: each thread keeps what it found last.
Field meaning_of(const Label& label) {
  struct Known {
    std::string written;
    bool is_property = false;
    Field field = Field::kNone;
  };
  constexpr size_t kMost = 256;  // a power of two
  thread_local std::array<Known, kMost> all;
  const size_t place = std::hash<std::string_view>{}(label.written) % kMost;
  Known& known = all[place];
  if (known.written != label.written || known.is_property != label.is_property)
    known = {std::string(label.written), label.is_property, field_named(label.name())};
  return known.field;
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

std::string Label::name() const {
  if (!is_property && written.size() > kLongestWord) return std::string(written);
  std::string out;
  if (std::any_of(written.begin(), written.end(), is_mark)) {
    std::string plain(written);
    std::erase_if(plain, is_mark);
    out = heading_name(plain);
  } else {
    out = heading_name(written);
  }
  if (is_property) std::replace(out.begin(), out.end(), '-', ' ');
  return out;
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
    // Among as many bytes as are looked at together.
    const Colon found = first_colon(line.substr(0, kLongestName + 4));
    if (found.width != 0 && found.at + found.width <= kLongestName + 2) {
      colon = found.at;
      width = found.width;
    }
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
  out.written = written;
  if (may_be_word(out)) out.field = meaning_of(out);
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

std::string heading_name(std::string_view heading) { return name_of_folded(fold(heading)); }

std::string name_of_folded(std::string name) {
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

bool may_name_reference_zone(std::string_view written) {
  static constexpr FirstLetters kFirst = [] {
    FirstLetters out;
    for (std::string_view zone : kReferenceZones) out.add(zone);
    return out;
  }();
  return kFirst.may_start(written);
}

bool names_reference_zone(std::string_view name) {
  while (name.ends_with('?')) name.remove_suffix(1);
  name = name.substr(0, name.find("]("));  // `[References](#references)`
  const auto is_zone = [](std::string_view word) {
    return may_name_reference_zone(word) &&
           std::find(std::begin(kReferenceZones), std::end(kReferenceZones), word) !=
               std::end(kReferenceZones);
  };
  if (is_zone(name)) return true;
  if (name.size() > kLongestName) return false;
  // `links & references`, `appendix a: references`
  static constexpr std::string_view kBetween[] = {" & ", " and ", ": "};
  for (std::string_view between : kBetween)
    if (const size_t at = find(name, between); at != std::string_view::npos)
      return is_zone(name.substr(0, at)) ? between != ": "
                                         : is_zone(name.substr(at + between.size()));
  return false;
}

bool names_others(std::string_view label_name) {
  return label_name == "also noted as" || label_name == "also known as" ||
         names_reference_zone(label_name);
}

bool names_loose_zone(std::string_view name) {
  return std::find(std::begin(kLooseZones), std::end(kLooseZones), name) != std::end(kLooseZones);
}

}  // namespace notes

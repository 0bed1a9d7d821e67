#include "notes/listing.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string>

#include "notes/near_copies.h"
#include "notes/path.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr long kList = 5;              // entries at least
constexpr uint32_t kCopied = 500;      // bytes: more than a title and where to find it
constexpr long kNearly = 9, kOf = 10;  // of them the same
constexpr int kDeepest = 7;            // what stands below any heading

bool goes_by(const Note& note, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), fold(last_component(note.path()))) != names.end();
}

bool is_all_of(const Note& note) {
  return note.entries().size() == 1 && note.entries()[0]->form == Form::kFile;
}

// `en` of `Lattices.en.md`, `lattices_zh-CN.md`, `docs/ja/lattices.md`.
bool names_language(std::string_view word) {
  constexpr std::string_view kLanguages[] = {
      "en",      "english",  "zh",   "cn", "chinese", "zhcn", "zhtw",   "zhhans", "zhhant", "ja",
      "jp",      "japanese", "ko",   "kr", "korean",  "fr",   "french", "de",     "german", "es",
      "spanish", "pt",       "ptbr", "ru", "russian", "中文", "英文",   "日本語", "한국어"};
  std::string name = fold(word);
  std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
  return std::ranges::find(kLanguages, name) != std::end(kLanguages);
}

// A path without the words in it that name a language.
std::string without_languages(std::string_view path, std::string_view name) {
  std::string out;
  for (std::string_view folder = folder_of(path); folder.size() > 1; folder = folder_of(folder))
    if (!names_language(last_component(folder))) (out += last_component(folder)) += '/';
  for (const char mark : {'.', '_', '-'}) {
    const size_t at = name.find(mark, 1);
    for (size_t from = at; from != std::string_view::npos; from = name.find(mark, from + 1))
      if (names_language(name.substr(from + 1))) return out += name.substr(0, from);
  }
  return out += name;
}

// One note in two languages.
bool are_translations(const Note& one, const Note& other) {
  return &one != &other && one.path() != other.path() &&
         without_languages(one.path(), one.name()) == without_languages(other.path(), other.name());
}

bool is_part_of(const Note& part, const Note& whole) {
  return goes_by(whole, {"readme.md", "summary.md", "paper.md"}) && &part != &whole &&
         is_below(part.path(), folder_of(whole.path())) && is_all_of(whole) && is_all_of(part);
}

bool are_copies(const Note& one, const Note& other) {
  return &one != &other && one.text().size() == other.text().size() &&
         one.text().size() >= kCopied && one.text().says_the_same(other.text());
}

bool are_nearly_copies(const Note& one, const Note& other) {
  if (one.entries().size() != 1 || other.entries().size() != 1 ||
      !may_be_near_copies(one.text().size(), other.text().size()))
    return false;
  const std::optional<Text> here = one.whole_text(), there = other.whole_text();
  return here && there && are_near_copies(here->bytes(), there->bytes());
}

}  // namespace

bool is_listed_only(const Note& note, const Entry& entry) {
  return entry.form != Form::kFile && static_cast<long>(note.entries().size()) >= kList &&
         !entry.is_summarised() && may_list_notes(note);
}

bool may_list_notes(const Note& note) {
  if (goes_by(note, {"readme.md", "index.md", "_index.md", "summary.md"})) return true;
  // `some-course-reading-list.md`, `Vision Index.md`
  std::string name = fold(note.name());
  std::erase_if(name, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  for (std::string_view end : {"index", "readinglist", "readingqueue", "toread", "toc", "paperlist",
                               "readinglog", "backlog", "syllabus"})
    if (name.ends_with(end)) return true;
  return false;
}

const Heading* listing_heading(const Note& note, size_t entry) {
  const Placed<Entry>& placed = note.entries()[entry];
  const uint32_t title = placed.at(placed->title_range).begin;
  const auto sections = note.sections();
  auto at = std::partition_point(sections.begin(), sections.end(),
                                 [&](const Placed<Section>& one) { return one.base <= title; });
  // The title of a page starts a section of its own, whatever heading stands far above it.
  if (at != sections.begin() && at[-1]->kind == SectionKind::kPageEntry) return nullptr;
  while (at != sections.begin()) {
    --at;
    const Heading* heading = heading_of(**at);
    if (!heading) continue;
    return at->at(heading->range).contains(title) ? nullptr : heading;
  }
  return nullptr;
}

bool is_listed_as_post(const Note& note, size_t entry) {
  const Placed<Entry>& placed = note.entries()[entry];
  const uint32_t title = placed.at(placed->title_range).begin;
  const auto sections = note.sections();
  auto at = std::partition_point(sections.begin(), sections.end(),
                                 [&](const Placed<Section>& one) { return one.base <= title; });
  for (int level = kDeepest; at != sections.begin() && level > 1;) {
    --at;
    const Heading* const heading = heading_of(**at);
    if (!heading || heading->level >= level || at->at(heading->range).contains(title)) continue;
    if ((*at)->census.names_posts) return true;
    level = heading->level;
  }
  return false;
}

Listing::Listing(const Note& of) : note(&of) {
  for (const PlacedChunk& in : of.chunks())
    for (const EntryKey& held : in.chunk->entry_keys)
      if (kind_of(held.key) == KeyKind::kTitle) titles.push_back(held.key);
  std::sort(titles.begin(), titles.end());
}

Likeness likeness(const Listing& here, const Listing& there) {
  if (is_part_of(*here.note, *there.note) || is_part_of(*there.note, *here.note)) return {true, 0};
  if (are_translations(*here.note, *there.note)) return {true, 0, true};
  if (are_copies(*here.note, *there.note)) return {true, 0, true};
  if (are_nearly_copies(*here.note, *there.note)) return {false, 0, false, true};
  const std::vector<Key>&one = here.titles, &other = there.titles;
  const auto least = static_cast<long>(std::min(one.size(), other.size()));
  const auto most = static_cast<long>(std::max(one.size(), other.size()));
  long both = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a < *b) {
      ++a;
    } else if (*b < *a) {
      ++b;
    } else {
      ++both, ++a, ++b;
    }
  }
  // One more may make or break a part, too.
  if (most <= 2) return {false, 0};
  // A title that comes or goes changes each side of it by one at most.
  const long more = both * kOf - most * kNearly;
  const Likeness by_titles{more >= 0, static_cast<size_t>(std::abs(more) / (kOf + kNearly))};
  if (least >= kList)
    return {by_titles.are_mirrors, by_titles.are_mirrors
                                       ? std::min<size_t>(by_titles.slack, least - kList)
                                       : by_titles.slack};
  return {false, std::max<size_t>(by_titles.are_mirrors ? 0 : by_titles.slack, kList - least - 1)};
}

}  // namespace notes

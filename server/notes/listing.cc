#include "notes/listing.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string>

#include "notes/path.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr long kList = 5;              // entries at least
constexpr size_t kLeastTitle = 20;     // bytes of a title that may be named for more
constexpr uint32_t kCopied = 500;      // bytes: more than a title and where to find it
constexpr long kNearly = 9, kOf = 10;  // of them the same

bool goes_by(const Note& note, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), fold(last_component(note.path()))) != names.end();
}

bool is_all_of(const Note& note) {
  return note.entries().size() == 1 && note.entries()[0]->form == Form::kFile;
}

// Names a paper on a page that lists notes, such as README.md, and says no more of it: it is noted
// elsewhere.
bool is_listed_only(const Note& note, const Entry& entry) {
  return entry.form != Form::kFile && static_cast<long>(note.entries().size()) >= kList &&
         !entry.is_summarised() && may_list_notes(note);
}

bool is_part_of(const Note& part, const Note& whole) {
  return goes_by(whole, {"readme.md", "summary.md", "paper.md"}) && &part != &whole &&
         is_below(part.path(), folder_of(whole.path())) && is_all_of(whole) && is_all_of(part);
}

bool are_copies(const Note& one, const Note& other) {
  return &one != &other && one.text().size() == other.text().size() &&
         one.text().size() >= kCopied && one.text().says_the_same(other.text());
}

// One is the other, but for what stands before or behind it: `LegoOS: A Disseminated OS` and `A
// Disseminated OS`.
bool names_all_of(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  const size_t apart = other.size() - one.size();
  if (one.size() < kLeastTitle) return one == other;
  return (other.starts_with(one) && (apart == 0 || other[one.size()] == ' ')) ||
         (other.ends_with(one) && other[apart - 1] == ' ');
}

// Each but one is a line of a page that lists notes.
bool are_listed(const Snapshot& vault, const std::vector<EntryId>& entries) {
  const auto is_line = [&](EntryId id) {
    return is_listed_only(*vault.note(id.note), *vault.entry(id));
  };
  const auto noted = std::find_if_not(entries.begin(), entries.end(), is_line);
  if (noted == entries.end() || vault.entry(*noted)->form != Form::kFile) return false;
  return std::all_of(entries.begin(), entries.end(), [&](EntryId id) {
    return id == *noted || (is_line(id) && names_all_of(vault.entry(id)->title_key,
                                                        vault.entry(*noted)->title_key));
  });
}

}  // namespace

bool may_list_notes(const Note& note) {
  if (goes_by(note, {"readme.md", "index.md", "_index.md", "summary.md"})) return true;
  // `some-course-reading-list.md`, `Vision Index.md`
  std::string name = fold(note.name());
  std::erase_if(name, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  for (std::string_view end : {"index", "readinglist", "readingqueue", "toread", "toc"})
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

bool are_cross_listed(const Snapshot& vault, const std::vector<EntryId>& entries) {
  if (are_listed(vault, entries)) return true;
  std::vector<const Heading*> headings;
  const Entry& first = *vault.entry(entries.front());
  for (const EntryId entry : entries) {
    if (entry.note != entries.front().note) return false;
    // Who lists a work in two places on purpose links both to one page.
    if (vault.entry(entry)->identifiers != first.identifiers) return false;
    const Heading* heading = listing_heading(*vault.note(entry.note), entry.index);
    if (!heading || std::find(headings.begin(), headings.end(), heading) != headings.end())
      return false;
    headings.push_back(heading);
  }
  return true;
}

Listing::Listing(const Note& of) : note(&of) {
  for (const PlacedChunk& in : of.chunks())
    for (const EntryKey& held : in.chunk->entry_keys)
      if (kind_of(held.key) == KeyKind::kTitle) titles.push_back(held.key);
  std::sort(titles.begin(), titles.end());
}

Likeness likeness(const Listing& here, const Listing& there) {
  if (is_part_of(*here.note, *there.note) || is_part_of(*there.note, *here.note)) return {true, 0};
  if (are_copies(*here.note, *there.note)) return {true, 0, true};
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

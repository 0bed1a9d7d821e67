#include "notes/listing.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "notes/path.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kList = 5;  // entries

std::vector<std::string_view> titles_of(const Note& note) {
  std::vector<std::string_view> out;
  for (const Placed<Entry>& entry : note.entries()) out.push_back(entry->title_key);
  std::sort(out.begin(), out.end());
  return out;
}

bool goes_by(const Note& note, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), fold(last_component(note.path()))) != names.end();
}

bool is_all_of(const Note& note) {
  return note.entries().size() == 1 && note.entries()[0]->form == Form::kFile;
}

}  // namespace

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

bool list_the_same(const Note& one, const Note& other) {
  const size_t least = std::min(one.entries().size(), other.entries().size());
  const size_t most = std::max(one.entries().size(), other.entries().size());
  if (least < kList || least * 10 < most * 9) return false;
  const std::vector<std::string_view> a = titles_of(one), b = titles_of(other);
  std::vector<std::string_view> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size() * 10 >= most * 9;
}

bool is_listed_only(const Note& note, const Entry& entry) {
  return entry.form != Form::kFile && note.entries().size() >= kList && entry.summary.empty() &&
         entry.authors.empty() &&
         goes_by(note, {"readme.md", "index.md", "_index.md", "summary.md"});
}

bool is_part_of(const Note& part, const Note& whole) {
  return goes_by(whole, {"readme.md", "summary.md", "paper.md"}) && &part != &whole &&
         is_below(part.path(), folder_of(whole.path())) && is_all_of(whole) && is_all_of(part);
}

}  // namespace notes

#include "notes/cross_listing.h"

#include <algorithm>

#include "notes/knows_note.h"
#include "notes/listing.h"

namespace notes {
namespace {

constexpr size_t kLeastTitle = 20;  // bytes of a title that may be named for more
constexpr size_t kMostCompared = 12;

// One is the other, but for what stands before or behind it: `LegoOS: A Disseminated OS` and `A
// Disseminated OS`. With one identifier, as short as it may be.
bool names_all_of(const Entry& a, const Entry& b) {
  std::string_view one = a.title_key, other = b.title_key;
  if (one.size() > other.size()) std::swap(one, other);
  const size_t apart = other.size() - one.size();
  const bool is_one_page = !a.identifiers.empty() && a.identifiers == b.identifiers;
  if (apart == 0 || one.empty() || (one.size() < kLeastTitle && !is_one_page)) return one == other;
  return (other.starts_with(one) && other[one.size()] == ' ') ||
         (other.ends_with(one) && other[apart - 1] == ' ');
}

bool names_work(const Entry& entry) {
  return std::ranges::any_of(entry.identifiers,
                             [](const Identifier& id) { return is_of_work(id.kind); });
}

// Entries of one work, each with what it may be to the others.
class Places {
 public:
  Places(const Snapshot& vault, const std::vector<EntryId>& entries)
      : vault_(vault), entries_(entries) {
    for (const EntryId id : entries) is_line_.push_back(is_listed_only(note_of(id), entry(id)));
  }

  // All but those that only list one of them lead to each other, by one or by several steps.
  bool are_known_together() const {
    if (entries_.size() > kMostCompared) return false;
    std::vector<size_t> waiting = noted_besides_lists();
    std::vector<size_t> reached{waiting.back()};
    waiting.pop_back();
    for (size_t i = 0; i < reached.size(); ++i)
      std::erase_if(waiting, [&](size_t j) {
        if (!are_known(reached[i], j)) return false;
        reached.push_back(j);
        return true;
      });
    return waiting.empty();
  }

  std::vector<ListedOnly> listed_only() const {
    std::vector<ListedOnly> out;
    for (size_t i = 0; i < entries_.size(); ++i)
      if (const std::optional<size_t> noted = listed_by(i))
        out.push_back({entries_[i], entries_[*noted]});
    return out;
  }

  // Under several headings of one list, and each links to one page.
  bool are_below_headings() const {
    std::vector<const Heading*> headings;
    for (const EntryId id : entries_) {
      if (id.note != entries_.front().note) return false;
      if (entry(id).identifiers != entry(entries_.front()).identifiers) return false;
      const Heading* heading = listing_heading(note_of(id), id.index);
      if (!heading || std::find(headings.begin(), headings.end(), heading) != headings.end())
        return false;
      headings.push_back(heading);
    }
    return true;
  }

 private:
  const Note& note_of(EntryId id) const { return *vault_.note(id.note); }
  const Entry& entry(EntryId id) const { return *vault_.entry(id); }

  // Who knew of the one when the other was written.
  bool are_known(size_t i, size_t j) const {
    return is_post_about(i, j) || is_post_about(j, i) ||
           leads_to(vault_, entries_[i], entries_[j]) || leads_to(vault_, entries_[j], entries_[i]);
  }

  // One of those that are no lines themselves.
  std::optional<size_t> listed_by(size_t i) const {
    for (size_t j = 0; is_line_[i] && j < entries_.size(); ++j)
      if (!is_line_[j] && is_line_of(i, j)) return j;
    return std::nullopt;
  }

  // At least one.
  std::vector<size_t> noted_besides_lists() const {
    std::vector<size_t> out;
    for (size_t i = 0; i < entries_.size(); ++i)
      if (!listed_by(i)) out.push_back(i);
    return out;
  }

  // Who lists a work twice on one page does so by mistake, but where that page lists files.
  bool is_line_of(size_t i, size_t j) const {
    const EntryId line = entries_[i], noted = entries_[j];
    if (line.note == noted.note || !names_all_of(entry(line), entry(noted))) return false;
    return entry(noted).form == Form::kFile ||
           std::ranges::count(entries_, line.note, &EntryId::note) == 1;
  }

  bool is_post_about(size_t i, size_t j) const {
    const EntryId post = entries_[i], paper = entries_[j];
    return !names_work(entry(post)) && names_work(entry(paper)) &&
           is_listed_as_post(note_of(post), post.index) &&
           !is_listed_as_post(note_of(paper), paper.index);
  }

  const Snapshot& vault_;
  const std::vector<EntryId>& entries_;
  std::vector<bool> is_line_;
};

}  // namespace

bool are_cross_listed(const Snapshot& vault, const std::vector<EntryId>& entries) {
  const Places places(vault, entries);
  return places.are_below_headings() || places.are_known_together();
}

std::vector<ListedOnly> listed_only(const Snapshot& vault, const std::vector<EntryId>& entries) {
  return Places(vault, entries).listed_only();
}

}  // namespace notes

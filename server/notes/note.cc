#include "notes/note.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "notes/ascii.h"
#include "notes/blocks.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/outline.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// The place in a sorted sequence of placed things whose range touches the offset. Ranges of one
// sequence never overlap.
template <class T>
const Placed<T>* touching(const std::vector<Placed<T>>& all, uint32_t offset) {
  const auto it = std::partition_point(
      all.begin(), all.end(), [&](const Placed<T>& one) { return one.range().end < offset; });
  for (auto at = it; at != all.end() && at->range().begin <= offset; ++at)
    // Between two that meet at the offset, the one that starts there is meant.
    if (at->range().contains(offset) || at + 1 == all.end() || (at + 1)->range().begin > offset)
      return &*at;
  return nullptr;
}

std::span<const EntryKey> with_key(const std::vector<EntryKey>& keys, Key key) {
  const auto begin = std::lower_bound(keys.begin(), keys.end(), EntryKey{key, 0});
  auto end = begin;
  while (end != keys.end() && end->key == key) ++end;
  return {begin, end};
}

// What front matter, or the page properties of an outliner, say that the note may be called.
std::vector<std::string> other_names_in(const Note& note) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view name) {
    std::string key = name_key(name);
    if (!key.empty() && std::find(out.begin(), out.end(), key) == out.end())
      out.push_back(std::move(key));
  };
  if (note.sections().empty()) return out;
  const Placed<Section>& head = note.sections().front();
  for (std::string_view key : {"aliases", "alias", "permalink"})
    if (const FrontMatterField* field = head->front_matter.find(key))
      for (const FrontMatterValue& value : field->values) add(value.text);
  if (head->kind != SectionKind::kText) return out;
  constexpr size_t kMostProperties = 20;
  for (size_t i = 0; i < std::min(head->lines.size(), kMostProperties); ++i) {
    const std::string_view line = note.text().slice(head.at(head->lines[i].content));
    const size_t mark = line.find(":: ");
    if (mark == std::string_view::npos) continue;
    const std::string_view property = trim(line.substr(0, mark));
    if (property == "title") add(trim(line.substr(mark + 3)));
    if (property != "alias" && property != "aliases") continue;
    for (std::string_view rest = line.substr(mark + 3); !rest.empty();) {
      const size_t comma = std::min(rest.find(','), rest.size());
      std::string_view name = trim(rest.substr(0, comma));
      if (name.starts_with("[[") && name.ends_with("]]")) name = name.substr(2, name.size() - 4);
      add(name);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
  return out;
}

}  // namespace

std::string_view Note::name() const { return note_name(path_, *reading_); }

std::shared_ptr<const Note> Note::parse(std::string path, Text text, SharedReading reading) {
  std::shared_ptr<Note> note(new Note(std::move(path), std::move(text), std::move(reading)));
  const std::string_view bytes = note->text_.bytes();
  const std::vector<Cut> cuts =
      is_bibliography(note->path_) ? std::vector<Cut>{{0, SectionKind::kBibtex}} : outline(bytes);
  note->owned_.reserve(cuts.size());
  for (size_t i = 0; i < cuts.size(); ++i) {
    const size_t end = i + 1 < cuts.size() ? cuts[i + 1].begin : bytes.size();
    note->owned_.push_back(read_section(
        cuts[i].kind, bytes.substr(cuts[i].begin, end - cuts[i].begin), *note->reading_));
  }
  note->compose(nullptr);
  return note;
}

std::shared_ptr<const Note> Note::edited(Range range, std::string_view with) const {
  if (is_bibliography(path_)) return parse(path_, text_.replaced(range, with), reading_);
  std::shared_ptr<Note> note(new Note(path_, text_.replaced(range, with), reading_));
  const std::string_view bytes = note->text_.bytes();
  if (range.begin > range.end) std::swap(range.begin, range.end);
  range.end = std::min(range.end, text_.size());
  range.begin = std::min(range.begin, range.end);
  // An edit at the start or the end of the file's front matter can make or unmake it.
  const uint32_t reach = std::max(front_matter_reach(text_.bytes()), front_matter_reach(bytes));
  size_t first = 0;
  if (range.begin >= reach + 4) {
    const auto it =
        std::partition_point(sections_.begin(), sections_.end(),
                             [&](const Placed<Section>& s) { return s.base <= range.begin; });
    first = static_cast<size_t>(it - sections_.begin());
    // The line before an edit can become the first of a section, or cease to be; and so can one in
    // the section before.
    first = first > 2 ? first - 3 : 0;
  }
  const int64_t moved = static_cast<int64_t>(bytes.size()) - static_cast<int64_t>(text_.size());
  size_t last = sections_.size();  // the first old section that is kept behind the edit
  const auto meets_old = [&](const Cut& cut) {
    const int64_t old = static_cast<int64_t>(cut.begin) - moved;
    if (old <= static_cast<int64_t>(range.end) + 1) return false;
    const auto it = std::partition_point(sections_.begin(), sections_.end(),
                                         [&](const Placed<Section>& s) { return s.base < old; });
    if (it == sections_.end() || it->base != old || (*it)->kind != cut.kind) return false;
    last = static_cast<size_t>(it - sections_.begin());
    return true;
  };
  const uint32_t from = first == 0 ? 0 : sections_[first].base;
  std::vector<Cut> cuts = outline(bytes, from, meets_old);
  // The cut it began with has no line before it to tell its kind: it is what it was.
  if (first > 0) cuts.front().kind = sections_[first]->kind;

  note->owned_.assign(owned_.begin(), owned_.begin() + static_cast<std::ptrdiff_t>(first));
  const size_t fresh = last < sections_.size() ? cuts.size() - 1 : cuts.size();
  for (size_t i = 0; i < fresh; ++i) {
    const size_t end = i + 1 < cuts.size() ? cuts[i + 1].begin : bytes.size();
    const std::string_view piece = bytes.substr(cuts[i].begin, end - cuts[i].begin);
    // Looked at again only to be sure: what has not changed is kept.
    const size_t old = first + i;
    if (cuts[i].begin + piece.size() <= range.begin && old < sections_.size() &&
        sections_[old].base == cuts[i].begin && sections_[old]->kind == cuts[i].kind &&
        sections_[old]->size == piece.size())
      note->owned_.push_back(owned_[old]);
    else
      note->owned_.push_back(read_section(cuts[i].kind, piece, *reading_));
  }
  note->owned_.insert(note->owned_.end(), owned_.begin() + static_cast<std::ptrdiff_t>(last),
                      owned_.end());
  note->compose(this);
  return note;
}

void Note::compose(const Note* before) {
  uint32_t base = 0;
  sections_.reserve(owned_.size());
  for (const auto& section : owned_) {
    sections_.push_back({section.get(), base});
    base += section->size;
  }
  Draft draft{path_, text_.bytes(), sections_, *reading_};
  survey(draft);
  is_list_ = draft.survey.is_list();
  catalogue_level_ = draft.survey.catalogue_level;
  if (Claim whole = claim_whole(draft); whole.sections > 0) {
    pieces_.push_back(
        {0, whole.sections, std::make_shared<const Claim>(std::move(whole)), false, true});
    collect();
    collect_keys();
    return;
  }
  // Pieces of the note before are looked up by their first section; they may be kept when all their
  // sections, and the one behind them, are the same, and with them the front matter and what the
  // survey says.
  std::map<const Section*, const Piece*> kept;
  const bool same_head = before && !before->owned_.empty() && !owned_.empty() &&
                         before->is_list_ == is_list_ &&
                         before->catalogue_level_ == catalogue_level_ &&
                         (before->owned_.front() == owned_.front() ||
                          (before->owned_.front()->kind != SectionKind::kFrontMatter &&
                           owned_.front()->kind != SectionKind::kFrontMatter));
  if (same_head)
    for (const Piece& piece : before->pieces_)
      if (!piece.is_whole) kept.emplace(before->owned_[piece.first].get(), &piece);

  for (size_t i = 0; i < sections_.size();) {
    const auto it = kept.find(owned_[i].get());
    if (it != kept.end() && it->second->in_zone == draft.in_reference_zone[i]) {
      const Piece& piece = *it->second;
      const auto behind = [](const auto& owned, size_t at) {
        return at < owned.size() ? owned[at].get() : nullptr;
      };
      bool same = i + piece.count <= owned_.size();
      for (size_t k = 0; same && k <= piece.count; ++k)
        same = behind(owned_, i + k) == behind(before->owned_, piece.first + k);
      if (same) {
        pieces_.push_back({i, piece.count, piece.claim, piece.in_zone});
        i += piece.count;
        continue;
      }
    }
    auto claim = std::make_shared<const Claim>(claim_at(draft, i));
    const size_t count = std::max<size_t>(claim->sections, 1);
    pieces_.push_back({i, count, std::move(claim), draft.in_reference_zone[i]});
    i += count;
  }
  collect();
  collect_keys();
}

void Note::collect() {
  std::vector<Range> titles;
  for (const Piece& piece : pieces_) {
    const uint32_t base = sections_[piece.first].base;
    for (const Entry& entry : piece.claim->entries) {
      entries_.push_back({&entry, base});
      titles.push_back(entries_.back().at(entry.title_range));
    }
    for (const Alias& alias : piece.claim->aliases) aliases_.push_back({&alias, base});
  }
  size_t title = 0;
  for (const Placed<Section>& section : sections_) {
    for (const Reference& reference : section->references) {
      const Placed<Reference> placed{&reference, section.base};
      const Range range = placed.range();
      while (title < titles.size() && titles[title].end <= range.begin) ++title;
      if (title < titles.size() && titles[title].overlaps(range) &&
          reference.kind == ReferenceKind::kTitle)
        continue;
      references_.push_back(placed);
    }
    for (const TagUse& tag : section->tags) tags_.push_back({&tag, section.base});
  }
}

void Note::collect_keys() {
  other_names_ = other_names_in(*this);
  const auto add_name = [&](const std::string& name) {
    if (!name.empty()) keys_.push_back(make_key(KeyKind::kName, name));
  };
  add_name(name_key(name()));
  add_name(loose_name_key(name()));
  for (const std::string& other : other_names_) add_name(other);
  const auto add = [](std::vector<EntryKey>& to, KeyKind kind, std::string_view folded,
                      uint32_t index) {
    if (!folded.empty()) to.push_back({make_key(kind, folded), index});
  };
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    add(entry_keys_, KeyKind::kTitle, entries_[i]->title_key, i);
    if (entries_[i]->strength == Strength::kStrong)
      for (const Key block : entries_[i]->title_blocks) entry_keys_.push_back({block, i});
    add(entry_keys_, KeyKind::kShortTitle, short_title_key(entries_[i]->title), i);
    for (const Identifier& id : entries_[i]->identifiers) {
      add(entry_keys_, KeyKind::kIdentifier, to_string(id), i);
      // Cited in another case, it is found when nothing else is called so.
      if (id.kind == IdentifierKind::kCitekey && !is_ascii_lower(id.value))
        add(entry_keys_, KeyKind::kIdentifier, fold(to_string(id)), i);
    }
  }
  for (uint32_t i = 0; i < aliases_.size(); ++i) {
    add(alias_keys_, KeyKind::kTitle, title_key(aliases_[i]->title), i);
    for (const Identifier& id : aliases_[i]->identifiers)
      add(alias_keys_, KeyKind::kIdentifier, to_string(id), i);
  }
  for (std::vector<EntryKey>* list : {&entry_keys_, &alias_keys_}) {
    std::sort(list->begin(), list->end());
    for (const EntryKey& key : *list) keys_.push_back(key.key);
  }
  // What a title says of its own paper is no reference, but to look it up in vain costs little.
  for (const auto& section : owned_)
    keys_.insert(keys_.end(), section->refers_to.begin(), section->refers_to.end());

  std::unordered_map<std::string_view, uint32_t> places;
  const auto count_of = [&](std::string_view key) -> TagCount& {
    const auto [at, fresh] = places.try_emplace(key, static_cast<uint32_t>(tag_counts_.size()));
    if (fresh) tag_counts_.push_back({std::string(key), "", 0, 0});
    return tag_counts_[at->second];
  };
  for (const Placed<TagUse>& tag : tags_) {
    if (tag->key.empty()) continue;
    TagCount& count = count_of(tag->key);
    if (tag->is_sure) {
      if (count.count++ == 0) count.display = tag->name;
    }
    if (!tag->is_sure || !tag->longer.empty()) ++count.contested;
    for (const LongerTag& longer : tag->longer) ++count_of(longer.key).contested;
  }
  for (const TagCount& count : tag_counts_) keys_.push_back(make_key(KeyKind::kTag, count.key));
  std::sort(tag_counts_.begin(), tag_counts_.end(),
            [](const TagCount& a, const TagCount& b) { return a.key < b.key; });
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
}

std::span<const EntryKey> Note::entries_with(Key key) const { return with_key(entry_keys_, key); }

std::span<const EntryKey> Note::aliases_with(Key key) const { return with_key(alias_keys_, key); }

std::vector<Placed<Heading>> Note::headings() const {
  std::vector<Placed<Heading>> out;
  for (const Placed<Section>& section : sections_)
    for (const Heading& heading : section->headings) out.push_back({&heading, section.base});
  return out;
}

const Placed<Reference>* Note::reference_at(uint32_t offset) const {
  return touching(references_, offset);
}

const Placed<TagUse>* Note::tag_at(uint32_t offset) const { return touching(tags_, offset); }

std::optional<size_t> Note::entry_at(uint32_t offset) const {
  const auto it = std::partition_point(
      entries_.begin(), entries_.end(),
      [&](const Placed<Entry>& entry) { return entry.range().begin <= offset; });
  if (it == entries_.begin()) return std::nullopt;
  const size_t index = static_cast<size_t>(it - entries_.begin()) - 1;
  return entries_[index].range().touches(offset) ? std::optional(index) : std::nullopt;
}

std::optional<size_t> Note::entry_titled_at(uint32_t offset) const {
  const uint32_t line = text_.line_of(offset);
  for (size_t i = 0; i < entries_.size(); ++i) {
    const Range title = entries_[i].at(entries_[i]->title_range);
    if (title.begin > offset && text_.line_of(title.begin) > line) break;
    if (text_.line_of(title.begin) <= line && line <= text_.line_of(title.end)) return i;
  }
  return std::nullopt;
}

std::optional<Placed<Heading>> Note::heading_named(std::string_view anchor) const {
  const std::string folded = fold(trim(anchor));
  const std::string slug = slug_of(anchor);
  for (const Placed<Section>& section : sections_)
    for (const Heading& heading : section->headings)
      if (heading.slug == folded || (!slug.empty() && heading.slug == slug))
        return Placed<Heading>{&heading, section.base};
  return std::nullopt;
}

}  // namespace notes

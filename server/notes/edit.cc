// Note::edited(): which sections an edit touches, and what stays of the note around them.
#include <algorithm>
#include <utility>

#include "notes/compose.h"
#include "notes/note.h"
#include "notes/outline.h"

namespace notes {
namespace {

constexpr uint32_t kHeadLines = 410;  // more than front matter may have

// How far from the start an edit can make or unmake front matter.
uint32_t reach_in(const Text& text) {
  const std::string_view first = text.slice(text.line(0));
  if (first.find_first_of("-+") == std::string_view::npos) return 0;
  return front_matter_reach(text.copy({0, text.line(kHeadLines).begin}));
}

// One edit of one note, as it finds its way from bytes to sections.
class Edit {
 public:
  Edit(const Note& note, Range range, std::string_view with)
      : note_(note), text_(note.text().replaced(range, with)) {
    if (range.begin > range.end) std::swap(range.begin, range.end);
    range_.end = std::min(range.end, note.text().size());
    range_.begin = std::min(range.begin, range_.end);
    moved_ = static_cast<int64_t>(text_.size()) - static_cast<int64_t>(note.text().size());
    find_first();
    read();
  }

  // The text with the chunks that are made anew in one piece.
  const Text& text() const { return text_; }
  Sections sections() {
    return {note_.path(),   text_,        *note_.reading(), std::move(fresh_),
            note_.chunks(), first_chunk_, last_chunk_};
  }

 private:
  void find_first() {
    const auto sections = note_.sections();
    if (range_.begin >= std::max(reach_in(note_.text()), reach_in(text_)) + 4) {
      const auto it =
          std::partition_point(sections.begin(), sections.end(),
                               [&](const Placed<Section>& s) { return s.base <= range_.begin; });
      const size_t behind = static_cast<size_t>(it - sections.begin());
      // The line before an edit can become the first of a section, or cease to be; and so can one
      // in the section before.
      first_ = behind > 2 ? behind - 3 : 0;
    }
    from_ = first_ == 0 ? 0 : sections[first_].base;
    // What was made of the section before may depend on this one.
    first_chunk_ = first_ == 0 ? 0 : chunk_with(&Counts::sections, first_ - 1);
    for (size_t i = 0; i < first_chunk_; ++i) {
      const PlacedChunk& before = note_.chunks()[i];
      if (before.before.sections + before.chunk->owned.size() + before.chunk->reach > first_)
        first_chunk_ = i;
    }
  }

  // The last chunk before which, or before whose start, so many of the note's things stand.
  size_t chunk_with(uint32_t Counts::*count, size_t index) const {
    const auto& chunks = note_.chunks();
    const auto behind = std::upper_bound(
        chunks.begin() + 1, chunks.end(), index,
        [&](size_t at, const PlacedChunk& chunk) { return at < chunk.before.*count; });
    return static_cast<size_t>(behind - chunks.begin()) - 1;
  }
  size_t chunk_at(uint32_t offset) const {
    const auto& chunks = note_.chunks();
    const auto behind =
        std::upper_bound(chunks.begin() + 1, chunks.end(), offset,
                         [](uint32_t at, const PlacedChunk& chunk) { return at < chunk.base; });
    return static_cast<size_t>(behind - chunks.begin()) - 1;
  }

  // Where an old place that lies behind the edit is now.
  uint32_t now(uint32_t old) const { return static_cast<uint32_t>(old + moved_); }

  // Cuts the text from the first section on until a cut is met that was there before, behind the
  // edit, and looks no farther than it must.
  void read() {
    const auto& chunks = note_.chunks();
    uint32_t least = range_.end;
    if (first_ == 0) {  // the head is asked whether it has front matter
      const int64_t head = int64_t{text_.line(kHeadLines).begin} - moved_;
      least = std::max({least, note_.text().line(kHeadLines).begin,
                        static_cast<uint32_t>(std::clamp<int64_t>(head, 0, note_.text().size()))});
    }
    for (size_t end = chunk_at(least) + 2;; end += end - first_chunk_) {
      const bool is_all = end >= chunks.size();
      const uint32_t behind = is_all ? text_.size() : now(chunks[end].base);
      text_.cut({chunks[first_chunk_].base, behind}, {});
      const size_t known = is_all ? SIZE_MAX : chunks[end].before.sections;
      if (cut(text_.slice({from_, behind}), known) || is_all) return;
    }
  }

  // `known` is the first old section that is out of sight. False when more must be seen.
  bool cut(std::string_view bytes, size_t known) {
    const auto sections = note_.sections();
    size_t last = sections.size();  // the first old section that is kept behind the edit
    const auto meets_old = [&](const Cut& cut) {
      const int64_t old = int64_t{from_} + cut.begin - moved_;
      if (old <= int64_t{range_.end} + 1) return false;
      const auto it = std::partition_point(sections.begin(), sections.end(),
                                           [&](const Placed<Section>& s) { return s.base < old; });
      if (it == sections.end() || it->base != old || (*it)->kind != cut.kind) return false;
      last = static_cast<size_t>(it - sections.begin());
      return true;
    };
    std::vector<Cut> cuts = outline(bytes, 0, meets_old, from_);
    const bool is_met = last < sections.size();
    // What kind a cut is depends on the line behind it, too.
    if (known != SIZE_MAX && (!is_met || last + 2 > known)) return false;
    // The cut it began with has no line before it to tell its kind: it is what it was.
    if (first_ > 0) cuts.front().kind = sections[first_]->kind;
    if (is_met) cuts.pop_back();
    const uint32_t end = is_met ? now(sections[last].base) : text_.size();
    take(bytes.substr(0, end - from_), cuts, last);
    return true;
  }

  void take(std::string_view bytes, const std::vector<Cut>& cuts, size_t last) {
    const auto sections = note_.sections();
    const auto& chunks = note_.chunks();
    for (size_t i = chunks[first_chunk_].before.sections; i < first_; ++i)
      fresh_.push_back(owned(i));
    for (size_t i = 0; i < cuts.size(); ++i) {
      const size_t end = i + 1 < cuts.size() ? cuts[i + 1].begin : bytes.size();
      const std::string_view piece = bytes.substr(cuts[i].begin, end - cuts[i].begin);
      // Looked at again only to be sure: what has not changed is kept.
      const size_t old = first_ + i;
      if (from_ + cuts[i].begin + piece.size() <= range_.begin && old < sections.size() &&
          sections[old].base == from_ + cuts[i].begin && sections[old]->kind == cuts[i].kind &&
          sections[old]->size == piece.size())
        fresh_.push_back(owned(old));
      else
        fresh_.push_back(read_section({cuts[i].kind, piece}, *note_.reading()));
    }
    last_chunk_ = last < sections.size() ? chunk_with(&Counts::sections, last) : chunks.size();
    if (last_chunk_ < chunks.size() && chunks[last_chunk_].before.sections < last) ++last_chunk_;
    const size_t behind =
        last_chunk_ < chunks.size() ? chunks[last_chunk_].before.sections : sections.size();
    for (size_t i = last; i < behind; ++i) fresh_.push_back(owned(i));
  }

  const SharedSection& owned(size_t section) const {
    const PlacedChunk& in = note_.chunks()[chunk_with(&Counts::sections, section)];
    return in.chunk->owned[section - in.before.sections];
  }

  const Note& note_;
  Text text_;
  Range range_;        // in the old text
  int64_t moved_ = 0;  // how far what stands behind it has moved
  size_t first_ = 0;   // the first section that is cut again
  uint32_t from_ = 0;  // where it begins
  size_t first_chunk_ = 0;
  size_t last_chunk_ = 0;
  std::vector<SharedSection> fresh_;
};

}  // namespace

std::shared_ptr<const Note> Note::edited(Range range, std::string_view with) const {
  if (is_bibliography(path_)) return parse(path_, text_.replaced(range, with), reading_);
  Edit edit(*this, range, with);
  Composed composed = compose(edit.sections());
  std::shared_ptr<Note> note(new Note(path_, edit.text(), reading_));
  const size_t first = composed.first, behind = composed.behind;
  note->place(chunks_, std::move(composed));
  note->name_itself();
  note->cut_text(first, note->chunks_.size() - behind);
  note->places_.follow(&places_, chunks_, note->chunks_, first, behind);
  return note;
}

}  // namespace notes

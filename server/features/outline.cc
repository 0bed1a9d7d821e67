#include "features/outline.h"

#include "features/render.h"
#include "notes/unicode.h"

namespace features {

using notes::Entry;
using notes::Heading;
using notes::Note;
using notes::Placed;
using notes::PlacedChunk;
using notes::Range;

namespace {

constexpr int kFileLevel = 0;   // an entry that is the whole file
constexpr int kEntryLevel = 7;  // an entry without a heading, below every heading

std::string one_line(std::string_view text) {
  std::string out(notes::trim(text));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return out;
}

bool may_be_file(const Note& note) {
  return note.entries().size() == 1 && !note.sections().empty() &&
         note.sections()[0]->kind == notes::SectionKind::kFrontMatter;
}

// What is said of the entries and headings of one chunk; all ranges are relative to it.
class ChunkOutline {
 public:
  ChunkOutline(const Note& note, const PlacedChunk& in) : note_(note), in_(in) {
    for (const Placed<notes::Section>& section : in.chunk->sections)
      for (const Heading& heading : section->headings)
        headings_.push_back({&heading, section.base});
    is_title_.resize(headings_.size());
    is_plain_.resize(entries().size());
  }

  std::vector<OutlineItem> run() && {
    out_.reserve(entries().size());
    for (size_t i = 0; i < entries().size(); ++i) add_entry(i);
    for (size_t i = 0; i < headings_.size(); ++i) add_heading(i);
    const auto is_before = [](const OutlineItem& a, const OutlineItem& b) {
      return std::pair(a.begin, a.level) < std::pair(b.begin, b.level);
    };
    if (!std::is_sorted(out_.begin(), out_.end(), is_before))
      std::stable_sort(out_.begin(), out_.end(), is_before);
    find_ends();
    return std::move(out_);
  }

 private:
  const notes::Row<Placed<Entry>>& entries() const { return in_.chunk->entries; }

  void add_entry(size_t index) {
    const Placed<Entry>& entry = entries()[index];
    if (notes::trim(entry->title).empty()) return;
    const Range title = entry.at(entry->title_range);
    // Titles follow each other as headings do.
    while (next_ < headings_.size() && headings_[next_].range().end < title.begin) ++next_;
    const bool has_heading =
        next_ < headings_.size() && headings_[next_].range().touches(title.begin);
    const bool is_file =
        may_be_file(note_) && in_.base + entry.range().begin < note_.sections()[0]->size;
    int level = is_file ? kFileLevel : kEntryLevel;
    uint32_t begin = std::min(entry.range().begin, title.begin);
    if (has_heading) {
      is_title_[next_] = true;
      if (!is_file) level = headings_[next_]->level;
      begin = std::min(begin, headings_[next_].range().begin);
    }
    is_plain_[index] = level == kEntryLevel;
    out_.push_back({begin, level, title, OutlineItem::kOpen, SymbolKind::kEntry,
                    one_line(entry->title), one_line(byline(*entry))});
  }

  void add_heading(size_t index) {
    const Placed<Heading>& heading = headings_[index];
    if (is_title_[index] || notes::trim(heading->text).empty()) return;
    const uint32_t begin = heading.range().begin;
    // A heading in the comment of an entry that has none itself belongs to that entry alone.
    const int level = heading->level + (is_in_plain_entry(begin) ? kEntryLevel : 0);
    out_.push_back({begin, level, heading.range(), OutlineItem::kOpen, SymbolKind::kHeading,
                    one_line(heading->text), ""});
  }

  bool is_in_plain_entry(uint32_t offset) const {
    const auto behind = std::partition_point(
        entries().begin(), entries().end(),
        [&](const Placed<Entry>& entry) { return entry.range().begin <= offset; });
    if (behind == entries().begin()) return is_in_plain_entry_before(in_.base + offset);
    const auto at = behind - 1;
    return at->range().touches(offset) && is_plain_[static_cast<size_t>(at - entries().begin())];
  }

  // Of a chunk before.
  bool is_in_plain_entry_before(uint32_t offset) const {
    const std::optional<size_t> around = note_.entry_at(offset);
    if (!around || may_be_file(note_)) return false;
    const Placed<Entry> entry = note_.entries()[*around];
    const uint32_t title = entry.at(entry->title_range).begin;
    return !notes::trim(entry->title).empty() &&
           std::ranges::none_of(note_.headings(), [&](const Placed<Heading>& heading) {
             return heading.range().touches(title);
           });
  }

  void find_ends() {
    const std::string_view text = note_.text().slice({in_.base, in_.end()});
    for (size_t i = 0; i + 1 < out_.size(); ++i) {
      const uint32_t floor = out_[i].selection.end, stop = std::max(out_[i + 1].begin, floor);
      const size_t last = text.substr(0, stop).find_last_not_of("\n\r \t");
      const size_t end = last == std::string_view::npos ? 0 : last + 1;
      out_[i].end = std::max(static_cast<uint32_t>(end), floor);
    }
  }

  const Note& note_;
  const PlacedChunk& in_;
  std::vector<Placed<Heading>> headings_;
  size_t next_ = 0;  // of the headings
  std::vector<bool> is_title_, is_plain_;
  std::vector<OutlineItem> out_;
};

}  // namespace

std::vector<OutlineItem> outline_in(const Note& note, const PlacedChunk& in) {
  return ChunkOutline(note, in).run();
}

bool is_outlined_alone(const Note& note, const PlacedChunk& in) {
  if (note.is_at_rest() || may_be_file(note)) return false;
  if (&in == &note.chunks().front()) return true;
  const notes::Chunk& before = *(&in - 1)->chunk;
  return before.entries.empty() || before.entries.back().range().end < before.size;
}

// Only white space stands between two lines, so no more than one of them is looked at at a time.
uint32_t end_before(const notes::Text& text, uint32_t stop, uint32_t floor) {
  while (stop > floor) {
    const uint32_t begin = std::max(floor, text.line(text.line_of(stop - 1)).begin);
    const size_t last = text.slice({begin, stop}).find_last_not_of("\n\r \t");
    if (last != std::string_view::npos) return begin + static_cast<uint32_t>(last) + 1;
    stop = begin;
  }
  return stop;
}

}  // namespace features

#include <algorithm>

#include "features/render.h"
#include "features/symbols.h"
#include "notes/unicode.h"

namespace features {

using notes::Note;
using notes::NoteId;
using notes::Range;
using notes::Snapshot;

namespace {

constexpr int kFileLevel = 0;   // an entry that is the whole file
constexpr int kEntryLevel = 7;  // an entry without a heading, below every heading

// A symbol before it is known where it ends.
struct Start {
  uint32_t begin = 0;
  int level = 0;
  DocumentSymbol symbol;
};

std::string one_line(std::string_view text) {
  std::string out(notes::trim(text));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return out;
}

Start start_of(const notes::Placed<notes::Entry>& entry, int level) {
  DocumentSymbol symbol{SymbolKind::kEntry,           one_line(entry->title),
                        one_line(byline(*entry)),     {},
                        entry.at(entry->title_range), {}};
  return {std::min(entry.range().begin, symbol.selection.begin), level, std::move(symbol)};
}

std::vector<Start> starts_in(const Note& note) {
  std::vector<Start> out;
  const auto headings = note.headings();
  std::vector<bool> is_title(headings.size(), false);
  std::vector<bool> is_plain(note.entries().size(), false);
  const bool may_be_file = note.entries().size() == 1 && !note.sections().empty() &&
                           note.sections()[0]->kind == notes::SectionKind::kFrontMatter;
  out.reserve(note.entries().size());
  auto next_heading = headings.begin();  // titles follow each other as headings do
  size_t i = 0;
  for (auto at = note.entries().begin(); at != note.entries().end(); ++at, ++i) {
    const notes::Placed<notes::Entry> entry = *at;
    if (notes::trim(entry->title).empty()) continue;
    const Range title = entry.at(entry->title_range);
    while (next_heading != headings.end() && next_heading->range().end < title.begin)
      ++next_heading;
    auto heading = next_heading;
    if (heading != headings.end() && !heading->range().touches(title.begin))
      heading = headings.end();
    const bool has_file = may_be_file && entry.range().begin < note.sections()[0]->size;
    int level = has_file ? kFileLevel : kEntryLevel;
    if (heading != headings.end()) {
      is_title[static_cast<size_t>(heading - headings.begin())] = true;
      if (!has_file) level = (*heading)->level;
    }
    is_plain[i] = level == kEntryLevel;
    out.push_back(start_of(entry, level));
    if (heading != headings.end()) {
      out.back().begin = std::min(out.back().begin, heading->range().begin);
    }
  }
  for (size_t k = 0; k < headings.size(); ++k) {
    const auto& heading = headings[k];
    if (is_title[k] || notes::trim(heading->text).empty()) continue;
    DocumentSymbol symbol{
        SymbolKind::kHeading, one_line(heading->text), "", {}, heading.range(), {}};
    // A heading in the comment of an entry that has none itself belongs to that entry alone.
    const auto around = note.entry_at(heading.range().begin);
    const bool in_comment = around && is_plain[*around];
    const int level = heading->level + (in_comment ? kEntryLevel : 0);
    out.push_back({heading.range().begin, level, std::move(symbol)});
  }
  const auto is_before = [](const Start& a, const Start& b) {
    return std::pair(a.begin, a.level) < std::pair(b.begin, b.level);
  };
  if (!std::is_sorted(out.begin(), out.end(), is_before))
    std::stable_sort(out.begin(), out.end(), is_before);
  return out;
}

// Only white space stands between two lines, so no more than one of them is looked at at a time.
uint32_t without_space_before(const notes::Text& text, uint32_t end, uint32_t floor) {
  while (end > floor) {
    const uint32_t begin = std::max(floor, text.line(text.line_of(end - 1)).begin);
    const size_t last = text.slice({begin, end}).find_last_not_of("\n\r \t");
    if (last != std::string_view::npos) return begin + static_cast<uint32_t>(last) + 1;
    end = begin;
  }
  return end;
}

// Takes the symbols from `next` on that lie deeper than `level`.
std::vector<DocumentSymbol> nest(std::vector<Start>& starts, size_t& next, int level,
                                 const notes::Text& text) {
  std::vector<DocumentSymbol> out;
  while (next < starts.size() && starts[next].level > level) {
    Start& start = starts[next++];
    if (!out.empty() && start.begin < out.back().range.end) continue;  // lies over the one before
    DocumentSymbol symbol = std::move(start.symbol);
    symbol.children = nest(starts, next, start.level, text);
    const uint32_t stop = next < starts.size() ? starts[next].begin : text.size();
    uint32_t end = symbol.selection.end;
    if (!symbol.children.empty()) end = std::max(end, symbol.children.back().range.end);
    symbol.range = {start.begin, without_space_before(text, std::max(stop, end), end)};
    out.push_back(std::move(symbol));
  }
  return out;
}

}  // namespace

std::vector<DocumentSymbol> document_symbols(const Snapshot& vault, NoteId id) {
  const Note* note = vault.note(id);
  if (!note) return {};
  std::vector<Start> starts = starts_in(*note);
  size_t next = 0;
  return nest(starts, next, -1, note->text());
}

}  // namespace features

#include "support/fixture.h"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

#include "notes/disk.h"

namespace support {
namespace {

using notes::Range;

[[noreturn]] void fail(const std::string& what, std::string_view where) {
  throw std::invalid_argument("fixture: " + what + ": " + std::string(where));
}

std::string absolute(std::string_view path) {
  return path.starts_with('/') ? std::string(path) : "/vault/" + std::string(path);
}

// Where the character of that column starts; the line's end is a column, too.
uint32_t offset_of_column(std::string_view line, size_t column) {
  size_t at = 0;
  for (; column > 0 && at < line.size(); --column) {
    do ++at;
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80);
  }
  if (column > 0) fail("a marker stands behind the end of its line", line);
  return static_cast<uint32_t>(at);
}

struct Marker {
  bool is_cursor = false;
  std::string_view name;
  Range range;  // in the marked line
};

// `%| needle` and its like.
Marker spelled_marker(std::string_view marker, std::string_view line) {
  const size_t space = std::min(marker.find(' '), marker.size());
  const std::string_view needle = marker.substr(std::min(space + 1, marker.size()));
  const char kind = marker[1];
  size_t at = line.find(needle);
  if (at == std::string_view::npos) fail("the line above lacks what is marked", marker);
  if (needle.empty()) {
    if (kind != '>') fail("only `%>` needs no text", marker);
    at = line.size();
  }
  const Range range = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + needle.size())};
  switch (kind) {
    case '|':
      return {true, {}, {range.begin, range.begin}};
    case '>':
      return {true, {}, {range.end, range.end}};
    default:
      return {false, marker.substr(2, space - 2), range};
  }
}

bool is_spelled_marker(std::string_view line) {
  return line.starts_with("%|") || line.starts_with("%>") || line.starts_with("%^");
}

// The drawn markers: spaces, then `|`, or `^^^` and perhaps a name of one word.
std::optional<Marker> drawn_marker(std::string_view drawn, std::string_view line) {
  const size_t begin = drawn.find_first_not_of(' ');
  if (begin == std::string_view::npos) return std::nullopt;
  if (drawn.substr(begin) == "|") {
    const uint32_t at = offset_of_column(line, begin);
    return Marker{true, {}, {at, at}};
  }
  const size_t end = std::min(drawn.find_first_not_of('^', begin), drawn.size());
  if (end == begin) return std::nullopt;
  std::string_view name = drawn.substr(end);
  if (!name.empty()) {
    if (name.front() != ' ') return std::nullopt;
    name.remove_prefix(1);
    if (name.empty() || name.find(' ') != std::string_view::npos) return std::nullopt;
  }
  return Marker{false, name, {offset_of_column(line, begin), offset_of_column(line, end)}};
}

std::optional<Marker> marker_of(std::string_view line, std::string_view marked) {
  return is_spelled_marker(line) ? spelled_marker(line, marked) : drawn_marker(line, marked);
}

std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

Fixture::Fixture(std::string_view text, std::vector<std::string> roots) {
  workspace_.set_roots(std::move(roots));
  if (text.starts_with('\n')) text.remove_prefix(1);
  if (!text.starts_with("%! ")) add("a.md", text);
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.starts_with("%! ")) add(line.substr(3), text);
  }
}

void Fixture::add(std::string_view path, std::string_view rest) {
  std::string text;
  std::string_view marked;  // the last line of text
  uint32_t base = 0;        // where it starts
  std::vector<std::pair<Marker, uint32_t>> markers;
  while (!rest.empty() && !rest.starts_with("%! ")) {
    const std::string_view line = take_line(rest);
    if (const std::optional<Marker> marker = marker_of(line, marked)) {
      markers.emplace_back(*marker, base);
      continue;
    }
    marked = line;
    base = static_cast<uint32_t>(text.size());
    text.append(line).push_back('\n');
  }
  const auto change =
      workspace_.load(notes::Note::parse(absolute(path), notes::Text(std::move(text))));
  const notes::NoteId note = change.value().note;
  for (const auto& [marker, at] : markers) {
    const Range range = marker.range.shifted(at);
    if (!marker.is_cursor) {
      ranges_[std::string(marker.name)].push_back({note, range});
    } else if (std::exchange(cursor_, notes::Place{note, range.begin})) {
      fail("two cursors", path);
    }
  }
}

notes::NoteId Fixture::id(std::string_view path) const {
  const std::optional<notes::NoteId> id = vault().find(absolute(path));
  if (!id) fail("no such note", path);
  return *id;
}

void Fixture::lay_to_rest(std::string_view path) {
  const notes::Note& whole = note(path);
  const auto disk = std::make_shared<notes::MemoryDisk>();
  disk->files[whole.path()] = whole.text().bytes();
  notes::Stamp stamp;
  notes::Text text(*disk->read(whole.path(), &stamp));
  workspace_.load(notes::Note::parse_at_rest(whole.path(), std::move(text),
                                             notes::default_reading(), {disk, stamp}));
}

notes::Place Fixture::cursor() const {
  if (!cursor_) fail("no cursor", "");
  return *cursor_;
}

Marked Fixture::range(std::string_view name) const {
  const std::vector<Marked> all = ranges(name);
  if (all.size() != 1) fail(std::to_string(all.size()) + " ranges of that name", name);
  return all.front();
}

std::vector<Marked> Fixture::ranges(std::string_view name) const {
  const auto found = ranges_.find(name);
  return found == ranges_.end() ? std::vector<Marked>() : found->second;
}

std::string_view Fixture::text(Marked what) const {
  return vault().note(what.note)->text().slice(what.range);
}

std::string Fixture::show(notes::NoteId note, notes::Range range) const {
  const uint32_t line = vault().note(note)->text().line_of(range.begin);
  return vault().display_path(note) + ":" + std::to_string(line + 1) + " \"" +
         std::string(text({note, range})) + "\"";
}

}  // namespace support

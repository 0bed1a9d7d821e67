#include "outliner.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "features/outline.h"
#include "gathering.h"
#include "protocol/fields.h"
#include "protocol/json_text.h"

namespace server {
namespace {

using notes::NoteId;
using notes::PlacedChunk;
using notes::Position;

constexpr std::string_view kRange = ",\"range\":{\"start\":{\"line\":";

// What a walk compares, and what is written. Lines are counted from the chunk's first.
struct WrittenItem {
  uint32_t begin = 0;
  int level = 0;
  struct {
    uint32_t end = 0;
  } selection;
  uint32_t end = features::OutlineItem::kOpen;

  // What stands between the numbers of lines: of the selection, both ends, of the range, both ends.
  std::array<uint32_t, 3> lines{};
  uint32_t last_line = 0;
  uint32_t text = 0;                    // where it begins
  std::array<uint32_t, 4> text_ends{};  // before each number
  uint32_t text_end = 0;                // behind the last
};

// What is written of a chunk: only the numbers of lines, which depend on what stands above, are
// left out.
struct WrittenChunk {
  std::string text;
  std::vector<WrittenItem> items;

  std::string_view piece(uint32_t begin, uint32_t end) const {
    return std::string_view(text).substr(begin, end - begin);
  }
  void open(const WrittenItem& item, uint32_t first_line, Gathering& out) const {
    out.put(piece(item.text, item.text_ends[0]));
    out.put(first_line + item.lines[0]);
    out.put(piece(item.text_ends[0], item.text_ends[1]));
    out.put(first_line + item.lines[1]);
    out.put(piece(item.text_ends[1], item.text_ends[2] - static_cast<uint32_t>(kRange.size())));
  }
  // Up to where it ends.
  void begin_range(const WrittenItem& item, uint32_t first_line, Gathering& out) const {
    out.put(kRange);
    out.put(first_line + item.lines[2]);
    out.put(piece(item.text_ends[2], item.text_ends[3]));
  }
  // REQUIRES: its end is known.
  void end_range(const WrittenItem& item, uint32_t first_line, Gathering& out) const {
    out.put(first_line + item.last_line);
    out.put(piece(item.text_ends[3], item.text_end));
  }

  // All are on one level, and none lies in the one before, whose end is known.
  bool is_row() const {
    for (size_t i = 0; i + 1 < items.size(); ++i)
      if (items[i].end > items[i + 1].begin || items[i].level != items[i + 1].level) return false;
    return items.size() > 1;
  }
  // From the end of the first, which is open, to the last, which will be.
  std::string row(uint32_t first_line) const {
    std::string out;
    Gathering to(out);
    for (size_t i = 0; i + 1 < items.size(); ++i) {
      begin_range(items[i], first_line, to);
      end_range(items[i], first_line, to);
      to.put(",");
      open(items[i + 1], first_line, to);
    }
    to.flush();
    return out;
  }
};

void append(std::string& out, std::string_view text, uint32_t number) {
  out += text;
  protocol::write_json(out, number);
}

WrittenChunk write_chunk(const View& view, NoteId id, const PlacedChunk& in) {
  WrittenChunk out;
  const notes::Text& text = view.note(id).text();
  const auto position = [&](uint32_t offset) {
    Position at = text.position(in.base + offset, view.client->encoding);
    at.line -= in.before.lines;
    return at;
  };
  std::string& to = out.text;
  for (const features::OutlineItem& item : features::outline_in(view.note(id), in)) {
    WrittenItem& written = out.items.emplace_back();
    const Position begin = position(item.selection.begin), end = position(item.selection.end),
                   whole = position(item.begin);
    written.begin = item.begin;
    written.level = item.level;
    written.selection.end = item.selection.end;
    written.end = item.end;
    written.lines = {begin.line, end.line, whole.line};
    const auto line_follows = [&](size_t number) {
      written.text_ends[number] = static_cast<uint32_t>(to.size());
    };
    written.text = static_cast<uint32_t>(to.size());
    to += '{';
    protocol::Writer io(to);
    io("name", item.name);
    if (!item.detail.empty()) io("detail", item.detail);
    io("kind", kind_of(item.kind));
    to += ",\"selectionRange\":{\"start\":{\"line\":";
    line_follows(0);
    append(to, ",\"character\":", begin.column);
    to += "},\"end\":{\"line\":";
    line_follows(1);
    append(to, ",\"character\":", end.column);
    (to += "}}") += kRange;
    line_follows(2);
    append(to, ",\"character\":", whole.column);
    to += "},\"end\":{\"line\":";
    line_follows(3);
    if (item.end != features::OutlineItem::kOpen) {
      const Position last = position(item.end);
      written.last_line = last.line;
      append(to, ",\"character\":", last.column);
      to += "}}}";
    }
    written.text_end = static_cast<uint32_t>(to.size());
  }
  to.shrink_to_fit();
  out.items.shrink_to_fit();
  return out;
}

// A chunk of the document, as it was written last.
struct Part {
  notes::SharedChunk chunk;  // nothing of one that what stands before it may change
  uint32_t first_line = 0;
  WrittenChunk written;
  protocol::LongText::Piece row;  // see WrittenChunk::row(); nullptr where it is none
};

// Writes what a walk opens and closes. Rows are kept, so that they are no part of what is copied.
class Writing {
 public:
  Writing(const View& view, NoteId id) : view_(view), id_(id), out_(between_) { out_.put("["); }

  // Of what is opened from now on.
  void enter(const Part& part) { part_ = &part; }

  void open(const WrittenItem& item, const PlacedChunk&, bool is_first) {
    if (!is_first)
      out_.put(",");
    else if (!open_.empty())
      out_.put(",\"children\":[");
    open_.push_back(part_);
    part_->written.open(item, part_->first_line, out_);
  }

  void close(const WrittenItem& item, const PlacedChunk&, uint32_t end, bool is_leaf) {
    const Part& part = *open_.back();
    open_.pop_back();
    if (!is_leaf) out_.put("]");
    part.written.begin_range(item, part.first_line, out_);
    if (is_leaf && item.end != features::OutlineItem::kOpen)
      return part.written.end_range(item, part.first_line, out_);
    if (end != known_end_) {
      known_end_ = end;
      known_ = view_.note(id_).text().position(end, view_.client->encoding);
    }
    out_.put(known_);
    out_.put("}}");
  }

  void put_row() {
    out_.flush();
    whole_.add(std::exchange(between_, {}));
    whole_.add(part_->row);
  }

  protocol::LongText take() && {
    out_.put("]");
    out_.flush();
    whole_.add(std::move(between_));
    return std::move(whole_);
  }

 private:
  const View& view_;
  const NoteId id_;
  protocol::LongText whole_;
  std::string between_;  // what stands behind the last row
  Gathering out_;
  const Part* part_ = nullptr;
  std::vector<const Part*> open_;
  uint32_t known_end_ = features::OutlineItem::kOpen;  // what many hold ends with the same
  Position known_;
};

protocol::LongText join(const View& view, NoteId id, const std::vector<Part>& parts) {
  const notes::Note& note = view.note(id);
  Writing writing(view, id);
  features::OutlineWalk<WrittenItem, Writing> walk(note.text(), writing);
  for (size_t i = 0; i < parts.size(); ++i) {
    const std::vector<WrittenItem>& items = parts[i].written.items;
    const PlacedChunk& in = note.chunks()[i];
    writing.enter(parts[i]);
    if (!items.empty()) walk.add(items[0], in);
    if (parts[i].row && walk.is_last_open(items[0])) {
      writing.put_row();
      walk.pass(items[items.size() - 2], items.back(), in);
    } else {
      for (size_t k = 1; k < items.size(); ++k) walk.add(items[k], in);
    }
  }
  walk.end();
  return std::move(writing).take();
}

// Finds parts by their chunks: most follow each other as they did.
class Known {
 public:
  explicit Known(std::vector<Part>& parts) : parts_(parts) {}

  Part* find(const notes::SharedChunk& chunk) {
    if (next_ >= parts_.size() || parts_[next_].chunk != chunk) {
      if (places_.empty())
        for (size_t i = 0; i < parts_.size(); ++i) places_.emplace(parts_[i].chunk.get(), i);
      const auto place = places_.find(chunk.get());
      if (place == places_.end()) return nullptr;
      next_ = place->second;
    }
    return &parts_[next_++];
  }

 private:
  std::vector<Part>& parts_;
  size_t next_ = 0;
  std::unordered_map<const notes::Chunk*, size_t> places_;
};

}  // namespace

struct Outliner::Kept {
  std::vector<Part> parts;  // one for each chunk
};

Outliner::~Outliner() { delete kept_.load(); }

protocol::DocumentSymbolResult Outliner::write(const View& view, NoteId id) const {
  if (view.client->capabilities.textDocument.documentSymbol.hierarchicalDocumentSymbolSupport)
    return write_tree(view, id);
  return flat_outline(view, id);
}

protocol::LongJson Outliner::write_tree(const View& view, NoteId id) const {
  std::unique_ptr<Kept> kept(kept_.exchange(nullptr));
  if (!kept) kept = std::make_unique<Kept>();
  const notes::Note& note = view.note(id);
  const std::vector<PlacedChunk>& chunks = note.chunks();

  std::vector<Part> before = std::exchange(kept->parts, std::vector<Part>(chunks.size()));
  Known known(before);
  for (size_t i = 0; i < chunks.size(); ++i) {
    Part& part = kept->parts[i];
    const bool is_alone = features::is_outlined_alone(note, chunks[i]);
    if (Part* const was = is_alone ? known.find(chunks[i].chunk) : nullptr) {
      part = std::move(*was);
      if (part.first_line == chunks[i].before.lines) continue;
    } else {
      part = {is_alone ? chunks[i].chunk : nullptr, 0, write_chunk(view, id, chunks[i]), nullptr};
    }
    part.first_line = chunks[i].before.lines;
    part.row = part.written.is_row()
                   ? std::make_shared<const std::string>(part.written.row(part.first_line))
                   : nullptr;
  }
  protocol::LongJson out{join(view, id, kept->parts)};
  delete kept_.exchange(kept.release());
  return out;
}

}  // namespace server

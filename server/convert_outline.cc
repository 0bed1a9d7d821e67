// The outline of a note as JSON. In a note of many thousands of entries it is megabytes, and asked
// for after each keystroke; so what is written of a chunk is kept with it, and only the numbers of
// lines, which depend on what stands above, are put between. An answer then costs little more than
// its bytes.
#include <array>

#include "convert.h"
#include "features/outline.h"
#include "gathering.h"
#include "protocol/fields.h"
#include "protocol/json_text.h"

namespace server {
namespace {

using notes::Encoding;
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

struct WrittenChunk : notes::Memo::Made {
  Encoding encoding = Encoding::kUtf16;
  std::string text;
  std::vector<WrittenItem> items;
};

void append(std::string& out, std::string_view text, uint32_t number) {
  out += text;
  protocol::write_json(out, number);
}

std::unique_ptr<const WrittenChunk> write_chunk(const View& view, NoteId id,
                                                const PlacedChunk& in) {
  auto out = std::make_unique<WrittenChunk>();
  const notes::Text& text = view.note(id).text();
  const uint32_t first_line = text.line_of(in.base);
  out->encoding = view.client->encoding;
  const auto position = [&](uint32_t offset) {
    Position at = text.position(in.base + offset, out->encoding);
    at.line -= first_line;
    return at;
  };
  std::string& to = out->text;
  for (const features::OutlineItem& item : features::outline_in(view.note(id), in)) {
    WrittenItem& written = out->items.emplace_back();
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
  out->items.shrink_to_fit();
  return out;
}

// Writes what a walk opens and closes.
class Writing {
 public:
  Writing(const View& view, NoteId id, std::string& out) : view_(view), id_(id), out_(out) {}

  // Of what is opened from now on.
  void enter(const WrittenChunk& chunk, uint32_t first_line) {
    chunk_ = &chunk;
    first_line_ = first_line;
  }

  void open(const WrittenItem& item, const PlacedChunk&, bool is_first) {
    if (!is_first)
      out_.put(",");
    else if (!open_.empty())
      out_.put(",\"children\":[");
    open_.push_back({chunk_, first_line_});
    const std::string_view text = chunk_->text;
    piece(text, item.text, item.text_ends[0]);
    out_.put(first_line_ + item.lines[0]);
    piece(text, item.text_ends[0], item.text_ends[1]);
    out_.put(first_line_ + item.lines[1]);
    piece(text, item.text_ends[1], item.text_ends[2] - static_cast<uint32_t>(kRange.size()));
  }

  void close(const WrittenItem& item, const PlacedChunk&, uint32_t end, bool is_leaf) {
    const auto [chunk, first_line] = open_.back();
    open_.pop_back();
    const std::string_view text = chunk->text;
    if (!is_leaf) out_.put("]");
    out_.put(kRange);
    out_.put(first_line + item.lines[2]);
    piece(text, item.text_ends[2], item.text_ends[3]);
    if (is_leaf && item.end != features::OutlineItem::kOpen) {
      out_.put(first_line + item.last_line);
      piece(text, item.text_ends[3], item.text_end);
      return;
    }
    if (end != known_end_) {
      known_end_ = end;
      known_ = view_.note(id_).text().position(end, view_.client->encoding);
    }
    out_.put(known_);
    out_.put("}}");
  }

 private:
  void piece(std::string_view text, uint32_t begin, uint32_t end) {
    out_.put(text.substr(begin, end - begin));
  }

  struct Open {
    const WrittenChunk* chunk = nullptr;
    uint32_t first_line = 0;
  };

  const View& view_;
  const NoteId id_;
  Gathering out_;
  const WrittenChunk* chunk_ = nullptr;
  uint32_t first_line_ = 0;
  std::vector<Open> open_;
  uint32_t known_end_ = features::OutlineItem::kOpen;  // what many hold ends with the same
  Position known_;
};

}  // namespace

protocol::RawJson written_outline(const View& view, NoteId id) {
  const notes::Note& note = view.note(id);
  std::vector<std::unique_ptr<const WrittenChunk>> made;  // that are not kept
  std::vector<const WrittenChunk*> chunks;
  size_t size = 2;
  for (const PlacedChunk& in : note.chunks()) {
    const bool may_keep = features::is_outlined_alone(note, in);
    const auto* kept = static_cast<const WrittenChunk*>(in.chunk->outline.kept());
    if (!may_keep || (kept && kept->encoding != view.client->encoding)) {
      chunks.push_back(made.emplace_back(write_chunk(view, id, in)).get());
    } else {
      if (!kept)
        kept = &static_cast<const WrittenChunk&>(in.chunk->outline.keep(write_chunk(view, id, in)));
      chunks.push_back(kept);
    }
    constexpr size_t kMostBesides = 96;  // the numbers of lines, and where something is open
    size += chunks.back()->text.size() + kMostBesides * chunks.back()->items.size();
  }
  protocol::RawJson out{"["};
  out.text.reserve(size);
  {
    Writing writing(view, id, out.text);
    features::OutlineWalk<WrittenItem, Writing> walk(note.text(), writing);
    for (size_t i = 0; i < chunks.size(); ++i) {
      writing.enter(*chunks[i], note.text().line_of(note.chunks()[i].base));
      for (const WrittenItem& item : chunks[i]->items) walk.add(item, note.chunks()[i]);
    }
    walk.end();
  }
  out.text += ']';
  return out;
}

}  // namespace server

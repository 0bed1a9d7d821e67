// Everything that can be observed of a note, as text, so that two ways of making one can be
// compared; and what has to hold of every note, whatever its bytes are. For tests and the fuzz
// target. Pure: any thread.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

#include "notes/note.h"
#include "notes/unicode.h"

namespace observed {

using namespace notes;

inline std::ostream& operator<<(std::ostream& out, Range range) {
  return out << "[" << range.begin << "," << range.end << ")";
}

inline std::string show(const Section& section) {
  std::ostringstream out;
  out << "section " << int(section.kind) << " size " << section.size << "\n";
  for (const Line& line : section.lines)
    out << "  line " << int(line.kind) << line.range << line.content << "\n";
  for (const FrontMatterField& field : section.front_matter.fields) {
    out << "  field " << field.key << field.key_range << field.range << field.is_list;
    for (const FrontMatterValue& value : field.values) out << " " << value.text << value.range;
    out << "\n";
  }
  return out.str();
}

inline std::string show(const Placed<Entry>& entry) {
  std::ostringstream out;
  out << "entry" << entry.range() << entry.at(entry->title_range) << " title=" << entry->title
      << " key=" << entry->title_key << " authors=";
  for (const notes::Phrase& author : entry->authors) out << author << "; ";
  out << entry->et_al << " " << entry->author_key << " venue=" << entry->venue
      << " year=" << entry->year.value_or(0) << " month=" << entry->month.value_or(0);
  if (entry->noted)
    out << " noted=" << entry->noted->year << "-" << entry->noted->month << "-"
        << entry->noted->day;
  for (const Identifier& id : entry->identifiers) out << " " << to_string(id);
  for (const notes::Phrase& tag : entry->tags) out << " #" << tag;
  out << "\n  summary=" << entry->summary << "\n  comment=" << entry->comment << " strength "
      << int(entry->strength) << "\n";
  return out.str();
}

inline std::string show(const Placed<Reference>& reference) {
  std::ostringstream out;
  out << "reference " << int(reference->kind) << reference.range() << " " << reference->text
      << " path=" << reference->path << " anchor=" << reference->anchor
      << " author=" << reference->author << " venue=" << reference->venue
      << " year=" << reference->year.value_or(0);
  for (const TitleCandidate& title : reference->titles)
    out << " title=" << title.title << "@" << reference.base + title.begin;
  if (reference->identifier) out << " " << to_string(*reference->identifier);
  out << "\n";
  return out.str();
}

inline std::string show(const Note& note) {
  std::ostringstream out;
  for (const auto& section : note.sections()) out << "@" << section.base << " " << show(*section);
  for (const auto& entry : note.entries()) out << show(entry);
  for (const auto& reference : note.references()) out << show(reference);
  for (const auto& tag : note.tags())
    out << "tag" << tag.range() << " " << tag->name << " " << int(tag->source) << "\n";
  for (const auto& heading : note.headings())
    out << "heading " << heading->level << heading.range() << heading.at(heading->text_range) << " "
        << heading->text << " " << heading->slug << "\n";
  for (const Key key : note.keys()) out << key << " ";
  for (const TagSum& tag : note.tag_counts())
    out << tag.key << "=" << tag.display << "*" << tag.count << " ";
  return out.str();
}

// What is wrong with a note; empty when all is well.
class Flaws {
 public:
  explicit Flaws(const Note& note) : note_(note), bytes_(note.text().bytes()) {
    sections();
    uint32_t last = 0;
    for (const auto& entry : note.entries()) {
      within(entry.range(), "entry");
      within(entry.at(entry->title_range), "title");
      require(entry.range().covers(entry.at(entry->title_range)), "title outside of its entry");
      require(entry.range().begin >= last, "entries overlap or are not sorted");
      require(!entry->title.empty(), "no title");
      last = entry.range().end;
      for (const std::string_view text : std::initializer_list<std::string_view>{
               entry->title, entry->title_key, entry->author_key, entry->venue, entry->summary,
               entry->comment})
        valid(text);
      for (const notes::Phrase& text : entry->authors) valid(text);
      for (const notes::Phrase& text : entry->tags) valid(text);
      for (const Identifier& id : entry->identifiers) valid(id.value);
    }
    places();
    last = 0;
    for (const auto& reference : note.references()) {
      within(reference.range(), "reference");
      require(!reference.range().empty(), "empty reference");
      require(reference.range().begin >= last, "references overlap or are not sorted");
      last = reference.range().end;
      for (const Phrase* text : {&reference->text, &reference->path, &reference->anchor,
                                 &reference->author, &reference->venue})
        valid(*text);
      for (const TitleCandidate& candidate : reference->titles) {
        valid(candidate.title);
        within({reference.base + candidate.begin, reference.range().end}, "title candidate");
      }
      if (reference->identifier) valid(reference->identifier->value);
    }
    last = 0;
    for (const auto& tag : note.tags()) {
      within(tag.range(), "tag");
      require(!tag->name.empty(), "empty tag");
      require(tag.range().begin >= last, "tags overlap or are not sorted");
      require(slice(tag.range()).find(tag->name) != std::string_view::npos, "tag is not its text");
      last = tag.range().end;
    }
    for (const PlacedChunk& in : note.chunks()) uses(in);
    for (const auto& heading : note.headings()) {
      within(heading.range(), "heading");
      within(heading.at(heading->text_range), "heading's text");
      require(heading.range().covers(heading.at(heading->text_range)), "text outside of heading");
      valid(heading->text);
    }
  }

  const std::string& text() const { return text_; }

 private:
  // What is here is found by its key.
  void places() {
    uint32_t index = 0;
    for (const auto& entry : note_.entries()) {
      if (!entry->title_key.empty()) {
        const EntryKey wanted{make_key(KeyKind::kTitle, entry->title_key), index};
        bool is_found = false;
        for (const EntryKey& held : note_.entries_with(wanted.key))
          is_found = is_found || held == wanted;
        require(is_found, "an entry is not found by its title");
      }
      ++index;
    }
  }

  // What is kept of the uses of a chunk's tags says where they stand.
  void uses(const PlacedChunk& in) {
    require(in.chunk->size == 0 || in.before.lines == note_.text().line_of(in.base),
            "lines before a chunk are not counted");
    size_t plain = 0, sure = 0;
    for (const Placed<TagUse>& tag : in.chunk->tags) {
      const Range at = tag.range().shifted(in.base);
      const auto [begin, end] = note_.text().positions(at, Encoding::kUtf16);
      sure += tag->is_sure && tag->longer.empty() && !tag->key.empty() && at.size() < 256 &&
              begin.line == end.line && begin.column < 65536;
    }
    for (const TagCount& tag : in.chunk->tag_counts) {
      for (const Digest::Use& use : in.chunk->digest.uses(make_key(KeyKind::kTag, tag.key))) {
        if (!use.is_plain()) {
          require(use.line < in.chunk->tags.size(), "a use of no tag");
          continue;
        }
        ++plain;
        const uint32_t begin = in.base + use.begin, line = in.before.lines + use.line;
        const auto is_here = [&](const auto& held) {
          return held.range() == Range{use.begin, use.begin + use.size} && held->key == tag.key;
        };
        require(std::ranges::any_of(in.chunk->tags, is_here), "a use is not where its tag is");
        require(note_.text().positions({begin, begin + use.size}, Encoding::kUtf16) ==
                    std::pair(Position{line, use.column},
                              Position{line, uint32_t{use.column} + use.width}),
                "a use of a tag stands elsewhere");
      }
    }
    require(plain == sure, "it is not kept where a sure tag stands, or where another does");
  }

  void sections() {
    uint32_t at = 0;
    for (const auto& section : note_.sections()) {
      require(section.base == at, "sections leave a gap");
      within({at, at + section->size}, "section");
      at += section->size;
      uint32_t line = 0;
      for (const Line& one : section->lines) {
        within(one.range.shifted(section.base), "line");
        within(one.content.shifted(section.base), "content");
        require(one.range.begin >= line && one.range.covers(one.content), "lines are not sorted");
        line = one.range.end;
      }
      require(line <= section->size, "a line outside of its section");
      if (section->kind == SectionKind::kPageEntry)
        require(section->lines.size() >= 2, "a page entry without its links line");
      for (const FrontMatterField& field : section->front_matter.fields) {
        within(field.key_range, "key");
        within(field.range, "field");
        for (const FrontMatterValue& value : field.values) {
          within(value.range, "value");
          valid(value.text);
        }
      }
    }
    require(at == bytes_.size(), "sections do not cover the text");
    require(!note_.sections().empty(), "no section");
  }

  std::string_view slice(Range range) const { return note_.text().slice(range); }
  void require(bool holds, const std::string& what) {
    if (!holds) text_ += what + "\n";
  }
  void valid(std::string_view text) { require(valid_utf8(std::string(text)) == text, "bad UTF-8"); }
  void within(Range range, const std::string& what) {
    const auto border = [&](uint32_t at) {
      return at == bytes_.size() || (static_cast<unsigned char>(bytes_[at]) & 0xC0) != 0x80;
    };
    const bool inside = range.begin <= range.end && range.end <= bytes_.size();
    require(inside, what + " outside of the text");
    if (inside) require(border(range.begin) && border(range.end), what + " cuts a character");
  }

  const Note& note_;
  std::string_view bytes_;
  std::string text_;
};

inline std::string flaws(const Note& note) { return Flaws(note).text(); }

// What a file gives: `title`, or `(title)` of a weak entry, one a line; and its flaws, if any.
inline std::string titles(std::string_view text,
                          const std::string& path = "/vault/notes/some-name.md") {
  const auto note = Note::parse(path, Text(std::string(text)));
  std::string out = flaws(*note);
  for (const auto& entry : note->entries())
    out += (out.empty() ? "" : "\n") +
           (entry->strength == Strength::kWeak ? "(" + entry->title + ")" : entry->title);
  return out;
}

}  // namespace observed

#include "notes/knows_note.h"

#include <algorithm>
#include <optional>

#include "notes/key.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/listed_entry.h"
#include "notes/names.h"
#include "notes/path.h"
#include "notes/title_text.h"
#include "notes/unicode.h"
#include "notes/url.h"

namespace notes {
namespace {

constexpr uint32_t kHead = 600;  // bytes behind the title, or behind the front matter

// What an entry says first, and what stands above it where it is all of the note.
Range head_of(const Note& note, const Placed<Entry>& entry) {
  const Range all = entry.range();
  const Placed<Section> first = note.sections().front();
  const bool is_file = entry->form == Form::kFile;
  uint32_t end = entry.at(entry->title_range).end;
  if (is_file && first->kind == SectionKind::kFrontMatter)
    end = std::max(end, first.base + first->size);
  return {is_file ? 0 : all.begin, std::min(end + kHead, std::max(all.end, end))};
}

// Behind the title, or behind the front matter that holds it.
uint32_t body_of(const Note& note, const Placed<Entry>& entry) {
  const uint32_t title = entry.at(entry->title_range).end;
  const Placed<Section> first = note.sections().front();
  if (first->kind == SectionKind::kFrontMatter && title <= first->size) return first->size;
  return note.text().line(note.text().line_of(title)).end;
}

bool holds(const std::vector<NoteId>& notes, NoteId note) {
  return std::find(notes.begin(), notes.end(), note) != notes.end();
}

class Link {
 public:
  Link(const Snapshot& vault, NoteId from, EntryId to) : vault_(vault), from_(from), to_(to) {}

  bool leads_by(const Reference& reference) const {
    switch (reference.kind) {
      case ReferenceKind::kWiki:
        return leads_by_name(reference.path, reference.anchor);
      case ReferenceKind::kLink:
      case ReferenceKind::kFile:
        return leads_by_path(reference.path, reference.anchor);
      case ReferenceKind::kCite:
        return is_meant({}) && reference.identifier && is_record_of(reference.identifier->value);
      case ReferenceKind::kTitle:
      case ReferenceKind::kUrl:
        return false;
    }
    return false;
  }

  bool is_published_at(std::string_view url) const {
    const std::optional<Url> at = split_url(url);
    if (!is_meant({}) || !at) return false;
    const auto names = note().other_names();
    const auto is_named = [&](std::string_view name) {
      while (name.size() > 1 && name.ends_with('/')) name.remove_suffix(1);
      const std::string key = name_key(name);
      return name.size() > 1 && std::ranges::any_of(names, [&](const Phrase& own) {
               return own == key || (own.ends_with('/') && own.substr(0, own.size() - 1) == key);
             });
    };
    return is_named(url) || is_named(at->path);
  }

  bool may_be_published() const {
    return std::ranges::any_of(note().other_names(), [](const Phrase& name) {
      return name.find('/') != std::string::npos;
    });
  }

 private:
  const Note& note() const { return *vault_.note(to_.note); }

  // All of the note is about it, or the anchor is its heading.
  bool is_meant(std::string_view anchor) const {
    const Placed<Entry> entry = vault_.entry(to_);
    if (entry->form == Form::kFile || note().entries().size() == 1) return true;
    if (anchor.empty()) return false;
    const auto heading = note().heading_named(anchor);
    return heading && heading->range().contains(entry.at(entry->title_range).begin);
  }

  bool leads_by_name(std::string_view name, std::string_view anchor) const {
    if (name.empty() || !is_meant(anchor)) return false;
    return holds(notes_named(vault_, from_, name), to_.note) ||
           (name.starts_with('@') && is_record_of(name.substr(1)));
  }

  bool leads_by_path(std::string_view path, std::string_view anchor) const {
    if (path.empty() || !is_meant(anchor)) return false;
    return note_at_path(vault_, from_, path) == to_.note;
  }

  bool is_record_of(std::string_view citekey) const {
    const Row<Identifier>& ids = vault_.entry(to_)->identifiers;
    return note().name() == '@' + std::string(citekey) ||
           std::ranges::any_of(ids, [&](const Identifier& id) {
             return id.kind == IdentifierKind::kCitekey && id.value == citekey;
           });
  }

  const Snapshot& vault_;
  NoteId from_;
  EntryId to_;
};

// The words of a head, line by line.
class Head {
 public:
  Head(const Note& note, Range range, uint32_t body) : begin_(range.begin) {
    if (const std::optional<Text> text = note.whole_text()) words_ = text->copy(range);
    uint32_t at = std::max(body, begin_) - begin_;
    while (at < words_.size()) {
      const LineSpan line = line_at(words_, at);
      first_ = line.range.end;
      at = line.next;
      if (!trim(view(words_, line.range)).empty()) break;
    }
  }

  // It is the first line, or stands above it, or its links are nearly all that it says: elsewhere
  // in what people write of a work they may lead anywhere.
  bool leads(Range line) const {
    if (line.end <= first_) return true;
    constexpr size_t kFewWords = 3;
    return word_count(words_beside_links(words_, line, links_in(words_, line))) <= kFewWords;
  }
  bool leads_at(uint32_t offset) const {
    if (offset < begin_ || offset - begin_ >= words_.size()) return false;
    const size_t start = words_.find_last_of("\r\n", offset - begin_) + 1;
    return leads(line_at(words_, static_cast<uint32_t>(start)).range);
  }

  bool names_address(const Link& link) const {
    for (uint32_t at = 0; at < words_.size();) {
      const LineSpan line = line_at(words_, at);
      at = line.next;
      if (view(words_, line.range).find("://") == std::string_view::npos) continue;
      for (const WrittenLink& one : links_in(words_, line.range))
        if (link.is_published_at(one.to) && leads(line.range)) return true;
    }
    return false;
  }

 private:
  uint32_t begin_ = 0;
  std::string words_;
  uint32_t first_ = 0;  // where the first line behind the title that says something ends
};

}  // namespace

bool leads_to(const Snapshot& vault, EntryId from, EntryId to) {
  if (from.note == to.note) return false;
  const Note& note = *vault.note(from.note);
  const Placed<Entry> entry = vault.entry(from);
  const Range range = head_of(note, entry);
  const Link link(vault, from.note, to);
  std::vector<uint32_t> found;
  const auto sections = note.sections();
  auto at = std::partition_point(sections.begin(), sections.end(), [&](const Placed<Section>& one) {
    return one.base + one->size <= range.begin;
  });
  for (; at != sections.end() && at->base < range.end; ++at)
    for (const Reference& reference : (*at)->references)
      if (const uint32_t begin = at->at(reference.range).begin;
          range.contains(begin) && link.leads_by(reference))
        found.push_back(begin);
  if (found.empty() && !link.may_be_published()) return false;
  const Head head(note, range, body_of(note, entry));
  return std::ranges::any_of(found, [&](uint32_t offset) { return head.leads_at(offset); }) ||
         (link.may_be_published() && head.names_address(link));
}

}  // namespace notes

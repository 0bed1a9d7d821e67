#include "features/complete_link.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "features/card.h"
#include "features/linkable.h"
#include "features/match.h"
#include "features/render.h"
#include "notes/inline.h"
#include "notes/key.h"
#include "notes/resolve.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Place;
using notes::Snapshot;

namespace {

constexpr size_t kLongestQuery = 200;
// The list is made anew with each letter, so it need not be longer than somebody looks down it.
constexpr size_t kMostLinks = 60;
constexpr size_t kDocumentedLinks = 30;

// Where a link would lead that is written `[[inside]]` in the asking note.
std::optional<notes::Target> target_of(const Snapshot& vault, Place from,
                                       const std::string& inside) {
  const std::string text = "[[" + inside + "]]";
  notes::Inline found;
  scan_inline(text, {0, static_cast<uint32_t>(text.size())}, found);
  if (found.references.size() != 1 || found.references.front().range.size() != text.size()) {
    return std::nullopt;
  }
  const auto targets =
      resolve(vault, from.note,
              notes::Placed<notes::Reference>{&found.references.front(), from.offset})
          .targets;
  return targets.size() == 1 ? std::optional(targets.front()) : std::nullopt;
}

// A title as the text of a link, where brackets and bars would end it.
std::string as_alias(std::string_view title) {
  std::string out;
  for (const char c : title) {
    out += c == '[' ? '(' : c == ']' ? ')' : c == '|' || c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

// The note's name, with as much of its path before it as tells it from others.
std::optional<std::string> name_of_note(const Snapshot& vault, Place from, NoteId id) {
  const Note& note = *vault.note(id);
  std::string path = vault.display_path(id);
  const size_t file = path.rfind('/') + 1;
  if (path.compare(file, note.name().size(), note.name()) == 0) {
    path.resize(file + note.name().size());
  }
  for (size_t slash = path.rfind('/');; slash = path.rfind('/', slash - 1)) {
    const std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
    const auto target = target_of(vault, from, name);
    if (target && target->note == id) return name;
    if (slash == std::string::npos || slash == 0) break;
  }
  const auto target = target_of(vault, from, std::string(note.name()));
  return target && target->note == id ? std::optional(std::string(note.name())) : std::nullopt;
}

// The slug of the heading that is the entry's title; empty when it has none.
std::string_view slug_of_title(const Note& note, const notes::Placed<notes::Entry>& entry) {
  const notes::Range title = entry.at(entry->title_range);
  const auto sections = note.sections();
  const auto behind =
      std::partition_point(sections.begin(), sections.end(),
                           [&](const auto& section) { return section.base <= title.begin; });
  if (behind == sections.begin()) return {};
  const notes::Placed<notes::Section> section = *(behind - 1);
  for (const notes::Heading& heading : section->headings)
    if (section.at(heading.range).overlaps(title)) return heading.slug;
  return {};
}

// How links to what stands in a note are written in the asking note; belongs to one question.
class Links {
 public:
  Links(const Snapshot& vault, Place from) : vault_(vault), from_(from) {}

  const std::optional<std::string>& to_note(NoteId id) {
    const auto [at, is_new] = names_.try_emplace(id);
    if (is_new) at->second = name_of_note(vault_, from_, id);
    return at->second;
  }

  std::optional<std::string> to_entry(EntryId id) {
    const Note& note = *vault_.note(id.note);
    const auto entry = vault_.entry(id);
    const std::string alias = '|' + as_alias(entry->title);
    const std::optional<std::string>& name = to_note(id.note);
    if (name && note.entries().size() == 1) {
      const std::string way = notes::title_key(*name) == entry->title_key ? *name : *name + alias;
      if (leads_to(way, id)) return way;
    }
    if (name) {
      if (std::string way = *name + '#' + entry->title; leads_to(way, id)) return way;
      const std::string_view slug = slug_of_title(note, entry);
      if (std::string way = *name + '#' + std::string(slug) + alias;
          !slug.empty() && leads_to(way, id))
        return way;
    }
    std::string way = entry->title.str();
    return leads_to(way, id) ? std::optional(std::move(way)) : std::nullopt;
  }

 private:
  bool leads_to(const std::string& way, EntryId id) const {
    const auto target = target_of(vault_, from_, way);
    return target && target->note == id.note && target->entry == id.index;
  }

  const Snapshot& vault_;
  const Place from_;
  std::unordered_map<NoteId, std::optional<std::string>> names_;
};

Completion item_of_note(const Snapshot& vault, NoteId id, const std::string& name) {
  const Note& note = *vault.note(id);
  Completion item;
  item.kind = CompletionKind::kNote;
  item.label = name;
  item.detail = vault.display_path(id);
  if (const size_t count = note.entries().size(); count > 0) {
    item.detail += " · " + counted(count, "entry", "entries");
  }
  item.text = name;
  return item;
}

Completion item_of_entry(const Snapshot& vault, EntryId id, const std::string& link,
                         bool documented) {
  Completion item;
  item.kind = CompletionKind::kEntry;
  item.entry = id;
  item.label = vault.entry(id)->title;
  item.detail = byline(*vault.entry(id));
  if (documented) item.documentation = card_of(vault, id);
  item.text = link;
  return item;
}

}  // namespace

bool is_in_link(const CursorLine& line) {
  const std::string_view typed = line.slice(line.range.begin, line.cursor);
  const size_t open = typed.rfind("[[");
  return open != std::string_view::npos && typed.size() - open <= kLongestQuery &&
         typed.find("]]", open) == std::string_view::npos && (open == 0 || typed[open - 1] != '#');
}

std::optional<LinkQuestion> link_at(const CursorLine& line) {
  const std::string_view typed = line.slice(line.range.begin, line.cursor);
  const size_t open = typed.rfind("[[");
  if (open == std::string_view::npos) return std::nullopt;
  const uint32_t at = line.range.begin + static_cast<uint32_t>(open);
  const std::string_view query = typed.substr(open + 2);
  if (query.size() > kLongestQuery || query.find_first_of("#|]") != std::string_view::npos ||
      (open > 0 && typed[open - 1] == '#')) {
    return std::nullopt;
  }
  const notes::Inline found = inline_of(line);
  const bool is_link = std::any_of(found.references.begin(), found.references.end(),
                                   [&](const auto& r) { return r.range.begin == at; });
  if (found.is_masked(at) && !is_link) return std::nullopt;
  const std::string_view behind = line.slice(line.cursor, line.range.end);
  const size_t close = std::min(behind.find("]]"), behind.find("[["));
  const bool closed = close != std::string_view::npos && behind[close] == ']';
  const uint32_t end = closed ? line.cursor + static_cast<uint32_t>(close) + 2 : line.cursor;
  return LinkQuestion{{at + 2, end}, line.cursor};
}

Completions offer_links(const Snapshot& vault, Place place, const LinkQuestion& asked,
                        const CompletionOptions& options) {
  const std::string_view typed =
      vault.note(place.note)->text().slice({asked.edit.begin, asked.cursor});
  Completions out;
  out.incomplete = true;  // titles have spaces, and their words may come in any order
  Links links(vault, place);
  for (const Linkable& one : find_linkable(vault, typed, std::min(options.limit, kMostLinks))) {
    const auto link = one.entry ? links.to_entry({one.note, *one.entry}) : links.to_note(one.note);
    if (!link) continue;
    const bool documented = options.documented && out.items.size() < kDocumentedLinks;
    Completion item = one.entry ? item_of_entry(vault, {one.note, *one.entry}, *link, documented)
                                : item_of_note(vault, one.note, *link);
    item.edit = asked.edit;
    item.text += "]]";
    item.filter = is_subsequence(typed, item.label) ? item.label : std::string(typed);
    out.items.push_back(std::move(item));
  }
  return out;
}

std::string documentation_of_entry(const Snapshot& vault, EntryId id, const std::string& title) {
  const Note* note = id.note < vault.note_limit() ? vault.note(id.note) : nullptr;
  if (!note) return "";
  if (id.index < note->entries().size() && vault.entry(id)->title == title)
    return card_of(vault, id);
  // Something was typed above it since.
  const notes::Key key = make_key(notes::KeyKind::kTitle, notes::title_key(title));
  for (const notes::EntryKey& held : note->entries_with(key))
    if (vault.entry({id.note, held.entry})->title == title)
      return card_of(vault, {id.note, held.entry});
  return "";
}

}  // namespace features

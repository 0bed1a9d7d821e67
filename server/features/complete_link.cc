#include "features/complete_link.h"

#include <algorithm>
#include <tuple>

#include "features/card.h"
#include "features/match.h"
#include "features/render.h"
#include "notes/fuzzy.h"
#include "notes/inline.h"
#include "notes/key.h"
#include "notes/resolve.h"
#include "notes/unicode.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Place;
using notes::Snapshot;

namespace {

constexpr size_t kLongestQuery = 200;

struct Candidate {
  int score = 0;
  NoteId note = 0;
  std::optional<uint32_t> entry;
  const notes::Entry* about = nullptr;  // of an entry
};

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

std::optional<std::string> link_to_entry(const Snapshot& vault, Place from, EntryId id) {
  const Note& note = *vault.note(id.note);
  const auto& entry = vault.entry(id);
  const std::string alias = '|' + as_alias(entry->title);
  const auto name = name_of_note(vault, from, id.note);
  std::vector<std::string> ways;
  if (name && note.entries().size() == 1) {
    ways.push_back(notes::title_key(*name) == entry->title_key ? *name : *name + alias);
  }
  if (name) {
    ways.push_back(*name + '#' + entry->title);
    for (const auto& heading : note.headings()) {
      if (!heading.range().overlaps(entry.at(entry->title_range))) continue;
      ways.push_back(*name + '#' + heading->slug + alias);
      break;
    }
  }
  ways.push_back(entry->title);
  for (const std::string& way : ways) {
    const auto target = target_of(vault, from, way);
    if (target && target->note == id.note && target->entry == id.index) return way;
  }
  return std::nullopt;
}

std::vector<Candidate> candidates_for(const Snapshot& vault, std::string_view typed) {
  const std::string query = notes::fold(notes::trim(typed));
  const std::string words = notes::title_key(typed);
  std::vector<Candidate> out;
  for (NoteId id = 0; id < vault.note_limit(); ++id) {
    const Note* note = vault.note(id);
    if (!note || vault.stands_aside(id)) continue;
    auto score = notes::fuzzy_score(query, notes::fold(note->name()));
    if (!score && query.find('/') != std::string::npos) {
      score = notes::fuzzy_score(query, notes::fold(vault.display_path(id)));
    }
    if (score) out.push_back({*score, id, std::nullopt, nullptr});
    if (words.empty() && !query.empty()) continue;
    for (uint32_t i = 0; i < note->entries().size(); ++i) {
      const notes::Entry& entry = *note->entries()[i];
      if (entry.title_key.empty()) continue;
      if (const auto fit = score_of_words(words, entry.title_key)) {
        out.push_back({*fit, id, i, &entry});
      }
    }
  }
  return out;
}

// By match; then notes, then entries, the newest first; then as they stand in the vault.
bool is_before(const Candidate& a, const Candidate& b) {
  if (a.score != b.score) return a.score > b.score;
  if (!a.about != !b.about) return !a.about;
  if (a.about && newer(*a.about, *b.about)) return true;
  if (a.about && newer(*b.about, *a.about)) return false;
  return std::tuple(a.note, a.entry.value_or(0)) < std::tuple(b.note, b.entry.value_or(0));
}

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

Completion item_of_entry(const Snapshot& vault, EntryId id, const std::string& link) {
  Completion item;
  item.kind = CompletionKind::kEntry;
  item.label = vault.entry(id)->title;
  item.detail = byline(*vault.entry(id));
  item.documentation = card_of(vault, id);
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
  const std::string_view typed = vault.note(place.note)
                                     ->text()
                                     .bytes()
                                     .substr(asked.edit.begin, asked.cursor - asked.edit.begin);
  std::vector<Candidate> fitting = candidates_for(vault, typed);
  const size_t shown = std::min(fitting.size(), options.limit);
  std::partial_sort(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(shown),
                    fitting.end(), is_before);
  Completions out;
  out.incomplete = true;  // titles have spaces, and their words may come in any order
  for (size_t i = 0; i < shown; ++i) {
    const Candidate& one = fitting[i];
    const auto link = one.entry ? link_to_entry(vault, place, {one.note, *one.entry})
                                : name_of_note(vault, place, one.note);
    if (!link) continue;
    Completion item = one.entry ? item_of_entry(vault, {one.note, *one.entry}, *link)
                                : item_of_note(vault, one.note, *link);
    item.edit = asked.edit;
    item.text += "]]";
    item.filter = is_subsequence(typed, item.label) ? item.label : std::string(typed);
    out.items.push_back(std::move(item));
  }
  return out;
}

}  // namespace features

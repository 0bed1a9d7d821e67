#include "export.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "notes/duplicates.h"
#include "notes/mirrors.h"
#include "notes/resolve.h"
#include "notes/tag_meaning.h"

namespace server {
namespace {

using Json = nlohmann::ordered_json;
using notes::Note;
using notes::NoteId;
using notes::Range;

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

notes::Position at(const Note& note, uint32_t offset) {
  return note.text().position(offset, notes::Encoding::kUtf16);
}

uint32_t line_of(const Note& note, uint32_t offset) { return note.text().line_of(offset) + 1; }

uint32_t title_line(const Note& note, const notes::Placed<notes::Entry>& entry) {
  return line_of(note, entry.at(entry->title_range).begin);
}

Json date(const std::optional<notes::Date>& date) {
  if (!date) return nullptr;
  char text[32];
  if (date->day > 0)
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date->year, date->month, date->day);
  else if (date->month > 0)
    std::snprintf(text, sizeof text, "%04d-%02d", date->year, date->month);
  else
    std::snprintf(text, sizeof text, "%04d", date->year);
  return text;
}

std::string_view name_of(notes::ReferenceKind kind) {
  switch (kind) {
    case notes::ReferenceKind::kTitle:
      return "title";
    case notes::ReferenceKind::kWiki:
      return "wiki";
    case notes::ReferenceKind::kLink:
      return "link";
    case notes::ReferenceKind::kUrl:
      return "url";
    case notes::ReferenceKind::kFile:
      return "file";
    case notes::ReferenceKind::kCite:
      return "cite";
  }
  return "";
}

Json entry_json(const notes::Snapshot& vault, notes::EntryId id) {
  const Note& note = *vault.note(id.note);
  const notes::Placed<notes::Entry>& entry = vault.entry(id);
  Json identifiers = Json::array();
  for (const notes::Identifier& one : entry->identifiers)
    identifiers.push_back({{"kind", notes::name_of(one.kind)}, {"value", one.value.str()}});
  return {{"line", title_line(note, entry)},
          {"end_line", line_of(note, entry.range().end)},
          {"title", entry->title.str()},
          {"authors", std::vector<std::string_view>(entry->authors.begin(), entry->authors.end())},
          {"et_al", entry->et_al},
          {"venue", or_null(entry->venue.str())},
          {"year", or_null(entry->year)},
          {"month", or_null(entry->month)},
          {"noted", date(entry->noted)},
          {"identifiers", std::move(identifiers)},
          {"tags", notes::tags_of(vault, id)},
          {"summary", or_null(entry->summary.str())},
          {"strength", entry->strength == notes::Strength::kStrong ? "strong" : "weak"}};
}

// Line breaks and indentation within a reference are one space.
std::string one_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

Json reference_json(const notes::Snapshot& vault, notes::Resolver& resolver, NoteId id,
                    const notes::Placed<notes::Reference>& reference) {
  const Note& note = *vault.note(id);
  const notes::Resolution meaning = resolver.best(id, reference);
  const notes::Position begin = at(note, meaning.range.begin), end = at(note, meaning.range.end);
  Json target = nullptr;
  if (meaning.found()) {
    const notes::Target& best = meaning.targets.front();
    target = {{"path", vault.display_path(best.note)},
              {"line", line_of(*vault.note(best.note), best.range.begin)}};
  }
  return {{"kind", name_of(reference->kind)}, {"text", one_line(note.text().slice(meaning.range))},
          {"line", begin.line + 1},           {"column", begin.column},
          {"end_line", end.line + 1},         {"end_column", end.column},
          {"target", std::move(target)}};
}

// What is in it is told of the note that counts.
Json mirror_json(const notes::Snapshot& vault, NoteId id) {
  const std::optional<NoteId> of = notes::mirrored_by(vault, id);
  return {{"path", vault.display_path(id)},
          {"mirror_of", of ? Json(vault.display_path(*of)) : Json(nullptr)},
          {"entries", Json::array()},
          {"tags", Json::array()},
          {"references", Json::array()}};
}

Json note_json(const notes::Snapshot& vault, notes::Resolver& resolver, NoteId id) {
  if (vault.stands_aside(id)) return mirror_json(vault, id);
  const Note& note = *vault.note(id);
  Json entries = Json::array(), tags = Json::array(), references = Json::array();
  for (uint32_t i = 0; i < note.entries().size(); ++i)
    entries.push_back(entry_json(vault, {id, i}));
  for (const auto& use : note.tags()) {
    const auto tag = notes::meaning_of(vault, use);
    if (!tag) continue;
    const notes::Position begin = at(note, tag->range.begin), end = at(note, tag->range.end);
    tags.push_back({{"name", tag->name},
                    {"line", begin.line + 1},
                    {"column", begin.column},
                    {"end_column", end.column}});
  }
  for (const auto& reference : note.references())
    references.push_back(reference_json(vault, resolver, id, reference));
  return {{"path", vault.display_path(id)},
          {"entries", std::move(entries)},
          {"tags", std::move(tags)},
          {"references", std::move(references)}};
}

Json duplicate_json(const notes::Snapshot& vault, const notes::DuplicateGroup& group) {
  Json entries = Json::array();
  for (notes::EntryId id : group.entries)
    entries.push_back({{"path", vault.display_path(id.note)},
                       {"line", title_line(*vault.note(id.note), vault.entry(id))}});
  return {{"kind", notes::name_of(group.relation)},
          {"reason", group.reason},
          {"entries", std::move(entries)}};
}

}  // namespace

std::string export_json(const notes::Snapshot& vault) {
  std::vector<NoteId> ids;
  for (NoteId id = 0; id < vault.note_limit(); ++id)
    if (vault.note(id)) ids.push_back(id);
  std::sort(ids.begin(), ids.end(),
            [&](NoteId a, NoteId b) { return vault.display_path(a) < vault.display_path(b); });
  Json out{{"version", 1}, {"notes", Json::array()}, {"duplicates", Json::array()}};
  notes::Resolver resolver(vault);
  for (NoteId id : ids) out["notes"].push_back(note_json(vault, resolver, id));
  for (const notes::DuplicateGroup& group : notes::all_duplicates(vault))
    out["duplicates"].push_back(duplicate_json(vault, group));
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace server

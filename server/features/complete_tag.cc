#include "features/complete_tag.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "features/match.h"
#include "features/render.h"
#include "features/tags.h"
#include "notes/key.h"
#include "notes/tag_meaning.h"
#include "notes/tags.h"
#include "notes/unicode.h"

namespace features {

using notes::EntryId;
using notes::Key;
using notes::LineKind;
using notes::Note;
using notes::NoteId;
using notes::Place;
using notes::Range;
using notes::Snapshot;

namespace {

constexpr size_t kLongestQuery = 100;
constexpr size_t kBesideShown = 8;
// Of those documented at once, with every letter typed: how many, and by how many entries.
constexpr size_t kDocumentedTags = 10;
constexpr size_t kSampledAtOnce = 200;
// How many entries with the context's tags say which others go with them: more say the same.
constexpr size_t kMetEntries = 400;

uint32_t size_of_hash(const CursorLine& line, uint32_t at) {
  const notes::Character c = notes::character_at(line.text, at);
  return c.code == U'#' || c.code == U'＃' ? c.size : 0;
}

bool starts_line_with_hash(const CursorLine& line) {
  const std::string_view content = notes::trim(line.whole());
  return content.starts_with('#') || content.starts_with("＃");
}

// Whether a tag can stand behind this `#` at all. In a heading, tables and raw HTML it cannot; but
// a lone `#` at the start of a line is a heading only until the tag is typed.
bool may_hold_tag(const CursorLine& line, uint32_t hash, const notes::Inline& found) {
  if (line.kind == LineKind::kTable || line.kind == LineKind::kHtml) return false;
  const std::string_view before = line.slice(line.range.begin, hash);
  if (line.kind == LineKind::kHeading) return notes::trim(before).empty();
  const char32_t c = before.empty() ? 0 : notes::character_before(line.text, hash).code;
  return notes::may_precede_tag(c) && !found.is_masked(hash);
}

std::optional<TagQuestion> question_at(const Snapshot& vault, const Note& note,
                                       const CursorLine& line, uint32_t hash) {
  const uint32_t begin = hash + size_of_hash(line, hash);
  const std::string_view query = line.slice(begin, line.cursor);
  if (query.size() > kLongestQuery) return std::nullopt;
  if (!query.empty()) {
    const char32_t first = notes::character_at(query, 0).code;
    if (!notes::starts_tag(first)) return std::nullopt;
  }
  TagQuestion out;
  const auto tag = notes::tag_meant_at(vault, note, line.base + hash);
  uint32_t end = line.cursor;
  if (tag && tag->range.begin == line.base + hash && tag->range.end >= line.base + end) {
    end = std::min(tag->range.end - line.base, line.range.end);
  } else {
    while (end < line.range.end) {
      const notes::Character c = notes::character_at(line.text, end);
      if (!notes::is_tag_character(c.code)) break;
      end += c.size;
    }
  }
  out.edit = {hash, end};
  out.query_begin = begin;
  out.cursor = line.cursor;
  out.in_order = !starts_line_with_hash(line);
  out.write = [](const std::string& name) { return '#' + name; };
  return out;
}

// `#[[several words]]`
std::optional<TagQuestion> bracketed_question_at(const CursorLine& line, size_t open) {
  TagQuestion out;
  const uint32_t begin = static_cast<uint32_t>(open) + 3;
  const std::string_view behind = line.slice(line.cursor, line.range.end);
  const size_t close = std::min(behind.find("]]"), behind.find("[["));
  const bool closed = close != std::string_view::npos && behind[close] == ']';
  const uint32_t end = closed ? line.cursor + static_cast<uint32_t>(close) + 2 : line.cursor;
  out.edit = {static_cast<uint32_t>(open), end};
  out.query_begin = begin;
  out.cursor = line.cursor;
  out.write = [](const std::string& name) { return "#[[" + name + "]]"; };
  return out;
}

// The tags that stand on the entry of the cursor beside the one being typed. A lone `#` under an
// entry reads as a heading, so the line above is asked too.
struct Context {
  std::optional<EntryId> entry;
  std::vector<Key> tags;

  bool has(Key key) const { return std::find(tags.begin(), tags.end(), key) != tags.end(); }
};

Context context_of(const Snapshot& vault, Place place, const std::string& own) {
  const Note& note = *vault.note(place.note);
  auto index = note.entry_at(place.offset);
  if (!index) {
    const uint32_t line = note.text().line_of(place.offset);
    if (line > 0) index = note.entry_at(note.text().line(line - 1).end);
  }
  if (!index && note.entries().size() == 1) index = 0;
  if (!index) return {};
  Context out{EntryId{place.note, static_cast<uint32_t>(*index)}, {}};
  const Key typed = key_of_tag(own);
  EntryTags tags(vault);
  for (const Key tag : tags.of(*out.entry))
    if (tag != typed) out.tags.push_back(tag);
  return out;
}

// For each tag, how often it stands on another entry with one of the context's.
TagTally met_with(const Snapshot& vault, const Context& context) {
  TagTally met;
  sample_tagged(vault, context.tags, kMetEntries, [&](const Tagged& entry) {
    if (context.entry == entry.id) return;
    const auto shared = static_cast<uint32_t>(std::count_if(
        entry.tags.begin(), entry.tags.end(), [&](Key tag) { return context.has(tag); }));
    for (const Key tag : entry.tags) met.add(tag, shared);
  });
  return met;
}

struct Candidate {
  bool is_on_entry = false;
  int score = 0;
  uint32_t met = 0;
  uint32_t count = 0;
  const std::string* key = nullptr;
  const notes::TagTotal* total = nullptr;

  bool operator<(const Candidate& other) const {
    return std::tuple(is_on_entry, -score, ~met, ~count, std::string_view(*key)) <
           std::tuple(other.is_on_entry, -other.score, ~other.met, ~other.count,
                      std::string_view(*other.key));
  }
};

// How well a tag fits what was typed. Behind a space only a tag that goes on from there does.
std::optional<int> fit(const std::string& query, bool in_order, const std::string& key) {
  const bool has_space = query.find(' ') != std::string::npos;
  if (has_space && (in_order || query.back() == ' ')) {
    if (!key.starts_with(query)) return std::nullopt;
  }
  return score_whatever_length(query, key);
}

}  // namespace

std::optional<TagQuestion> hash_tag_at(const Snapshot& vault, const Note& note,
                                       const CursorLine& line) {
  const notes::Inline found = inline_of(line);
  const std::string_view typed = line.slice(line.range.begin, line.cursor);
  if (const size_t open = typed.rfind("#[["); open != std::string_view::npos &&
                                              typed.find("]]", open) == std::string_view::npos &&
                                              typed.size() - open <= kLongestQuery) {
    return bracketed_question_at(line, line.range.begin + open);
  }
  for (uint32_t at = line.cursor; at > line.range.begin;) {
    at -= notes::character_before(line.text, at).size;
    if (size_of_hash(line, at) > 0 && may_hold_tag(line, at, found)) {
      return question_at(vault, note, line, at);
    }
  }
  return std::nullopt;
}

Completions offer_tags(const Snapshot& vault, Place place, const TagQuestion& asked,
                       const CompletionOptions& options) {
  const Note& note = *vault.note(place.note);
  const auto typing = notes::tag_meant_at(vault, note, asked.query_begin);
  const bool is_use = typing && typing->range.overlaps(asked.edit);
  const std::string own = is_use ? typing->key : std::string();
  const Context context = context_of(vault, place, own);
  const TagTally met = met_with(vault, context);
  const std::string_view typed = note.text().slice({asked.edit.begin, asked.cursor});
  const std::string_view named = note.text().slice({asked.query_begin, asked.cursor});
  std::string query = notes::tag_key(named);
  if (!query.empty() && notes::is_space(notes::character_before(named, named.size()).code)) {
    query += ' ';
  }

  std::vector<Candidate> fitting;
  vault.index().for_each_tag([&](const std::string& key, const notes::TagTotal& total) {
    const uint32_t count = total.count - (key == own && total.count > 0 ? 1 : 0);
    if (count == 0) return;
    const auto score = fit(query, asked.in_order, key);
    if (!score) return;
    fitting.push_back({context.has(total.key), *score, met.of(total.key), count, &key, &total});
  });
  const size_t shown = std::min(fitting.size(), options.limit);
  std::partial_sort(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(shown),
                    fitting.end());

  Completions out;
  out.incomplete = fitting.size() > shown;
  for (size_t i = 0; i < shown; ++i) {
    const Candidate& one = fitting[i];
    const std::string& name = one.total->display;
    uint32_t uses = one.count;
    if (one.total->contested > 0) {
      uses = static_cast<uint32_t>(uses_of_tag(vault, *one.key).size());
      if (*one.key == own && uses > 0) --uses;
      if (uses == 0) continue;
    }
    Completion item{CompletionKind::kTag,
                    '#' + name,
                    counted(uses, "use", "uses"),
                    "",
                    std::nullopt,
                    asked.edit,
                    asked.write(name),
                    std::string(typed.substr(0, typed.size() - named.size())) + name};
    if (!is_subsequence(typed, item.filter)) {
      item.filter = typed;
      out.incomplete = true;
    }
    if (name.find(' ') != std::string::npos) out.incomplete = true;
    if (options.documented && i < kDocumentedTags)
      item.documentation = documentation_of_tag(vault, *one.key, kSampledAtOnce);
    out.items.push_back(std::move(item));
  }
  return out;
}

std::string documentation_of_tag(const Snapshot& vault, const std::string& key, size_t sampled) {
  const Key tag = key_of_tag(key);
  const auto beside = tags_beside(vault, {tag}, tag, kBesideShown, sampled);
  return beside.empty() ? std::string() : "Goes with " + list_tags(vault, beside, kBesideShown);
}

}  // namespace features

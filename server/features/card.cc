#include "features/card.h"

#include <algorithm>
#include <set>

#include "features/render.h"
#include "notes/identifier.h"
#include "notes/key.h"
#include "notes/tag_meaning.h"
#include "notes/unicode.h"

namespace features {

using notes::Entry;
using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Snapshot;

namespace {

constexpr size_t kTitleLimit = 300;
constexpr size_t kSummaryLimit = 1200;
constexpr size_t kTagsLimit = 24;
constexpr size_t kAuthorsNamed = 6;
constexpr size_t kBesideLimit = 8;
constexpr size_t kListLimit = 5;

// Paragraphs are separated by blank lines; an empty one leaves nothing.
void paragraph(std::string& card, const std::string& text) {
  if (text.empty()) return;
  if (!card.empty()) card += "\n\n";
  card += text;
}

void list_line(std::string& list, const std::string& item) {
  if (!list.empty()) list += '\n';
  list += item;
}

std::string bold(std::string_view text) {
  const std::string shown = inert(cut(text, kTitleLimit));
  return shown.empty() ? shown : "**" + shown + "**";
}

// The `2024.09` that ends a title line. An entry's year is rather its venue's, as that of a paper
// of ICLR'25 first seen in 2024.
std::optional<std::string> written_date(std::string_view title) {
  constexpr std::string_view kShape = "0000.00";
  title = notes::trim(title);
  if (title.size() < kShape.size()) return std::nullopt;
  const std::string_view tail = title.substr(title.size() - kShape.size());
  for (size_t i = 0; i < kShape.size(); ++i) {
    const bool is_digit = tail[i] >= '0' && tail[i] <= '9';
    if (kShape[i] == '0' ? !is_digit : tail[i] != kShape[i]) return std::nullopt;
  }
  return std::string(tail);
}

std::string year_and_month(int year, int month) {
  return std::to_string(year) + (month < 10 ? ".0" : ".") + std::to_string(month);
}

// The date that an arXiv id gives, else that of an entry which has it from no venue.
std::string known_date(const Entry& entry) {
  for (const notes::Identifier& id : entry.identifiers) {
    if (const auto date = notes::date_of(id)) return year_and_month(date->year, date->month);
  }
  if (!entry.venue.empty() || !entry.year || !entry.month) return "";
  return year_and_month(*entry.year, *entry.month);
}

// `Defa Zhu+ · ICLR'25 · 2024.09`; `title` is the title line.
std::string facts_of(const Entry& entry, std::string_view title) {
  std::string out = inert(cut(authors_of(entry, kAuthorsNamed), kTitleLimit));
  const auto add = [&](const std::string& fact) {
    if (!fact.empty()) out += (out.empty() ? "" : " · ") + fact;
  };
  const std::string date = written_date(title).value_or(known_date(entry));
  // A year alone is part of the date.
  if (!entry.venue.empty() || date.empty()) add(inert(cut(venue_of(entry), kTitleLimit)));
  add(date);
  return out;
}

std::string tags_of(const Entry& entry) {
  std::string out;
  for (size_t i = 0; i < entry.tags.size() && i < kTagsLimit; ++i) {
    out += (i > 0 ? " #" : "#") + inert(cut(entry.tags[i], kTitleLimit));
  }
  return out + (entry.tags.size() > kTagsLimit ? " …" : "");
}

}  // namespace

std::string item_of(const Snapshot& vault, EntryId id) {
  const Entry& entry = *vault.entry(id);
  std::string out = "- ";
  out += inert(cut(entry.title, kTitleLimit));
  if (const std::string by = byline(entry); !by.empty()) out += ", " + inert(cut(by, kTitleLimit));
  return out + " · " + inert(place_of(vault, id));
}

std::string card_of(const Snapshot& vault, EntryId id) {
  const auto& placed = vault.entry(id);
  const Entry& entry = *placed;
  std::string card;
  paragraph(card, bold(entry.title));
  paragraph(card, facts_of(entry, vault.note(id.note)->text().slice(placed.at(entry.title_range))));
  paragraph(card, tags_of(entry));
  paragraph(card, inert(cut(entry.summary, kSummaryLimit), true));
  if (const std::string comment = inert(cut(entry.comment, Entry::kCommentHead), true);
      !comment.empty()) {
    paragraph(card, "---");
    paragraph(card, comment);
  }
  std::string noted = "Noted ";
  if (entry.noted) noted += to_string(*entry.noted) + ' ';
  paragraph(card, noted + "in " + inert(place_of(vault, id)));
  return card;
}

std::string card_of_note(const Snapshot& vault, Spot spot) {
  const Note& note = *vault.note(spot.note);
  std::string card;
  paragraph(card, bold(note.name()));
  std::string where = inert(place_of(vault, spot.note, spot.range.begin));
  const std::string line = inert(cut(note.text().slice(spot.range), kTitleLimit));
  if (!line.empty()) where += ": " + line;
  paragraph(card, where);
  if (note.entries().empty()) return card;
  paragraph(card, counted(note.entries().size(), "entry:", "entries:"));
  std::string list;
  for (uint32_t i = 0; i < note.entries().size() && i < kListLimit; ++i) {
    list_line(list, item_of(vault, {spot.note, i}));
  }
  paragraph(card, list);
  return card;
}

std::string card_of_tag(const Snapshot& vault, const std::string& key) {
  const notes::TagTotal* total = vault.index().tag(key);
  if (!total) return "";
  TagKeys keys;
  std::vector<EntryId> entries = entries_tagged(vault, key, keys);
  std::vector<Spot> uses = uses_of_tag(vault, key);
  std::vector<TagBeside> below;
  for (const std::string& child : notes::tags_below(vault, key)) {
    const auto its_entries = entries_tagged(vault, child, keys);
    entries.insert(entries.end(), its_entries.begin(), its_entries.end());
    const auto its_uses = uses_of_tag(vault, child);
    uses.insert(uses.end(), its_uses.begin(), its_uses.end());
    below.push_back({child, static_cast<uint32_t>(its_uses.size())});
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  std::set<notes::NoteId> holders;
  for (const Spot& use : uses) holders.insert(use.note);
  std::string card;
  paragraph(card, bold("#" + total->display) + " · " + counted(uses.size(), "use", "uses") +
                      " in " + counted(holders.size(), "note", "notes"));
  if (!below.empty()) paragraph(card, "With " + list_tags(vault, below, kBesideLimit));
  if (const auto beside = tags_beside(vault, entries, key, keys); !beside.empty()) {
    paragraph(card, "Goes with " + list_tags(vault, beside, kBesideLimit));
  }
  if (entries.empty()) return card;
  const size_t shown = std::min(entries.size(), kListLimit);
  std::partial_sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(shown),
                    entries.end(), [&](EntryId a, EntryId b) {
                      const Entry& x = *vault.entry(a);
                      const Entry& y = *vault.entry(b);
                      return newer(x, y) || (!newer(y, x) && a < b);
                    });
  std::string list;
  for (size_t i = 0; i < shown; ++i) list_line(list, item_of(vault, entries[i]));
  paragraph(card, "Newest:");
  paragraph(card, list);
  return card;
}

}  // namespace features

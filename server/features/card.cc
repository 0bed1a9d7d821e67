#include "features/card.h"

#include <algorithm>

#include "features/render.h"
#include "notes/key.h"

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

std::string bold(std::string_view text) {
  const std::string shown = inert(cut(text, kTitleLimit));
  return shown.empty() ? shown : "**" + shown + "**";
}

// `Defa Zhu+ · ICLR'25 · 2024.09`
std::string facts_of(const Entry& entry) {
  std::string out = inert(cut(authors_of(entry, kAuthorsNamed), kTitleLimit));
  const auto add = [&](const std::string& fact) {
    if (!fact.empty()) out += (out.empty() ? "" : " · ") + fact;
  };
  add(inert(cut(venue_of(entry), kTitleLimit)));
  if (entry.year && entry.month) {
    add(std::to_string(*entry.year) + (*entry.month < 10 ? ".0" : ".") +
        std::to_string(*entry.month));
  }
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
  std::string out = "- " + inert(cut(entry.title, kTitleLimit));
  if (const std::string by = byline(entry); !by.empty()) out += ", " + inert(cut(by, kTitleLimit));
  return out + " · " + inert(place_of(vault, id));
}

std::string card_of(const Snapshot& vault, EntryId id) {
  const Entry& entry = *vault.entry(id);
  std::string card;
  paragraph(card, bold(entry.title));
  paragraph(card, facts_of(entry));
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
    list += (i > 0 ? "\n" : "") + item_of(vault, {spot.note, i});
  }
  paragraph(card, list);
  return card;
}

std::string card_of_tag(const Snapshot& vault, const std::string& key) {
  const notes::TagTotal* total = vault.index().tag(key);
  if (!total) return "";
  TagKeys keys;
  std::vector<EntryId> entries = entries_tagged(vault, key, keys);
  std::string card;
  paragraph(card, bold("#" + total->display) + " · " + counted(total->count, "use", "uses") +
                      " in " + counted(total->notes, "note", "notes"));
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
  for (size_t i = 0; i < shown; ++i) list += (i > 0 ? "\n" : "") + item_of(vault, entries[i]);
  paragraph(card, "Newest:");
  paragraph(card, list);
  return card;
}

}  // namespace features

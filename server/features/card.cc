#include "features/card.h"

#include <algorithm>

#include "features/best.h"
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
  const Entry& entry = *vault.entry(id);
  std::string card;
  paragraph(card, bold(entry.title));
  const notes::EntryWords words =
      vault.note(id.note)->words_of(id.index).value_or(notes::EntryWords{});
  paragraph(card, facts_of(entry, words.title_line));
  paragraph(card, tags_of(entry));
  paragraph(card, inert(cut(words.summary, kSummaryLimit), true));
  if (const std::string comment = inert(cut(words.comment, Entry::kCommentHead), true);
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
  const notes::Text text = note.whole_text().value_or(notes::Text());
  const std::string line = inert(cut(text.slice(spot.range), kTitleLimit));
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

namespace {

struct Dated {
  int score = 0;  // all alike
  uint64_t date = 0;
  EntryId id;

  bool operator<(const Dated& other) const {
    return date != other.date ? date > other.date : id < other.id;
  }
};

struct TagFacts {
  size_t uses = 0;
  size_t notes = 0;
};

// How often the tags are used, and in how many notes.
TagFacts facts_of(const Snapshot& vault, const std::vector<std::string>& tags,
                  std::vector<TagBeside>& below) {
  TagFacts facts;
  std::vector<NoteId> holders;
  for (size_t i = 0; i < tags.size(); ++i) {
    const notes::TagTotal* total = vault.index().tag(tags[i]);
    uint32_t uses = total ? total->count : 0;
    if (total && total->contested > 0) {
      const std::vector<Spot> spots = uses_of_tag(vault, tags[i]);
      uses = static_cast<uint32_t>(spots.size());
      for (const Spot& spot : spots) holders.push_back(spot.note);
    } else if (total) {
      const auto ids = vault.index().notes_with(key_of_tag(tags[i]));
      holders.insert(holders.end(), ids.begin(), ids.end());
    }
    facts.uses += uses;
    if (i > 0) below.push_back({tags[i], uses});
  }
  std::sort(holders.begin(), holders.end());
  facts.notes = static_cast<size_t>(std::unique(holders.begin(), holders.end()) - holders.begin());
  return facts;
}

}  // namespace

std::string card_of_tag(const Snapshot& vault, const std::string& key) {
  const notes::TagTotal* total = vault.index().tag(key);
  if (!total) return "";
  std::vector<std::string> tags = notes::tags_below(vault, key);
  tags.insert(tags.begin(), key);
  std::vector<TagBeside> below;
  const TagFacts facts = facts_of(vault, tags, below);
  std::vector<notes::Key> keys;
  for (const std::string& tag : tags) keys.push_back(key_of_tag(tag));
  Best<Dated> newest(kListLimit);
  for_each_tagged(
      vault, keys,
      [&](EntryId id, uint64_t date) {
        return newest.may_take_like({0, date, id});
      },
      [&](const Tagged& entry) {
        newest.add({0, entry.date, entry.id});
      });

  std::string card;
  paragraph(card, bold("#" + total->display) + " · " + counted(facts.uses, "use", "uses") + " in " +
                      counted(facts.notes, "note", "notes"));
  if (!below.empty()) paragraph(card, "With " + list_tags(vault, below, kBesideLimit));
  if (const auto met = tags_beside(vault, keys, total->key, kBesideLimit); !met.empty()) {
    paragraph(card, "Goes with " + list_tags(vault, met, kBesideLimit));
  }
  std::string list;
  for (const Dated& one : std::move(newest).take()) list_line(list, item_of(vault, one.id));
  if (list.empty()) return card;
  paragraph(card, "Newest:");
  paragraph(card, list);
  return card;
}

}  // namespace features

// Merging by the text of notes, with what always holds of it.
#pragma once

#include <set>

#include "features/applied.h"
#include "features/merge.h"
#include "notes/key.h"
#include "support/fixture.h"

namespace testing_features {

using features::Change;
using notes::EntryId;
using notes::NoteId;
using notes::Snapshot;
using support::Fixture;

inline EntryId entry_of(const Fixture& fixture, std::string_view path, std::string_view title) {
  const NoteId note = fixture.id(path);
  const auto entries = fixture.vault().note(note)->entries();
  for (uint32_t i = 0; i < entries.size(); ++i)
    if (entries[i]->title.find(title) != std::string::npos) return {note, i};
  ADD_FAILURE() << "no entry " << title << " in " << path << ":\n"
                << fixture.note(path).text().bytes();
  return {note, 0};
}

struct Merged {
  std::optional<std::string> gone;
  std::string into;
  Change change;
};

// Merges the entry of that title in gone.md into the one in into.md. What comes of it is one entry
// that has everything.
inline Merged check_merge(const std::string& notes, std::string_view title = "Alpha") {
  const Fixture fixture(notes);
  const Snapshot& vault = fixture.vault();
  const EntryId gone = entry_of(fixture, "gone.md", title);
  const EntryId into = entry_of(fixture, "into.md", title);
  const auto change = features::merge(vault, gone, into);
  EXPECT_TRUE(change.has_value());
  if (!change) return {};
  Merged out{applied(vault, gone.note, *change), *applied(vault, into.note, *change), *change};
  if (gone.note == into.note) return out;

  const auto after = notes::Note::parse("/vault/into.md", notes::Text(out.into));
  EXPECT_EQ(after->entries().size(), vault.note(into.note)->entries().size()) << out.into;
  const notes::Entry* merged = nullptr;
  for (const auto& entry : after->entries())
    if (entry->title == vault.entry(into)->title) merged = &*entry;
  EXPECT_TRUE(merged) << out.into;
  if (!merged) return out;
  std::set<std::string> tags;
  for (const notes::Phrase& tag : merged->tags) tags.insert(notes::tag_key(tag));
  const bool is_row = merged->form == notes::Form::kRow;  // which may have no place for them
  for (const EntryId from : {gone, into}) {
    for (const notes::Phrase& tag : vault.entry(from)->tags) {
      if (is_row && from != into) continue;
      EXPECT_TRUE(tags.contains(notes::tag_key(tag))) << tag << "\n" << out.into;
    }
    for (const notes::Identifier& id : vault.entry(from)->identifiers) {
      if (!is_of_work(id.kind)) continue;
      EXPECT_TRUE(std::find(merged->identifiers.begin(), merged->identifiers.end(), id) !=
                  merged->identifiers.end())
          << to_string(id) << "\n"
          << out.into;
    }
  }
  // Of a bold title the first paragraph is its links.
  const bool finds = merged->form != notes::Form::kBold;
  EXPECT_FALSE(finds && merged->summary.empty() && !vault.entry(gone)->summary.empty()) << out.into;
  return out;
}

}  // namespace testing_features

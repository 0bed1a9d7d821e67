// How entries, tags and places are written for a person: the pieces that cards, lists and messages
// share. Everything that comes out of a note passes through inert() before it goes into markdown.
// Pure: any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "notes/entry.h"
#include "notes/snapshot.h"

namespace features {

// `text` as markdown that shows it and does nothing: no HTML, image, link, code or heading comes of
// it. Runs of white space become one space; with `keep_lines` lines stay lines.
std::string inert(std::string_view text, bool keep_lines = false);

// At most `limit` bytes, cut between characters and ended by `…` when something was left out.
std::string cut(std::string_view text, size_t limit);

// `Defa Zhu+`, `Kevin Murphy`, or empty; the `+` stands for those that are not named.
std::string authors_of(const notes::Entry& entry, size_t named = 1);
std::string venue_of(const notes::Entry& entry);  // `ICLR'25`, `ICLR`, `2025`, or empty
// `Defa Zhu+, ICLR'25`: what tells an entry from others of its title.
std::string byline(const notes::Entry& entry);
std::string to_string(const notes::Date& date);  // `2026-01-02`, as far as it is known

std::string counted(size_t count, std::string_view one, std::string_view many);

// `papers/hyper.md:12`, lines from 1.
std::string place_of(const notes::Snapshot& vault, notes::NoteId note, uint32_t offset);
std::string place_of(const notes::Snapshot& vault, notes::EntryId entry);

// The later date comes first; what has no date comes last.
bool newer(const notes::Entry& a, const notes::Entry& b);

}  // namespace features

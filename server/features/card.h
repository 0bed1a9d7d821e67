// Cards: what is known of an entry, a tag or a note, as inert markdown of bounded length. Hover
// shows them, completion documents with them. Pure: any thread.
#pragma once

#include <string>

#include "features/tags.h"
#include "notes/snapshot.h"

namespace features {

// Title, authors, venue, date, tags, summary, the head of the comment, and where it is noted.
std::string card_of(const notes::Snapshot& vault, notes::EntryId entry);

// Name, where, and the first of the entries in it.
std::string card_of_note(const notes::Snapshot& vault, Spot spot);

// How often it is used, what goes with it, and its newest entries. `key` is a tag_key that the
// vault knows; for another the card is empty.
std::string card_of_tag(const notes::Snapshot& vault, const std::string& key);

// `- Title, Defa Zhu+, ICLR'25 · papers/hyper.md:3`, a list item.
std::string item_of(const notes::Snapshot& vault, notes::EntryId entry);

}  // namespace features

// One note as it is understood: its text, its sections and the entries they make up. An edit makes
// a new Note that shares every section and entry it did not touch. Immutable: any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/chunk.h"
#include "notes/disk.h"
#include "notes/key_places.h"
#include "notes/reading.h"
#include "notes/sequence.h"
#include "notes/text.h"

namespace notes {

// Where a note's text can be read again.
struct Source {
  std::shared_ptr<const Disk> disk;
  Stamp stamp;  // of the file as it was read
};

// What people read of an entry and the vault asks nothing about.
struct EntryWords {
  std::string title_line;  // the bytes of its title_range
  std::string summary, comment;
};

struct Composed;  // compose.h

class Note {
 public:
  // `path` is an absolute path, or the whole URI of a document that is no file.
  static std::shared_ptr<const Note> parse(std::string path, Text text,
                                           SharedReading reading = default_reading());
  // The same note at rest: without what disk says again when somebody asks for it, and few do: its
  // bytes, the sections' lines and front matter, summaries and comments. A note that is always
  // asked for its bytes does not rest (see rest.cc). What it keeps lies in the slab, if there is
  // one. REQUIRES: disk has just said the text.
  static std::shared_ptr<const Note> parse_at_rest(std::string path, Text text,
                                                   SharedReading reading, Source source,
                                                   Slab* slab = nullptr);
  // A note at rest as bytes, for this very program to read again; nullptr for what are none. The
  // source says the text that it was made of. REQUIRES: is_at_rest().
  std::string archived() const;
  static std::shared_ptr<const Note> from_archive(std::string path, std::string_view bytes,
                                                  SharedReading reading, Source source,
                                                  Slab* slab = nullptr);
  bool is_at_rest() const { return text_.is_at_rest(); }
  // All of a note at rest, its text, or an entry's words, from disk; nothing when that no longer
  // says what it did. Of another note: itself, for as long as it lives, and what it holds.
  std::shared_ptr<const Note> whole() const;
  std::optional<Text> whole_text() const;
  std::optional<EntryWords> words_of(size_t entry) const;

  // The same note after `range` of its text was replaced. Equal to parsing from scratch; reads only
  // what changed.
  std::shared_ptr<const Note> edited(Range range, std::string_view with) const;

  // Fetches what is asked of any note, where many are asked.
  void prefetch() const {
    __builtin_prefetch(&path_);
    __builtin_prefetch(&text_);
    __builtin_prefetch(reinterpret_cast<const char*>(&text_ + 1) - 1);
  }

  const std::string& path() const { return path_; }
  std::string_view name() const;  // the file's name without folder and extension
  const Phrase& folded_name() const { return folded_name_; }
  const Text& text() const { return text_; }
  const Stamp& stamp() const { return source_.stamp; }  // REQUIRES: is_at_rest()
  const SharedReading& reading() const { return reading_; }

  // At least one, each in one piece of the text.
  const std::vector<PlacedChunk>& chunks() const { return chunks_; }
  Counts counts() const;  // of all of them
  Sequence<Section> sections() const { return Sequence<Section>(chunks_); }
  // In the order of the text. An entry's index is its id within this version of the note.
  Sequence<Entry> entries() const { return Sequence<Entry>(chunks_); }
  // Lines of an index that point to notes. In the order of the text.
  Sequence<Alias> aliases() const { return Sequence<Alias>(chunks_); }
  // In the order of the text, without what stands in an entry's own title.
  Sequence<Reference> references() const { return Sequence<Reference>(chunks_); }
  Sequence<TagUse> tags() const { return Sequence<TagUse>(chunks_); }
  std::vector<Placed<Heading>> headings() const;

  // What it says that it may be called, too, as name_key() writes it.
  std::span<const Phrase> other_names() const { return other_names_; }

  // Nothing when there is none.
  std::optional<Placed<Reference>> reference_at(uint32_t offset) const;
  std::optional<Placed<TagUse>> tag_at(uint32_t offset) const;
  std::optional<size_t> entry_at(uint32_t offset) const;         // whose range holds it
  std::optional<size_t> entry_titled_at(uint32_t offset) const;  // whose title's line holds it
  std::optional<Placed<Heading>> heading_named(
      std::string_view anchor) const;  // by slug or by text

  // Who is here, for the index (see changes.h). Sorted, each once.
  std::vector<Key> keys() const;
  bool holds(Key key) const;
  // Of each chunk, whether it holds one of the keys. REQUIRES: there are more of them than
  // KeyPlaces::kShortNote.
  std::vector<bool> chunks_holding(std::span<const Key> keys) const;
  // The keys that are the note's own and no chunk's: what it is called. Sorted, each once.
  std::span<const Key> name_keys() const { return name_keys_; }
  // The entries that hold a key of a title, a part of it or an identifier; none for any other key.
  // Sorted.
  std::vector<EntryKey> entries_with(Key key) const;
  // The aliases that hold a title or identifier key, by their index.
  std::vector<EntryKey> aliases_with(Key key) const;
  std::vector<TagSum> tag_counts() const;  // sorted by key
  TagSum tag_count(std::string_view key) const;

 private:
  Note(std::string path, Text text, SharedReading reading)
      : path_(std::move(path)), text_(std::move(text)), reading_(std::move(reading)) {}
  static std::shared_ptr<Note> read(std::string path, Text text, SharedReading reading);
  void place(std::span<const PlacedChunk> before, Composed composed);
  void share_out();
  bool may_rest() const;
  std::optional<EntryWords> words_in_place(const Placed<Entry>& entry) const;
  std::optional<Entry> read_again(size_t entry, const Text& text) const;
  void cut_text(size_t first, size_t last);
  void name_itself();
  std::vector<EntryKey> with_key(Row<EntryKey> Chunk::*list, uint32_t Counts::*count,
                                 Key key) const;

  std::string path_;
  Text text_;
  SharedReading reading_;
  Source source_;  // of a note at rest
  std::vector<PlacedChunk> chunks_;
  KeyPlaces places_;
  // Those of a note at rest lie in the first chunk.
  Phrase folded_name_;
  Row<Key> name_keys_;
  Row<Phrase> other_names_;
};

}  // namespace notes

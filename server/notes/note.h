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

#include "notes/entry.h"
#include "notes/key.h"
#include "notes/reading.h"
#include "notes/section.h"
#include "notes/text.h"

namespace notes {

struct Claim;

struct TagCount {
  std::string key;         // tag_key of the name
  std::string display;     // the first spelling in this note; empty when no use is sure
  uint32_t count = 0;      // sure uses
  uint32_t contested = 0;  // those of them, and others, of which the vault decides what they mean
};

// Which entry a key is of.
struct EntryKey {
  Key key = 0;
  uint32_t entry = 0;

  auto operator<=>(const EntryKey&) const = default;
};

class Note {
 public:
  // `path` is an absolute path, or the whole URI of a document that is no file.
  static std::shared_ptr<const Note> parse(std::string path, Text text,
                                           SharedReading reading = default_reading());
  // The same note after `range` of its text was replaced. Equal to parsing from scratch; reads only
  // what changed.
  std::shared_ptr<const Note> edited(Range range, std::string_view with) const;

  const std::string& path() const { return path_; }
  std::string_view name() const;  // the file's name without folder and extension
  const Text& text() const { return text_; }
  const SharedReading& reading() const { return reading_; }

  std::span<const Placed<Section>> sections() const { return sections_; }
  // In the order of the text. An entry's index is its id within this version of the note.
  std::span<const Placed<Entry>> entries() const { return entries_; }
  // Lines of an index that point to notes. In the order of the text.
  std::span<const Placed<Alias>> aliases() const { return aliases_; }
  // In the order of the text, without what stands in an entry's own title.
  std::span<const Placed<Reference>> references() const { return references_; }
  std::span<const Placed<TagUse>> tags() const { return tags_; }
  std::vector<Placed<Heading>> headings() const;

  // What it says that it may be called, too, as name_key() writes it.
  std::span<const std::string> other_names() const { return other_names_; }

  const Placed<Reference>* reference_at(uint32_t offset) const;  // nullptr when there is none
  const Placed<TagUse>* tag_at(uint32_t offset) const;
  std::optional<size_t> entry_at(uint32_t offset) const;         // whose range holds it
  std::optional<size_t> entry_titled_at(uint32_t offset) const;  // whose title's line holds it
  std::optional<Placed<Heading>> heading_named(
      std::string_view anchor) const;  // by slug or by text

  // Who is here, for the index: sorted, each once.
  std::span<const Key> keys() const { return keys_; }
  // The entries that hold a key of a title, a part of it or an identifier; none for any other key.
  std::span<const EntryKey> entries_with(Key key) const;
  // The aliases that hold a title or identifier key, by their index.
  std::span<const EntryKey> aliases_with(Key key) const;
  std::span<const TagCount> tag_counts() const { return tag_counts_; }  // sorted by key

 private:
  struct Piece {  // a claim that can be kept while its sections stay
    size_t first = 0;
    size_t count = 0;
    std::shared_ptr<const Claim> claim;
    bool in_zone = false;   // whether its first section stands in a reference zone
    bool is_whole = false;  // of the layout of a file, which may look at everything
  };
  Note(std::string path, Text text, SharedReading reading)
      : path_(std::move(path)), text_(std::move(text)), reading_(std::move(reading)) {}
  void compose(const Note* before);
  void collect();
  void collect_keys();

  std::string path_;
  Text text_;
  SharedReading reading_;
  std::vector<std::shared_ptr<const Section>> owned_;
  std::vector<Placed<Section>> sections_;
  std::vector<Piece> pieces_;
  bool is_list_ = false;
  int catalogue_level_ = 0;
  std::vector<Placed<Entry>> entries_;
  std::vector<Placed<Alias>> aliases_;
  std::vector<Placed<Reference>> references_;
  std::vector<Placed<TagUse>> tags_;
  std::vector<Key> keys_;
  std::vector<EntryKey> entry_keys_;  // sorted
  std::vector<EntryKey> alias_keys_;  // sorted
  std::vector<std::string> other_names_;
  std::vector<TagCount> tag_counts_;
};

}  // namespace notes

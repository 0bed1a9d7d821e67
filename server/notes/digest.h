// The digest of a chunk: what questions to the whole vault read of its entries, laid flat, so that
// a hundred thousand entries are looked through in the time between two keystrokes. A function of
// the chunk's entries and tags alone. Immutable: any thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/entry.h"
#include "notes/key.h"
#include "notes/section.h"

namespace notes {

template <class T>
struct Members;  // archive.h
class Text;

// When an entry is from, as one number: what is later is larger; 0 when nothing is known.
uint64_t order_of(const Entry& entry);

class Digest {
 public:
  // A use of a tag, which may be asked for with twenty thousand others.
  struct Use {
    uint32_t begin = 0;   // in the chunk
    uint32_t line = 0;    // from the chunk's first; or the use's index in the chunk
    uint16_t column = 0;  // in UTF-16
    uint8_t width = 0;    // in UTF-16
    uint8_t size = 0;     // in bytes; 0 where the use itself must be asked, and the vault

    bool is_plain() const { return size > 0; }
  };

  Digest() = default;
  // REQUIRES: all are of these sections, of which the lines are known. `text` is the note's, and
  // the chunk begins at `base` of it.
  Digest(std::span<const Placed<Entry>> entries, std::span<const Placed<TagUse>> tags,
         std::span<const Placed<Section>> sections, const Text& text, uint32_t base);

  size_t size() const { return size_; }
  // Of an entry: its title_key; the same and its authors, folded; order_of() it.
  std::string_view title(size_t entry) const {
    return {text() + begins()[entry], title_ends()[entry] - begins()[entry]};
  }
  std::string_view words(size_t entry) const {
    return {text() + begins()[entry], begins()[entry + 1] - 1 - begins()[entry]};
  }
  uint64_t date(size_t entry) const { return dates()[entry]; }
  // Of all of them; 0 when there is none.
  size_t words_size() const { return all_words().size(); }
  uint32_t shortest_title() const { return shortest_title_; }
  uint64_t newest() const { return newest_; }

  // Whether some entry's words can hold this; if not, none does.
  bool may_hold(std::string_view word) const;
  // Whether some entry's title can start like this, or that one's; if not, none or it does not.
  bool may_start(std::string_view start) const;
  bool may_start(std::string_view start, size_t entry) const {
    return std::memcmp(heads()[entry].data(), start.data(), std::min(start.size(), kHead)) == 0;
  }
  // The first entry from `from` on whose words hold this; size() when there is none.
  size_t find(std::string_view word, size_t from) const;
  // Fetches what may_hold() will look at, which is far from here.
  void prefetch(std::string_view word) const;
  // The same for uses(), for the tags, and for words and titles.
  void prefetch_uses() const {
    __builtin_prefetch(by_tag_.data());
    __builtin_prefetch(uses_.data());
  }
  void prefetch_tags() const;
  void prefetch_words() const;

  // False when only tag_meaning.h can say which tags an entry has, for then the vault decides.
  bool has_sure_tags() const { return has_sure_tags_; }
  // REQUIRES: has_sure_tags(). The keys, made with KeyKind::kTag, of the entry's tags.
  std::span<const Key> tags(size_t entry) const {
    return {keys() + tag_begins()[entry], tag_begins()[entry + 1] - tag_begins()[entry]};
  }
  // The uses in the chunk that mean the tag, or may mean it.
  std::span<const Use> uses(Key tag) const;

 private:
  struct Uses {
    SlimKey tag;
    uint32_t end = 0;
  };
  struct Draft;
  friend struct Members<Digest>;
  friend struct Members<Uses>;
  void lay_out(const Draft& draft);
  bool has_gram(uint32_t gram) const;

  static constexpr size_t kHead = 4;
  using Head = std::array<char, kHead>;

  // All in one piece of memory: the grams; the dates; the keys of tags, entry by entry; where each
  // entry's words begin, its title ends, its tags begin; how its words begin; and the words of all
  // entries, each followed by a line break, which no folded word holds.
  const uint64_t* dates() const { return data_.data() + grams_; }
  const Key* keys() const { return dates() + size_; }
  const uint32_t* begins() const { return reinterpret_cast<const uint32_t*>(keys() + tags_); }
  const uint32_t* title_ends() const { return begins() + size_ + 1; }
  const uint32_t* tag_begins() const { return title_ends() + size_; }
  const Head* heads() const { return reinterpret_cast<const Head*>(tag_begins() + size_ + 1); }
  const char* text() const { return reinterpret_cast<const char*>(heads() + size_); }
  std::string_view all_words() const { return {text(), size_ == 0 ? 0 : begins()[size_]}; }

  Row<uint64_t> data_;
  uint32_t size_ = 0;
  uint32_t grams_ = 0;  // how many; a power of two: which two or three bytes stand in a row, by a
                        // hash of them
  uint32_t tags_ = 0;
  uint32_t shortest_title_ = ~uint32_t{0};
  uint64_t newest_ = 0;
  bool has_sure_tags_ = true;
  Row<Uses> by_tag_;  // sorted
  Row<Use> uses_;
};

}  // namespace notes

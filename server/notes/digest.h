// The digest of a chunk: what questions to the whole vault read of its entries, laid flat, so that
// a hundred thousand entries are looked through in the time between two keystrokes. A function of
// the chunk's entries and tags alone. Immutable: any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/entry.h"
#include "notes/key.h"
#include "notes/section.h"

namespace notes {

// When an entry is from, as one number: what is later is larger; 0 when nothing is known.
uint64_t order_of(const Entry& entry);

class Digest {
 public:
  Digest() = default;
  Digest(const std::vector<Placed<Entry>>& entries, const std::vector<Placed<TagUse>>& tags);

  size_t size() const { return dates_.size(); }
  // Of an entry: its title_key; the same and its authors, folded; order_of() it.
  std::string_view title(size_t entry) const {
    return std::string_view(words_).substr(begins_[entry], title_ends_[entry] - begins_[entry]);
  }
  std::string_view words(size_t entry) const {
    return std::string_view(words_).substr(begins_[entry], begins_[entry + 1] - 1 - begins_[entry]);
  }
  uint64_t date(size_t entry) const { return dates_[entry]; }

  // Whether some entry's words can hold this; if not, none does.
  bool may_hold(std::string_view word) const;
  // The first entry from `from` on whose words hold this; size() when there is none.
  size_t find(std::string_view word, size_t from) const;

  // False when only tag_meaning.h can say which tags an entry has, for then the vault decides.
  bool has_sure_tags() const { return has_sure_tags_; }
  // REQUIRES: has_sure_tags(). The keys, made with KeyKind::kTag, of the entry's tags.
  std::span<const Key> tags(size_t entry) const {
    return std::span(tags_).subspan(tag_begins_[entry],
                                    tag_begins_[entry + 1] - tag_begins_[entry]);
  }
  // The uses in the chunk that mean the tag, or may mean it, by their index in it.
  std::span<const uint32_t> uses(Key tag) const;

 private:
  struct Uses {
    Key tag = 0;
    uint32_t end = 0;
  };
  void add_words(const Entry& entry);
  void note_words();

  // Words of all entries, each followed by a line break, which no folded word holds.
  std::string words_;
  std::vector<uint32_t> begins_{0};
  std::vector<uint32_t> title_ends_;
  std::vector<uint64_t>
      triples_;  // as many as a power of two: which three bytes stand in a row, by a hash of them
  std::vector<uint64_t> dates_;
  bool has_sure_tags_ = true;
  std::vector<Key> tags_;
  std::vector<uint32_t> tag_begins_{0};
  std::vector<Uses> by_tag_;  // sorted
  std::vector<uint32_t> uses_;
};

}  // namespace notes

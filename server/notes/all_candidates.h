// The candidates of every entry of a vault at once: for each what candidates_of() says, at a small
// part of its price, since nothing is looked up: who holds a key stands side by side. One thread,
// as long as the snapshot lives.
#pragma once

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

class AllCandidates {
 public:
  // An entry's number over the whole vault.
  using Number = uint32_t;

  explicit AllCandidates(const Snapshot& vault);

  Number size() const { return static_cast<Number>(ids_.size()); }
  EntryId id_of(Number entry) const { return ids_[entry]; }
  // A number for each first author, so that whom the same wrote can be looked at one after the
  // other; 0 where it would say nothing.
  uint32_t author_of(Number entry) const { return authors_[entry]; }
  // Those with a higher number: each pair is said once. Sorted; until the next call.
  const std::vector<Number>& behind(Number entry);

 private:
  struct Held {
    Key key = 0;
    Number entry = 0;
    auto operator<=>(const Held&) const = default;
  };
  struct Block {
    Key key = 0;
    uint32_t first = 0;  // of holders_
    uint32_t count = 0;
    bool is_sure = false;  // worth a comparison, whatever else is shared
  };

  struct Met {
    uint32_t keys = 0;
    bool is_sure = false;
  };
  struct Listed {
    const Chunk* chunk = nullptr;
    Number first = 0;  // of its entries
  };

  void collect(const Snapshot& vault);
  void block_up(const Snapshot& vault);
  void block_up(const Snapshot& vault, std::vector<Held> share);
  std::vector<Held> share_of(uint64_t share) const;
  void drop_lone(std::vector<Held>& share) const;
  void link_names();
  void hand_out();
  void meet(Number other, bool is_sure);
  bool is_candidate_of(Number entry, Number other, Met met) const;

  std::vector<EntryId> ids_;           // by number
  std::vector<const Entry*> entries_;  // by number
  std::vector<bool> counts_;           // by number: it may be noted twice
  std::vector<Listed> chunks_;
  std::vector<uint32_t> authors_;  // by number
  std::vector<Number> holders_;    // of each block, sorted
  std::vector<Held> called_;       // sorted; whose title may be what others are called
  size_t called_before_ = 0;       // of them; keys that were not looked at yet come behind
  std::vector<bool> is_common_;    // by number: too many have its title
  std::vector<Block> blocks_;      // of keys that several hold and not too many, sorted
  std::vector<std::pair<Number, Number>> links_;  // to a higher number, sorted
  std::vector<uint32_t> own_;                     // blocks of each entry, one behind the other
  std::vector<uint32_t> own_from_;                // by number; one more than there are entries

  std::vector<Met> met_;  // by number, of the entry asked about
  std::vector<Number> behind_;
};

}  // namespace notes

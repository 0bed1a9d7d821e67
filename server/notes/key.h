// Keys: the one form under which two spellings count as the same. Titles, tags, names and
// identifiers are compared by these and by nothing else. Pure: any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace notes {

// `[Paper Note] FlashAttention： Fast…` and `flashattention - fast …` are one title: NFKC, case,
// width, punctuation and a leading bracketed marker do not count; words are separated by one space.
// `+` and `#` stay after a lone letter, since C, C++ and C# are three languages. Empty when nothing
// countable is left.
std::string title_key(std::string_view title);

// The title_key of what stands before the first colon, by which people call the work; empty where
// there is no colon, or only one letter before it.
std::string short_title_key(std::string_view title);

// The same without the number of a version: `flashattention` of `FlashAttention-2: Faster …`. Empty
// where what stands before the colon is no name.
std::string project_key(std::string_view title);

// NFKC, case and surrounding space do not count, nor does a leading `#` or `＃` or punctuation at
// the end; inner runs of space are one.
std::string tag_key(std::string_view tag);

// The family name of an author, folded: `Kevin Wang+`, `Wang, K.`, `K. Wang et al.` and `Wang+` all
// give `wang`. A name in CJK without a comma is kept whole, without its spaces.
std::string author_key(std::string_view author);

// A note's name as a wiki link writes it: NFC, case-folded, without `.md` or `.markdown`.
std::string name_key(std::string_view name);

// A name as file systems and outliners write what they may not hold: `C%3A D`, `C： D` and `C_ D`
// stand for `C: D`, and `a___b` for `a/b`. Looser than name_key(): only to be asked when that finds
// nothing.
std::string loose_name_key(std::string_view name);

// What the index holds keys as. The kind keeps a tag `moe` apart from a title `moe`; equal hashes
// are confirmed against the note itself, so a collision costs time and never an answer.
enum class KeyKind : uint8_t {
  kIdentifier,
  kTitle,
  kShortTitle,  // what a title says before its first colon
  kTag,
  kName,
  kPath,
  kRefersToIdentifier,
  kRefersToTitle,
  kRefersToName,
  kRefersToPath,
  kTitleBlock,  // two words of a title side by side: who has none in common is another work
  kHeading      // the slug of one
};
using Key = uint64_t;

// A key that takes no more than its bytes where it stands beside four bytes more.
class SlimKey {
 public:
  SlimKey(Key key = 0)
      : high_(static_cast<uint32_t>(key >> 32)), low_(static_cast<uint32_t>(key)) {}
  operator Key() const { return Key{high_} << 32 | low_; }

 private:
  uint32_t high_, low_;
};

Key make_key(KeyKind kind, std::string_view folded);
KeyKind kind_of(Key key);  // what a key was made with

}  // namespace notes

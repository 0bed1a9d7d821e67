// What two entries can be to each other beyond being two papers, and how loudly people want to be
// told. Pure: any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace notes {

enum class Relation : uint8_t {
  kSameWork,            // one paper noted twice, be it its preprint and its publication
  kOtherVersion,        // related, but a work of its own: a journal extension, a second edition; or
                        // a copy of a note that hardly differs
  kIdentifierConflict,  // one identifier, two titles: one of them is a mistake
  kCrossListing,        // named in several places on purpose: see cross_listing.h
};
inline constexpr size_t kRelations = 4;

std::string_view name_of(Relation relation);  // "same-work", "other-version"

enum class Notice : uint8_t { kOff, kHint, kInformation, kWarning };

// How each relation is told.
struct Notices {
  std::array<Notice, kRelations> by_relation{Notice::kWarning, Notice::kInformation,
                                             Notice::kWarning, Notice::kHint};

  Notice& operator[](Relation relation) { return by_relation[static_cast<size_t>(relation)]; }
  Notice operator[](Relation relation) const { return by_relation[static_cast<size_t>(relation)]; }
  bool operator==(const Notices&) const = default;
};

}  // namespace notes

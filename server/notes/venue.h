// Where a work was published, under whatever of its names. Pure: any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace notes {

enum class VenueKind : uint8_t { kUnknown, kPreprint, kProceedings, kJournal };

struct Venue {
  int series = 0;  // equal for the names of one series; 0 when it is none that is known
  VenueKind kind = VenueKind::kUnknown;
};

// `key` is a title_key of the venue, or of text that may name one.
Venue venue_of(std::string_view key);

}  // namespace notes

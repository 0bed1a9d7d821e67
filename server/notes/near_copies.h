// Two texts that are one note, copied: a folder was moved or exported again, a service that keeps
// files in step made a second one. What such tools change by themselves does not count: where links
// lead, escapes, the levels of headings. Pure: any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes {

// By their sizes alone, in bytes.
bool may_be_near_copies(size_t one, size_t other);

// At least ten lines with words, and nine in ten of them the same in both, as nine in ten letters
// are.
bool are_near_copies(std::string_view one, std::string_view other);

}  // namespace notes

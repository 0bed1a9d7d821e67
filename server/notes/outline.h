// Where a note is cut into sections. At the start of every section nothing is open (no fence,
// comment or HTML block), so cutting can start again at any section's start and depends on nothing
// before it. Pure: any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

struct Cut {
  uint32_t begin = 0;
  SectionKind kind = SectionKind::kText;

  bool operator==(const Cut&) const = default;
};

// The line under a title in the page layout.
inline constexpr std::string_view kPageEntryLinks = "Paper/Blog Link My Issue";

// The sections' starts from `from` on, which must be 0 or a section's start. `stop` is asked about
// each new cut but the first and ends the work when it says so; that cut is still given. Where
// `text` is only what stands behind `skipped` bytes of a note, it must begin at a section's start.
std::vector<Cut> outline(std::string_view text, uint32_t from = 0,
                         const std::function<bool(const Cut&)>& stop = nullptr,
                         uint32_t skipped = 0);

// One to six `#`, a space, and something more: a lone `#` is a tag about to be typed.
bool is_atx_heading(std::string_view line);

// How far from the start an edit can change whether there is front matter; 0 when the text does not
// begin like one.
uint32_t front_matter_reach(std::string_view text);

}  // namespace notes

// Dates as people write them: `2026-01-12`, `4 Oct 2023`, `October 4th, 2023`, `2023年10月4日`.
// Pure: any thread.
#pragma once

#include <optional>
#include <string_view>

#include "notes/entry.h"

namespace notes {

// `2026-01-12`, `2026/1/12`, `2026.01`, `2026年1月`, also in front of other words.
std::optional<Date> read_date(std::string_view text);
// The whole text is a date with the name of its month, brackets around it allowed.
std::optional<Date> read_named_date(std::string_view text);

// 1 to 12 of `Oct`, `october`; 0 of any other word.
int month_named(std::string_view word);

// `2024-09-20`, `September 20`, `Fri, 3 May 2021`, `2024年9月20日（金）`: what entries of a diary
// are headed with, and nothing else.
bool is_date_alone(std::string_view text);

}  // namespace notes

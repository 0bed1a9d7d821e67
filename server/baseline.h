// What was found before and is not to be told again: a vault with a past keeps it in a file, so
// that `papernotes check` speaks of what is new. Findings are known again by what they are about,
// not by where they stand. A value: any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "findings.h"

namespace server {

class Baseline {
 public:
  Baseline() = default;
  explicit Baseline(const std::vector<Finding>& findings);
  // Throws std::runtime_error, with the reason, on a text that to_text() did not write.
  static Baseline from_text(std::string_view text);
  // JSON, sorted, a line each: two versions of the file compare well.
  std::string to_text() const;

  // The findings that are not in it. One that was there twice is known twice and new the third
  // time. What was known of a note that is none of `notes` (paths from their root) any more is
  // known of the note that says the same: it has been moved.
  std::vector<Finding> new_in(std::vector<Finding> findings,
                              const std::set<std::string, std::less<>>& notes) const;

 private:
  using Counts = std::map<std::string, size_t, std::less<>>;
  Counts known_;
};

}  // namespace server

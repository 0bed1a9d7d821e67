// What `papernotes check` finds: the diagnostics of a whole vault as people and programs outside an
// editor name them, by path, line and column, and by what they are about, so that a finding is
// known again when its line has moved. Pure: any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/diagnostics.h"

namespace server {

// Lines and columns from 1, columns in characters; the end is where the text behind it begins.
struct FoundAt {
  std::string path;   // absolute
  std::string shown;  // relative to its root
  uint32_t line = 1;
  uint32_t column = 1;
  uint32_t end_line = 1;
  uint32_t end_column = 1;
};

struct FoundRelated {
  FoundAt at;
  std::string message;
};

struct Finding {
  FoundAt at;
  features::Severity severity = features::Severity::kWarning;
  std::string code;
  std::string message;
  std::vector<FoundRelated> related;
  // What it is about, by path and title: of a duplicate each pair that it is in. No lines.
  std::vector<std::string> names;
};

// By path and place.
std::vector<Finding> find_all(const notes::Snapshot& vault);

std::string_view name_of(features::Severity severity);

}  // namespace server

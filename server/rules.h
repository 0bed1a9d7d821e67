// The kinds of things that are found, for those who choose among them (`check --only`) or list them
// (SARIF). Constants: any thread.
#pragma once

#include <span>
#include <string_view>

#include "features/diagnostics.h"

namespace server {

struct Rule {
  std::string_view code;        // of the diagnostics
  std::string_view kind;        // what people choose by: several rules have one
  std::string_view name;        // in one word, as SARIF wants it
  std::string_view what;        // a sentence
  std::string_view help;        // what to do about it
  features::Severity severity;  // unless the settings say otherwise
};

std::span<const Rule> rules();
// Its place in rules(), or their number.
size_t rule_of(std::string_view code);
// Whether `wanted`, a kind or a code, is one of ours, and whether it means that code.
bool is_kind(std::string_view wanted);
bool is_of_kind(std::string_view code, std::string_view wanted);

}  // namespace server

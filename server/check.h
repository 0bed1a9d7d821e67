// `papernotes check`: the diagnostics of a vault, written for terminals, scripts and continuous
// integration. Pure but for the stream: any thread.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "baseline.h"
#include "report.h"

namespace server {

struct CheckOptions {
  Format format = Format::kText;
  std::vector<std::string> only;                           // kinds or codes; empty means all
  Baseline baseline;                                       // what is not told again
  features::Severity fail_on = features::Severity::kHint;  // what is less grave is only told
  std::string base;                                        // see Report
};

// What the options let through.
std::vector<Finding> find(const notes::Snapshot& vault, const CheckOptions& options);
// Writes that, and gives how many are grave enough to fail on.
size_t check(const notes::Snapshot& vault, const CheckOptions& options, std::ostream& out);

}  // namespace server

// A JSON value nobody in this layer looks into (LSP calls it LSPAny), kept as its text so that
// headers that carry one stay light and copies are cheap to reason about. A value; any thread may
// hold one.
#pragma once

#include <string>

#include "protocol/long_text.h"

namespace protocol {

struct RawJson {
  std::string text = "null";  // always well-formed JSON
};

// The same of megabytes, in pieces. Only written.
struct LongJson {
  LongText text = std::string("null");
};

}  // namespace protocol

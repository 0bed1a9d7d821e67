#include "protocol/record.h"

#include <algorithm>
#include <stdexcept>

#include "protocol/json_text.h"

namespace protocol {

Recorder::Recorder(const std::string& path) : file_(path, std::ios::trunc) {
  if (!file_) throw std::runtime_error("cannot write the record " + path);
}

void Recorder::operator()(Peer::Direction direction, std::string_view body) {
  std::string message(body);
  // Line ends in JSON are but white space between its parts.
  std::replace_if(
      message.begin(), message.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  if (!Json::accept(message)) message = R"({"framing":"not JSON"})";
  file_ << R"({"d":")" << static_cast<char>(direction) << R"(","m":)" << message << "}\n"
        << std::flush;
}

}  // namespace protocol

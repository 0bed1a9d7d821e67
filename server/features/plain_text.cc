#include "features/plain_text.h"

namespace features {

std::string plain_text(std::string_view markdown) {
  std::string out;
  for (size_t i = 0; i < markdown.size(); ++i) {
    const char c = markdown[i];
    const std::string_view rest = markdown.substr(i);
    if (c == '\\' && i + 1 < markdown.size()) {
      out += markdown[++i];
    } else if (c == '*' || c == '[' || c == '`') {
      continue;
    } else if (rest.starts_with("](")) {
      const size_t close = markdown.find(')', i);
      const size_t end = close == std::string_view::npos ? markdown.size() : close;
      out += " (";
      out += markdown.substr(i + 2, end - i - 2);
      out += ')';
      i = end;
    } else if ((i == 0 || markdown[i - 1] == '\n') &&
               (rest == "---" || rest.starts_with("---\n"))) {
      i += 2;
    } else if (c != ']') {
      out += c;
    }
  }
  return out;
}

}  // namespace features

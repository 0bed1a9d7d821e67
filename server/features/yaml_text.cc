#include "features/yaml_text.h"

#include "notes/unicode.h"

namespace features {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out + '"';
}

bool is_word_elsewhere(std::string_view text) {
  const std::string folded = notes::fold(text);
  for (std::string_view word : {"true", "false", "yes", "no", "on", "off", "null", "~", "y", "n"})
    if (folded == word) return true;
  return text.find_first_not_of("0123456789.:eE+-_") == std::string_view::npos;
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  const bool plain =
      !text.empty() && notes::trim(text) == text &&
      std::string_view("-?:,[]{}#&*!|>'\"%@`=+").find(text[0]) == std::string_view::npos &&
      text.find_first_of(",[]{}\"\n") == std::string_view::npos &&
      text.find(": ") == std::string_view::npos && !text.ends_with(':') &&
      text.find(" #") == std::string_view::npos && !is_word_elsewhere(text);
  return plain ? std::string(text) : quoted(text);
}

std::string toml_string(std::string_view text) { return quoted(text); }

}  // namespace features

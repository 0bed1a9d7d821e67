#include "notes/head_line.h"

#include "notes/lines.h"

namespace notes {

bool is_citation(std::string_view line) {
  const bool bracket = line.starts_with('[');
  const size_t digits = digits_of(line.substr(bracket));
  if (digits > 0 && digits <= 3 && line.size() > digits + 1) {
    const char after = line[digits + bracket];
    if (bracket ? after == ']' : after == ')' || after == '.') return true;
  }
  return line.find(" et al") != std::string_view::npos;
}

bool is_bibliographic(const Label& label, std::string_view text) {
  const std::string_view value = view(text, label.value);
  if (!value.ends_with(')') || value.find(" | ") == std::string_view::npos || label.name().empty())
    return false;
  const size_t open = value.rfind('(');
  if (open == std::string_view::npos || value.size() - open > 60) return false;
  const std::string_view inside = value.substr(open);
  return inside.find("(20") == 0 || inside.find(" 20") != std::string_view::npos ||
         inside.find("(19") == 0 || inside.find(" 19") != std::string_view::npos;
}

bool is_bibtex(std::string_view words) {
  const size_t open = words.find('{');
  return words.starts_with('@') && open != std::string_view::npos && open > 4 && open < 20;
}

}  // namespace notes

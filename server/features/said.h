// What a text says already, so that nothing is said twice and nothing is lost. Words are compared
// folded, lines without the space around them. A value: any thread.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace features {

class Said {
 public:
  explicit Said(std::string_view text);

  void also(std::string_view text);
  // Every word is there, wherever.
  bool has_words(std::string_view text) const;
  // It is there to the letter, and long enough for that to mean something.
  bool has_text(std::string_view text) const;
  // The lines are there as they are, one below the other.
  bool has_lines(std::string_view text) const;

 private:
  std::set<std::string, std::less<>> words_;
  std::string text_;
  std::string lines_;
};

}  // namespace features

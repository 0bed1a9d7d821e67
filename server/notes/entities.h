// Letters that were written as HTML entities: `J&ouml;rg`, `Str &#228; ssler`. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// The text with such letters in place; what stands for punctuation stays. Space around a letter
// within a word is an exporter's.
std::string with_letters(std::string_view text);

// And with what stands for punctuation and blanks, too: `Q&amp;A`, `I &lt;3 it`.
std::string with_entities(std::string_view text);

}  // namespace notes

#include "notes/plain_latex.h"

#include <array>
#include <utility>

#include "notes/ascii.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// What follows the backslash, and the combining mark that it puts on the next letter.
constexpr std::array<std::pair<char, char32_t>, 14> kAccents{{{'`', 0x300},
                                                              {'\'', 0x301},
                                                              {'^', 0x302},
                                                              {'~', 0x303},
                                                              {'=', 0x304},
                                                              {'u', 0x306},
                                                              {'.', 0x307},
                                                              {'"', 0x308},
                                                              {'r', 0x30A},
                                                              {'H', 0x30B},
                                                              {'v', 0x30C},
                                                              {'d', 0x323},
                                                              {'c', 0x327},
                                                              {'k', 0x328}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kLetters{
    {{"ss", "ß"},
     {"ae", "æ"},
     {"AE", "Æ"},
     {"oe", "œ"},
     {"OE", "Œ"},
     {"o", "ø"},
     {"O", "Ø"},
     {"l", "ł"},
     {"L", "Ł"},
     {"aa", "å"},
     {"AA", "Å"},
     {"i", "i"},  // without its dot, which an accent replaces
     {"j", "j"},
     {"textendash", "–"}}};

class LatexReader {
 public:
  explicit LatexReader(std::string_view text) : text_(text) {}

  std::string read() && {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\') {
        command();
      } else if (c == '{' || c == '}' || c == '$') {
        ++at_;
      } else if (c == '~' || is_blank_char(c) || is_line_end(c)) {
        ++at_;
        if (!out_.empty() && out_.back() != ' ') out_ += ' ';
      } else if (text_.substr(at_).starts_with("--")) {
        while (at_ < text_.size() && text_[at_] == '-') ++at_;
        put("–");
      } else {
        const uint32_t size = character_at(text_, at_).size;
        put(text_.substr(at_, size));
        at_ += size;
      }
    }
    while (out_.ends_with(' ')) out_.pop_back();
    return nfc(out_);
  }

 private:
  // One character or ligature, with the accent that waits for it.
  void put(std::string_view character) {
    out_ += character;
    if (accent_ != 0) append_utf8(out_, std::exchange(accent_, 0));
  }

  void command() {
    ++at_;
    if (at_ == text_.size()) return;
    size_t end = at_;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    const std::string_view name = text_.substr(at_, end - at_);
    if (name.size() <= 1) {
      for (const auto& [sign, mark] : kAccents) {
        if (sign != text_[at_] || at_ + 1 >= text_.size()) continue;
        ++at_;
        accent_ = mark;
        while (at_ < text_.size() && (text_[at_] == '{' || is_blank_char(text_[at_]))) ++at_;
        return;
      }
    }
    if (name.empty()) {  // `\&`, `\ `
      put(text_.substr(at_, 1));
      ++at_;
      return;
    }
    at_ = end;
    if (at_ < text_.size() && is_blank_char(text_[at_])) ++at_;
    for (const auto& [letter, character] : kLetters)
      if (letter == name) return put(character);
  }

  std::string_view text_;
  size_t at_ = 0;
  char32_t accent_ = 0;
  std::string out_;
};

}  // namespace

std::string plain_latex(std::string_view value) { return LatexReader(value).read(); }

}  // namespace notes

#include "notes/plain_latex.h"

#include <algorithm>
#include <array>
#include <iterator>
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

std::string plain_commands(std::string_view text) {
  // Each name by all of its letters.
  constexpr std::pair<std::string_view, std::string_view> kSymbols[] = {
      {"ell", "l"},        {"infty", "∞"},   {"alpha", "α"},  {"beta", "β"},  {"gamma", "γ"},
      {"delta", "δ"},      {"epsilon", "ε"}, {"lambda", "λ"}, {"mu", "μ"},    {"pi", "π"},
      {"varepsilon", "ε"}, {"sigma", "σ"},   {"theta", "θ"},  {"tau", "τ"},   {"phi", "φ"},
      {"varphi", "φ"},     {"omega", "ω"},   {"rho", "ρ"},    {"eta", "η"},   {"zeta", "ζ"},
      {"kappa", "κ"},      {"nu", "ν"},      {"xi", "ξ"},     {"chi", "χ"},   {"psi", "ψ"},
      {"times", "×"},      {"nabla", "∇"},   {"textbf", ""},  {"textit", ""}, {"textsc", ""},
      {"texttt", ""},      {"textrm", ""},   {"emph", ""},    {"mathbf", ""}, {"mathcal", ""},
      {"mathrm", ""},      {"mathbb", ""},   {"mathit", ""},  {"mathsf", ""}, {"text", ""},
      {"boldsymbol", ""}};
  std::string out;
  bool is_math = false;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '$') is_math = !is_math;
    size_t end = at + 1;
    if (text[at] == '\\')
      while (end < text.size() && is_ascii_letter(text[end])) ++end;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const auto* const symbol =
        std::find_if(std::begin(kSymbols), std::end(kSymbols),
                     [&](const auto& known) { return !name.empty() && known.first == name; });
    if (symbol != std::end(kSymbols))
      out += symbol->second;
    else if (text[at] != '_' || !is_math)  // `$\ell_1$` is ℓ1
      out += text.substr(at, end - at);
    at = end;
  }
  return out;
}

}  // namespace notes

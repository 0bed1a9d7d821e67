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

namespace {

// Each name by all of its letters, and what it prints.
constexpr std::pair<std::string_view, std::string_view> kSymbols[] = {
    {"ell", "ℓ"},      {"infty", "∞"},   {"alpha", "α"},      {"beta", "β"},       {"gamma", "γ"},
    {"delta", "δ"},    {"epsilon", "ε"}, {"lambda", "λ"},     {"mu", "μ"},         {"pi", "π"},
    {"sigma", "σ"},    {"theta", "θ"},   {"tau", "τ"},        {"phi", "φ"},        {"omega", "ω"},
    {"rho", "ρ"},      {"eta", "η"},     {"zeta", "ζ"},       {"kappa", "κ"},      {"nu", "ν"},
    {"xi", "ξ"},       {"chi", "χ"},     {"psi", "ψ"},        {"varepsilon", "ε"}, {"varphi", "φ"},
    {"Gamma", "Γ"},    {"Delta", "Δ"},   {"Theta", "Θ"},      {"Lambda", "Λ"},     {"Pi", "Π"},
    {"Sigma", "Σ"},    {"Phi", "Φ"},     {"Psi", "Ψ"},        {"Omega", "Ω"},      {"times", "×"},
    {"nabla", "∇"},    {"sqrt", "√"},    {"rightarrow", "→"}, {"to", "→"},         {"leq", "≤"},
    {"geq", "≥"},      {"approx", "≈"},  {"pm", "±"},         {"cdot", "·"},       {"log", "log"},
    {"LaTeX", "LaTeX"}};
// Whose argument is printed as it is.
constexpr std::string_view kFonts[] = {
    "textbf", "textit",       "textsc",     "texttt", "textrm",          "textsf",
    "emph",   "mathbf",       "mathcal",    "mathrm", "mathbb",          "mathit",
    "mathsf", "operatorname", "boldsymbol", "text",   "textsuperscript", "textsubscript"};

// Reads titles, in which a backslash may be Markdown's.
class CommandReader {
 public:
  explicit CommandReader(std::string_view text) : text_(text) {}

  std::string read() && {
    while (at_ < text_.size()) {
      if (text_[at_] == '$') is_math_ = !is_math_;
      if (text_[at_] == '\\' ? !command() : !(is_math_ && text_[at_] == '_')) out_ += text_[at_];
      ++at_;
    }
    return out_;
  }

 private:
  char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }
  char at(size_t i) const { return i < text_.size() ? text_[i] : ' '; }

  // Leaves its last byte to be passed over.
  bool command() {
    const size_t begin = at_ + 1;
    const size_t end = begin + run_of(text_, begin, is_ascii_letter);
    const std::string_view name = text_.substr(begin, end - begin);
    if (accent(begin)) return true;
    if (name.empty()) {
      if (at(begin) == '%' || at(begin) == '&') return true;  // without the backslash
      return false;
    }
    for (const auto& [known, printed] : kSymbols)
      if (known == name) return put(printed, end);
    for (const std::string_view font : kFonts)
      if (font == name && at(end) == '{') return argument(end);
    const bool bound = before() == '{' || is_ascii_letter(before());
    for (const auto& [letter, printed] : kLetters)
      if (bound && letter == name) return put(printed, end);
    return false;
  }

  bool put(std::string_view printed, size_t end) {
    out_ += printed;
    at_ = end - 1;
    return true;
  }

  bool argument(size_t open) {
    int depth = 0;
    for (size_t i = open; i < text_.size(); ++i) {
      depth += (text_[i] == '{') - (text_[i] == '}');
      if (depth > 0) continue;
      return put(with_latex(text_.substr(open + 1, i - open - 1)), i + 1);
    }
    return false;
  }

  // `\"{u}`, `M\"uller`, `\c{c}`; a quote that Markdown escapes stands before a word.
  bool accent(size_t sign) {
    for (const auto& [known, mark] : kAccents) {
      if (known != at(sign)) continue;
      size_t letter = sign + 1;
      const bool braced = at(letter) == '{';
      letter += braced;
      const bool dotless = at(letter) == '\\' && (at(letter + 1) == 'i' || at(letter + 1) == 'j');
      letter += dotless;
      const bool is_sign = !is_ascii_letter(known);
      if (!is_ascii_letter(at(letter)) || (braced && at(letter + 1) != '}') ||
          (!braced && !(is_sign && (before() == '{' || is_ascii_letter(before())))))
        return false;
      std::string composed(1, at(letter));
      append_utf8(composed, mark);
      return put(nfc(composed), letter + 1 + braced);
    }
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
  bool is_math_ = false;
  std::string out_;
};

}  // namespace

std::string with_latex(std::string_view text) { return CommandReader(text).read(); }

}  // namespace notes

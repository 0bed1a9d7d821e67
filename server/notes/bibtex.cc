#include "notes/bibtex.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "notes/ascii.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kMonths{
    {{"jan", "January"},
     {"feb", "February"},
     {"mar", "March"},
     {"apr", "April"},
     {"may", "May"},
     {"jun", "June"},
     {"jul", "July"},
     {"aug", "August"},
     {"sep", "September"},
     {"oct", "October"},
     {"nov", "November"},
     {"dec", "December"}}};

bool is_name_char(char c) {
  return static_cast<unsigned char>(c) > ' ' &&
         std::string_view("\"#%'(),={}@").find(c) == std::string_view::npos;
}

class BibReader {
 public:
  explicit BibReader(std::string_view text) : text_(text) {}

  Bibtex read() && {
    for (;;) {
      const size_t at = text_.find('@', at_);
      if (at == std::string_view::npos) return std::move(out_);
      at_ = static_cast<uint32_t>(at);
      if (is_comment(at_)) {
        ++at_;
        continue;
      }
      if (const char* wrong = record()) {
        out_.troubles.push_back({{begin_, end_of_line(begin_)}, wrong});
        at_ = next_record();
      }
    }
  }

 private:
  static bool is_space_char(char c) { return is_blank_char(c) || is_line_end(c); }

  // What stands between records is one, and may hold an address; people put `%` before what they
  // leave out.
  bool is_comment(uint32_t at) const {
    if (at == 0) return false;
    const char before = text_[at - 1];
    if (!is_space_char(before) && before != '}' && before != ')') return true;
    constexpr uint32_t kFar = 200;
    uint32_t line = at;
    while (line > 0 && at - line < kFar && !is_line_end(text_[line - 1]) && text_[line - 1] != '}')
      --line;
    while (line < at && is_blank_char(text_[line])) ++line;
    return text_[line] == '%';
  }

  void skip_space() {
    while (at_ < text_.size() && (is_space_char(text_[at_]) || text_[at_] == '%')) {
      if (text_[at_] == '%')
        at_ = end_of_line(at_);
      else
        ++at_;
    }
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  uint32_t end_of_line(uint32_t from) const {
    return static_cast<uint32_t>(std::min(text_.find_first_of("\r\n", from), text_.size()));
  }

  // An `@` that starts a line starts a record, whatever is still open: so a bracket that is missing
  // costs one record, and every byte is looked at a bounded number of times.
  bool starts_record(uint32_t at) const {
    return at > begin_ && text_[at] == '@' && is_line_end(text_[at - 1]);
  }

  uint32_t next_record() const {
    uint32_t at = begin_ + 1;
    while (at < text_.size() && !starts_record(at)) ++at;
    return at;
  }

  std::string_view name() {
    const uint32_t from = at_;
    while (at_ < text_.size() && is_name_char(text_[at_])) ++at_;
    return text_.substr(from, at_ - from);
  }

  // From an opening brace to behind its partner; false when there is none.
  bool skip_braces() {
    int depth = 0;
    for (; at_ < text_.size() && !starts_record(at_); ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size())
        ++at_;
      else if (text_[at_] == '{')
        ++depth;
      else if (text_[at_] == '}' && --depth == 0)
        return ++at_, true;
    }
    return false;
  }

  // What is wrong with what starts here, or nothing.
  const char* record() {
    begin_ = at_++;
    skip_space();
    BibRecord record;
    record.type = fold(name());
    skip_space();
    const char open = peek();
    if (record.type.empty() || (open != '{' && open != '(')) {
      // An `@` in a comment.
      at_ = begin_ + 1;
      return nullptr;
    }
    if (record.type == "comment") return nullptr;  // to BibTeX, records inside one count
    ++at_;
    close_ = open == '{' ? '}' : ')';
    if (record.type == "string") return fields(record) ? keep_strings(record) : wrong_;
    if (record.type == "preamble") return value() ? nullptr : wrong_;
    skip_space();
    const uint32_t key = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != close_ && text_[at_] != '=' &&
           !is_line_end(text_[at_]))
      ++at_;
    record.key_range = trimmed(text_, {key, at_});
    if (peek() == '=') {  // no key, but a field
      at_ = key;
      record.key_range = {key, key};
    }
    record.key = view(text_, record.key_range);
    if (peek() == ',') ++at_;
    if (!fields(record)) return wrong_;
    record.range = {begin_, at_};
    out_.records.push_back(std::move(record));
    return nullptr;
  }

  const char* keep_strings(BibRecord& record) {
    for (BibField& field : record.fields) strings_[field.name] = std::move(field.value);
    return nullptr;
  }

  bool fail(const char* why) {
    wrong_ = why;
    return false;
  }

  // Up to behind the bracket that closes the record.
  bool fields(BibRecord& record) {
    for (;;) {
      skip_space();
      if (peek() == close_) return ++at_, true;
      if (peek() == ',') {
        ++at_;
        continue;
      }
      const std::string field = fold(name());
      if (field.empty()) return fail(at_ < text_.size() ? "a field has no name" : kNeverClosed);
      skip_space();
      if (peek() != '=') return fail("a field has no value");
      ++at_;
      std::optional<std::string> read = value();
      if (!read) return false;
      if (!record.find(field)) record.fields.push_back({field, *std::move(read)});
      skip_space();
      if (peek() != ',' && peek() != close_)
        return fail(at_ < text_.size() ? "a comma is missing between fields" : kNeverClosed);
    }
  }

  std::optional<std::string> value() {
    std::string all;
    for (;;) {
      skip_space();
      const uint32_t from = at_;
      if (peek() == '{') {
        if (!skip_braces()) return fail(kNeverClosed), std::nullopt;
        all += text_.substr(from + 1, at_ - from - 2);
      } else if (peek() == '"') {
        if (!skip_quotes()) return fail("a quoted value is never closed"), std::nullopt;
        all += text_.substr(from + 1, at_ - from - 2);
      } else {
        const std::string_view word = name();
        if (word.empty()) return fail("a field has no value"), std::nullopt;
        all += meaning(word);
      }
      skip_space();
      if (peek() != '#') return all;
      ++at_;
    }
  }

  bool skip_quotes() {
    int depth = 0;
    for (++at_; at_ < text_.size() && !starts_record(at_); ++at_) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '"')
        ++at_;
      else if (c == '{')
        ++depth;
      else if (c == '}')
        --depth;
      else if (c == '"' && depth <= 0)
        return ++at_, true;
    }
    return false;
  }

  // A number means itself, and so does a name that nobody defined.
  std::string meaning(std::string_view word) const {
    const std::string folded = fold(word);
    const auto own = strings_.find(folded);
    if (own != strings_.end()) return own->second;
    for (const auto& [name, month] : kMonths)
      if (name == folded) return std::string(month);
    return std::string(word);
  }

  static constexpr const char* kNeverClosed = "this record is never closed";

  std::string_view text_;
  uint32_t at_ = 0;
  uint32_t begin_ = 0;  // of the record
  char close_ = '}';
  const char* wrong_ = nullptr;
  std::map<std::string, std::string> strings_;
  Bibtex out_;
};

}  // namespace

const std::string* BibRecord::find(std::string_view name) const {
  const auto it = std::ranges::find(fields, name, &BibField::name);
  return it == fields.end() ? nullptr : &it->value;
}

Bibtex read_bibtex(std::string_view text) { return BibReader(text).read(); }

}  // namespace notes

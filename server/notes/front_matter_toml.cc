// Front matter in TOML, as Hugo and Zola have it: `[taxonomies]` holds the tags, `[extra]` the
// rest.
#include <algorithm>

#include "notes/front_matter_language.h"
#include "notes/lines.h"
#include "notes/toml_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// The library counts lines from 1 and columns in characters.
class Places {
 public:
  explicit Places(std::string_view body) : body_(body) {
    for (uint32_t at = 0; at < body.size(); at = line_at(body, at).next) starts_.push_back(at);
  }

  uint32_t offset(const toml::source_position& place) const {
    if (place.line == 0 || place.line > starts_.size()) return size();
    const Range line = line_at(body_, starts_[place.line - 1]).range;
    uint32_t at = line.begin;
    for (uint32_t column = 1; column < place.column && at < line.end; ++column)
      at += std::max<uint32_t>(character_at(body_, at).size, 1);
    return std::min(at, line.end);
  }
  uint32_t size() const { return static_cast<uint32_t>(body_.size()); }

 private:
  std::string_view body_;
  std::vector<uint32_t> starts_;
};

class Reader {
 public:
  explicit Reader(std::string_view body) : body_(body), places_(body) {}

  FrontMatter read() {
    read_table(parse_toml(body_));
    std::sort(out_.fields.begin(), out_.fields.end(),
              [](const FrontMatterField& a, const FrontMatterField& b) {
                return a.key_range.begin < b.key_range.begin;
              });
    return std::move(out_);
  }

 private:
  // Tables within tables are how TOML groups what belongs to the page.
  void read_table(const toml::table& table) {
    for (const auto& [key, value] : table) {
      if (const toml::table* inner = value.as_table()) {
        read_table(*inner);
        continue;
      }
      FrontMatterField field;
      field.key = front_matter_key(key.str());
      field.key_range = range_of(key.source());
      if (const toml::array* items = value.as_array()) {
        field.is_list = true;
        for (const toml::node& item : *items) {
          const toml::table* person = item.as_table();
          const toml::node* name = person ? person->get("name") : &item;
          if (name && !name->is_table() && !name->is_array())
            field.values.push_back(value_of(*name));
        }
      } else {
        field.values.push_back(value_of(value));
      }
      out_.fields.push_back(std::move(field));
    }
  }

  Range range_of(const toml::source_region& source) const {
    const uint32_t begin = places_.offset(source.begin);
    return {begin, std::max(begin, places_.offset(source.end))};
  }

  // Of a string, what its quotes hold, where it is written as it is meant; of anything else, the
  // bytes that say it.
  FrontMatterValue value_of(const toml::node& node) const {
    const Range range = trimmed(body_, range_of(node.source()));
    const toml::value<std::string>* text = node.as_string();
    if (!text) return {range, std::string(view(body_, range))};
    const std::string_view written = view(body_, range);
    const size_t quote = written.find_first_not_of("\"'\r\n");
    const uint32_t begin = range.begin + static_cast<uint32_t>(std::min(quote, written.size()));
    if (body_.substr(begin).starts_with(text->get()) && begin + text->get().size() <= range.end)
      return {{begin, begin + static_cast<uint32_t>(text->get().size())}, text->get()};
    return {{begin, begin}, text->get()};
  }

  std::string_view body_;
  Places places_;
  FrontMatter out_;
};

}  // namespace

FrontMatter read_toml_fields(std::string_view body) {
  try {
    return Reader(body).read();
  } catch (const toml::parse_error& error) {
    throw FrontMatterError{std::string(error.description()),
                           std::max(error.source().begin.line, 1u) - 1};
  }
}

}  // namespace notes

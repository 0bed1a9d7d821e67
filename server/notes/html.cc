#include "notes/html.h"

#include <algorithm>
#include <utility>

#include "notes/ascii.h"

namespace notes {
namespace {

bool is_letter_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr size_t kLongestTag = 4096;

}  // namespace

std::string_view HtmlToken::attribute(std::string_view wanted) const {
  for (size_t at = 0; (at = rest.find(wanted, at)) != std::string_view::npos; at += wanted.size()) {
    if (at > 0 && !is_white(rest[at - 1])) continue;
    const std::string_view behind = rest.substr(at + wanted.size());
    if (behind.size() < 2 || behind[0] != '=') continue;
    const char quote = behind[1];
    if (quote != '"' && quote != '\'')
      return behind.substr(1, behind.find_first_of(" \t\r\n>", 1) - 1);
    return behind.substr(2, behind.find(quote, 2) - 2);
  }
  return {};
}

bool HtmlToken::has_class(std::string_view wanted) const {
  const std::string_view all = attribute("class");
  for (size_t at = 0; (at = all.find(wanted, at)) != std::string_view::npos; ++at) {
    const size_t end = at + wanted.size();
    if ((at == 0 || is_white(all[at - 1])) && (end == all.size() || is_white(all[end])))
      return true;
  }
  return false;
}

bool HtmlReader::next(HtmlToken& token) {
  if (at_ >= text_.size()) return false;
  token = {};
  token.range.begin = at_;
  const auto is_tag_start = [&](size_t i) {
    return text_[i] == '<' && i + 1 < text_.size() &&
           (is_letter_char(text_[i + 1]) ||
            (text_[i + 1] == '/' && i + 2 < text_.size() && is_letter_char(text_[i + 2])));
  };
  if (is_tag_start(at_)) {
    const size_t close = text_.substr(0, std::min(text_.size(), at_ + kLongestTag)).find('>', at_);
    if (close != std::string_view::npos) {
      std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
      token.is_tag = true;
      if (inside.starts_with('/')) {
        token.is_closing = true;
        inside.remove_prefix(1);
      }
      const size_t name = std::min(inside.find_first_of(" \t\r\n/"), inside.size());
      token.name = inside.substr(0, name);
      token.rest = inside.substr(name);
      at_ = static_cast<uint32_t>(close) + 1;
      token.range.end = at_;
      return true;
    }
    ++at_;
  }
  while (at_ < text_.size() && !is_tag_start(at_)) {
    const size_t next = text_.find('<', at_ + 1);
    at_ = static_cast<uint32_t>(std::min(next, text_.size()));
  }
  token.range.end = at_;
  return true;
}

std::string html_text(std::string_view html) {
  std::string out;
  HtmlReader reader(html, 0, static_cast<uint32_t>(html.size()));
  for (HtmlToken token; reader.next(token);) {
    if (token.is_tag) {
      if (token.name == "br" || token.name == "p" || token.name == "li") out += ' ';
      continue;
    }
    out += html.substr(token.range.begin, token.range.size());
  }
  for (const auto& [entity, character] :
       {std::pair<std::string_view, std::string_view>{"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&#39;", "'"},
        {"&amp;", "&"}})
    for (size_t at = 0; (at = out.find(entity, at)) != std::string::npos; at += character.size())
      out.replace(at, entity.size(), character);
  std::string spaced;
  for (char c : out) {
    if (!is_white(c))
      spaced += c;
    else if (!spaced.empty() && spaced.back() != ' ')
      spaced += ' ';
  }
  if (spaced.ends_with(' ')) spaced.pop_back();
  return spaced;
}

uint32_t html_tag_end(std::string_view text, uint32_t at, uint32_t limit) {
  uint32_t i = at + 1;
  const auto skip = [&](auto&& is) {
    const uint32_t from = i;
    while (i < limit && is(text[i])) ++i;
    return i > from;
  };
  const auto is_word = [](char c) { return is_ascii_alnum(c) || c == '-' || c == '_'; };
  const auto is_name = [&](char c) { return is_word(c) || c == ':' || c == '.'; };
  if (i < limit && text[i] == '/') ++i;
  if (i >= limit || !is_letter_char(text[i])) return 0;
  skip(is_word);
  while (skip(is_white) && skip(is_name)) {
    const uint32_t name_end = i;
    skip(is_white);
    if (i >= limit || text[i] != '=') {
      i = name_end;
      continue;
    }
    ++i;
    skip(is_white);
    if (i < limit && (text[i] == '"' || text[i] == '\'')) {
      const char quote = text[i++];
      skip([&](char c) { return c != quote; });
      if (i >= limit) return 0;
      ++i;
    } else if (!skip([&](char c) { return !is_white(c) && c != '>' && c != '<' && c != '`'; })) {
      return 0;
    }
  }
  skip(is_white);
  if (i < limit && text[i] == '/') ++i;
  return i < limit && text[i] == '>' ? i + 1 : 0;
}

}  // namespace notes

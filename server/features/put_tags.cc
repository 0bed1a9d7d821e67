#include <algorithm>
#include <optional>

#include "features/put.h"
#include "features/yaml_text.h"
#include "notes/lines.h"
#include "notes/tags.h"

namespace features {

using notes::Form;
using notes::Range;
using notes::TagSource;

namespace {

std::string comma_tags(std::span<const std::string> names) {
  std::string out = "Tags: ";
  for (const std::string& name : names) out += (out.ends_with(' ') ? "" : ", ") + name;
  return out;
}

std::string hash_tags(std::span<const std::string> names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "#" : " #") + name;
  return out;
}

// Quotes, brackets and marks that belong to the value before them.
uint32_t end_of_value(std::string_view text, uint32_t at, std::string_view closers) {
  while (at < text.size() && closers.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

}  // namespace

void Put::tags(std::span<const std::string> names) {
  if (names.empty()) return;
  std::optional<notes::Placed<notes::TagUse>> last;
  const Range own{into_.front ? 0 : std::min(into_.title_lines.begin, into_.whole.begin),
                  into_.end};
  for (const auto& tag : into_.note->tags()) {
    if (!own.covers(tag.range()) || !tag->is_sure || tag->source == TagSource::kInline) continue;
    // Where the first list of them ends; other lists may follow in the text.
    if (last &&
        (last->value->source != tag->source || into_.note->text().line_of(last->range().end) + 1 <
                                                   into_.note->text().line_of(tag.range().begin)))
      break;
    last = tag;
  }
  if (last && last->value->source == TagSource::kTagLine)
    return add(last->range().end, " " + hash_tags(names));
  if (last) {
    for (const std::string& name : names) tag_after(*last, name);
    return;
  }
  if (into_.entry->form == Form::kHtml) {
    std::string buttons;
    for (const std::string& name : names) buttons += "<a class=\"button\">#" + name + "</a>\n";
    return add(into_.whole.begin, buttons);
  }
  if (!has_front()) return tag_line(names);
  const bool toml = into_.text().starts_with("+++");
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + (toml ? toml_string(name) : yaml_scalar(name));
  for (const notes::FrontMatterField& field : into_.front->front_matter.fields)
    if (field.key == "tags" && field.values.empty())
      return change_.add(note_, field.range,
                         toml ? "tags = [" + list + "]" : "tags: [" + list + "]");
  front_lines(toml ? "tags = [" + list + "]\n" : "tags: [" + list + "]\n");
}

void Put::tag_after(const notes::Placed<notes::TagUse>& last, const std::string& name) {
  const std::string_view text = into_.text();
  const Range line = into_.note->text().line(into_.note->text().line_of(last.range().begin));
  const std::string_view written = into_.view(line);
  const size_t indent = notes::blanks_of(written);
  const uint32_t end = last.range().end;
  const bool wiki = text.substr(end).starts_with("]]");
  const bool code = text.substr(end).starts_with("`");
  const bool hash = text.substr(last.range().begin).starts_with("#");
  switch (last->source) {
    case TagSource::kFrontMatter: {
      const bool toml = text.starts_with("+++");
      const std::string value = toml ? toml_string(name) : yaml_scalar(name);
      if (!toml && written.substr(indent).starts_with("- "))
        return add(line.end, "\n" + std::string(written.substr(0, indent)) + "- " + value);
      const uint32_t after = end_of_value(text, end, "\"'");
      const bool has_comma = into_.view(line).find(',') != std::string_view::npos ||
                             written.find('[') != std::string_view::npos;
      return add(after, (has_comma || toml ? ", " : " ") + value);
    }
    case TagSource::kHtml: {
      const size_t close = text.find('>', end);
      if (close == std::string_view::npos) return;
      return add(static_cast<uint32_t>(close) + 1, "\n<a class=\"button\">#" + name + "</a>");
    }
    case TagSource::kLabel: {
      // An item of its own, where each tag has one.
      const bool is_item = indent + 2 <= written.size() && written[indent + 1] == ' ' &&
                           last.range().begin - line.begin <= indent + 4;
      if (is_item)
        return add(line.end, "\n" + std::string(written.substr(0, indent + 2)) +
                                 (wiki ? "[[" + name + "]]" : name));
      const uint32_t after = end_of_value(text, end, "]`\"'*_");
      const std::string value = wiki   ? "[[" + name + "]]"
                                : code ? "`" + name + "`"
                                       : (hash ? "#" : "") + name;
      const bool spaced = (wiki || code || hash) && written.find(',') == std::string_view::npos;
      return add(after, (spaced ? " " : ", ") + value);
    }
    case TagSource::kTagLine:
    case TagSource::kInline:
      return;
  }
}

void Put::tag_line(std::span<const std::string> names) {
  const std::string tags = hash_tags(names);
  switch (into_.entry->form) {
    case Form::kHeading:
      return add(into_.title_lines.end, "\n" + tags);
    case Form::kFile:
      if (into_.heading) return add(into_.title_lines.end, "\n" + tags);
      return add(into_.uncited_end, "\n\n" + tags);
    case Form::kPage: {
      // Below the line of links; a date there starts the line that tags belong to.
      if (into_.lines.size() < 2) return add(into_.end, "\n" + tags);
      const WrittenLine& facts = into_.lines[1];
      if (into_.view(facts.content).starts_with(notes::kIssueDate))
        return add(facts.content.begin, tags + " ");
      return add(into_.lines[0].range.end, "\n" + tags);
    }
    case Form::kItem:
    case Form::kBold: {
      // Below an item a tag ends at a space.
      const bool has_spaces = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.find(' ') != std::string::npos;
      });
      return has_spaces ? nested(comma_tags(names), true) : nested(tags, false);
    }
    case Form::kRow:
      return in_cell(comma_tags(names));
    case Form::kHtml:
      return;
  }
}

}  // namespace features

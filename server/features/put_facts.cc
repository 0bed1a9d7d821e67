#include <algorithm>

#include "features/put.h"
#include "features/render.h"
#include "features/yaml_text.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace features {

using notes::Form;
using notes::Identifier;
using notes::Range;

namespace {

// What people call such an identifier in front matter; empty for one that only has an URL.
std::string_view key_of(const Identifier& id) {
  switch (id.kind) {
    case notes::IdentifierKind::kArxiv:
      return "arxiv";
    case notes::IdentifierKind::kDoi:
      return "doi";
    case notes::IdentifierKind::kOpenReview:
      return "openreview";
    case notes::IdentifierKind::kIsbn:
      return "isbn";
    case notes::IdentifierKind::kCitekey:
      return "citekey";
    default:
      return "";
  }
}

std::string shown(const Identifier& id) {
  const std::string url = notes::url_of(id);
  return url.empty() ? to_string(id) : url;
}

// Ends what closes the front matter: before its last line.
uint32_t before_fence(const Written& into) {
  const std::string_view text = into.text().substr(0, into.front->size);
  size_t end = text.size();
  while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  const size_t line = text.find_last_of("\r\n", end - 1);
  return line == std::string_view::npos ? 0 : static_cast<uint32_t>(line) + 1;
}

}  // namespace

// TOML's last table would swallow what follows it, so there new lines come first.
void Put::front_lines(const std::string& lines) {
  const bool toml = into_.text().starts_with("+++");
  add(toml ? into_.note->text().line(1).begin : before_fence(into_), lines);
}

void Put::identifiers(std::span<const Identifier> ids) {
  std::vector<std::string_view> used;
  for (const Identifier& id : ids) {
    if (has_front()) {
      std::string_view key = key_of(id);
      if (key.empty()) key = notes::url_of(id).empty() ? "" : "url";
      const bool free = !key.empty() && !into_.front->front_matter.find(key) &&
                        std::find(used.begin(), used.end(), key) == used.end();
      if (free) {
        const std::string value = key == "url" ? shown(id) : id.value.str();
        const bool toml = into_.text().starts_with("+++");
        front_lines(std::string(key) + (toml ? " = " + toml_string(value) : ": \"" + value + "\"") +
                    "\n");
        used.push_back(key);
        continue;
      }
    }
    const std::string link = "[" + std::string(label_of(id.kind)) + "](" + shown(id) + ")";
    switch (into_.entry->form) {
      case Form::kItem:
        add(into_.title_lines.end, " [" + link + "]");
        break;
      case Form::kBold: {
        // The line that has the others' links has them all.
        uint32_t at = into_.title_lines.end;
        for (const WrittenLine& line : into_.lines)
          if (into_.view(line.content).find("](") != std::string_view::npos) {
            at = line.content.end;
            break;
          }
        while (at > 0 && (into_.text()[at - 1] == '\\' || into_.text()[at - 1] == ' ')) --at;
        add(at, " [" + link + "]");
        break;
      }
      case Form::kRow:
        in_cell(link);
        break;
      case Form::kHtml:
        in_html("", "<a href=\"" + shown(id) + "\">" + std::string(label_of(id.kind)) + "</a>");
        break;
      case Form::kFile:
        fact_line("Link: ", shown(id));
        break;
      case Form::kHeading:
      case Form::kPage:
        // Beside a link without a label, one with a label would be the only one to count.
        fact_line(has_link_label() ? "Link: " : "", shown(id));
        break;
    }
  }
}

void Put::fact_line(const std::string& label, const std::string& value) {
  const std::string line = label + value;
  if (into_.entry->form == Form::kPage)
    return add(into_.lines.empty()
                   ? into_.end
                   : into_.lines[std::min<size_t>(into_.lines.size() - 1, 1)].range.end,
               "\n" + line);
  if (into_.title_lines.empty()) return add(into_.title_lines.begin, line + "\n\n");
  if (into_.heading) {
    // Tags stay right below the heading.
    uint32_t at = into_.title_lines.end;
    if (!into_.lines.empty() && into_.lines[0].range.begin <= at + 2 &&
        into_.view(into_.lines[0].content).starts_with('#') &&
        into_.lines[0].kind == notes::LineKind::kText)
      at = into_.lines[0].range.end;
    return add(at, "\n" + line);
  }
  if (has_front() && into_.title.end <= into_.front->size)
    return add(into_.front->size, "\n" + line + "\n");
  // Beside the title's own label, in its style.
  const std::string_view title = into_.view(into_.title_lines);
  size_t begin = notes::blanks_of(title);
  while (begin < title.size() && !title.substr(begin).starts_with("**") &&
         std::string_view("-*+> ").find(title[begin]) != std::string_view::npos)
    ++begin;
  const bool is_bold = title.substr(begin).starts_with("**");
  const bool is_property = title.find("::") != std::string_view::npos;
  const std::string name = is_bold ? "**Link**" : "Link";
  add(into_.title_lines.end,
      "\n" + std::string(title.substr(0, begin)) + name + (is_property ? ":: " : ": ") + value);
}

bool Put::has_link_label() const {
  return std::any_of(into_.lines.begin(), into_.lines.end(), [&](const WrittenLine& line) {
    const notes::Field field = notes::read_label(into_.text(), line.content).field;
    return field == notes::Field::kLink || field == notes::Field::kPaper;
  });
}

std::string Put::facts(const notes::Entry& from) {
  const notes::Entry& to = *into_.entry;
  std::string author, venue;
  if (to.authors.empty() && !from.authors.empty()) author = authors_of(from);
  if (to.venue.empty() && (!to.year || to.year == from.year)) venue = venue_of(from);
  if (to.year && from.venue.empty()) venue.clear();
  if (has_front()) {
    const bool toml = into_.text().starts_with("+++");
    const auto line = [&](const char* key, const std::string& value) {
      front_lines(std::string(key) + (toml ? " = " : ": ") + value + "\n");
    };
    const auto text = [&](const std::string& value) {
      return toml ? toml_string(value) : yaml_scalar(value);
    };
    if (!author.empty() && !into_.front->front_matter.find("authors")) {
      std::string all;
      for (const notes::Phrase& name : from.authors)
        all += (all.empty() ? "" : ", ") + text(name.str());
      line("authors", "[" + all + "]");
    }
    if (to.venue.empty() && !from.venue.empty() && !into_.front->front_matter.find("venue"))
      line("venue", text(from.venue.str()));
    if (!to.year && from.year && !into_.front->front_matter.find("year"))
      line("year", std::to_string(*from.year));
    return author + " " + venue;
  }
  // A line that is the title alone: what follows it there is its byline.
  const bool takes = to.form == Form::kHeading || to.form == Form::kPage;
  const bool plain = into_.view(into_.title).find("](") == std::string_view::npos &&
                     into_.view(into_.title).find('{') == std::string_view::npos;
  if (!takes || !plain || !to.authors.empty() || !to.venue.empty() || to.year) return "";
  if (author.empty() || venue.empty()) return "";
  add(into_.title.end, ", " + author + ", " + venue);
  return author + " " + venue;
}

void Put::fields(std::span<const FrontField> fields) {
  for (const FrontField& field : fields) {
    const bool takes = has_front() && !into_.text().starts_with("+++") &&
                       !into_.front->front_matter.find(field.key);
    if (takes && !field.text.empty())
      front_lines(field.text + (field.text.ends_with('\n') ? "" : "\n"));
    else
      blocks(std::vector<Block>{{field.key + ": " + field.value, true}});
  }
}

}  // namespace features

#include "features/troubles.h"

#include <algorithm>

#include "notes/bibtex.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace features {

using notes::FrontMatterTrouble;
using notes::Line;
using notes::LineKind;
using notes::Note;
using notes::Range;

namespace {

void read_front_matter(const Note& note, std::vector<Diagnostic>& out) {
  for (const FrontMatterTrouble& trouble : note.sections()[0]->front_matter.troubles) {
    if (trouble.kind == FrontMatterTrouble::Kind::kDuplicateKey)
      out.push_back({trouble.range,
                     Severity::kHint,
                     std::string(kDuplicateKey),
                     "The first " + trouble.text + " counts",
                     {}});
    else
      out.push_back({trouble.range,
                     Severity::kWarning,
                     std::string(kFrontMatter),
                     "This front matter is broken and was read line by line: " + trouble.text,
                     {}});
  }
}

// `key: value`, `key:`, `key = value`: one word and what it says.
bool is_field(std::string_view line, char separator) {
  const size_t split = line.find(separator);
  if (split == 0 || split == std::string_view::npos) return false;
  const std::string_view key = notes::trim(line.substr(0, split));
  if (key.empty() || key.find_first_of(" \t#*[]()`") != std::string_view::npos) return false;
  return separator == '=' || split + 1 == line.size() || line[split + 1] == ' ';
}

// A rule on the first line is no front matter: prose follows it. Fields follow this one, up to a
// blank line or a heading, and nothing closes them.
void find_unclosed_front_matter(const Note& note, std::vector<Diagnostic>& out) {
  if (note.sections()[0]->kind == notes::SectionKind::kFrontMatter) return;
  const notes::Text& text = note.text();
  std::string_view mark = notes::trim(text.slice(text.line(0)));
  if (mark.starts_with("\uFEFF")) mark.remove_prefix(3);
  if (mark != "---" && mark != "+++") return;
  const char separator = mark == "---" ? ':' : '=';
  size_t fields = 0;
  for (uint32_t n = 1; n < text.line_count(); ++n) {
    const std::string_view line = text.slice(text.line(n));
    if (notes::trim(line).empty() || line.starts_with("# ") || line.starts_with("## ")) break;
    const bool goes_on = notes::is_blank_char(line[0]) || line.starts_with("- ");
    const bool table = separator == '=' && line.starts_with('[');
    if (is_field(line, separator))
      ++fields;
    else if (!(goes_on && fields > 0) && !table)
      return;
  }
  if (fields > 0)
    out.push_back({text.line(0),
                   Severity::kWarning,
                   std::string(kFrontMatterUnclosed),
                   "This front matter never ends: a line " + std::string(mark) + " is missing",
                   {}});
}

size_t run_of(std::string_view text, char mark) {
  return std::min(text.find_first_not_of(mark), text.size());
}

// In the last section, which alone can have something open at its end: the line that opens it.
std::optional<size_t> open_fence(std::string_view text, const notes::Row<Line>& lines) {
  std::optional<size_t> open;
  char mark = 0;
  size_t length = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != LineKind::kCode) {
      open.reset();
      continue;
    }
    const std::string_view line = notes::view(text, lines[i].content);
    if (!open) {
      const bool fence = line.starts_with("```") || line.starts_with("~~~");
      if (!fence || notes::indent_of(notes::view(text, lines[i].range)) > 3) continue;
      open = i;
      mark = line[0];
      length = run_of(line, mark);
    } else if (run_of(line, mark) >= length && run_of(line, mark) == line.size()) {
      open.reset();
    }
  }
  return open;
}

std::optional<size_t> open_comment(std::string_view text, const notes::Row<Line>& lines) {
  std::optional<size_t> open;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = notes::view(text, lines[i].range);
    if (lines[i].kind != LineKind::kHtml && lines[i].kind != LineKind::kBlank) open.reset();
    if (lines[i].kind != LineKind::kHtml) continue;
    if (!open && notes::trim(line).starts_with("<!--")) open = i;
    if (open && line.find("-->") != std::string_view::npos) open.reset();
  }
  return open;
}

void find_unclosed_block(const Note& note, std::vector<Diagnostic>& out) {
  const notes::Placed<notes::Section>& last = note.sections().back();
  if (last->kind == notes::SectionKind::kFrontMatter) return;
  const std::string_view text = note.text().slice({last.base, last.base + last->size});
  const auto add = [&](std::optional<size_t> line, std::string_view code, std::string_view what) {
    // Nothing is swallowed by what opens on the last line: it is being typed.
    if (!line || *line + 1 >= last->lines.size()) return;
    out.push_back({last.at(last->lines[*line].content),
                   Severity::kHint,
                   std::string(code),
                   std::string(what) + " never ends: nothing below it is read",
                   {}});
  };
  add(open_fence(text, last->lines), kCodeUnclosed, "This code");
  add(open_comment(text, last->lines), kCommentUnclosed, "This comment");
}

}  // namespace

std::vector<Diagnostic> troubles_in(const Note& note) {
  std::vector<Diagnostic> out;
  if (notes::is_bibliography(note.path())) {
    for (const notes::BibTrouble& trouble : notes::read_bibtex(note.text().bytes()).troubles)
      out.push_back({trouble.range,
                     Severity::kWarning,
                     std::string(kBrokenRecord),
                     "This record was passed over: " + trouble.sentence,
                     {}});
    return out;
  }
  read_front_matter(note, out);
  find_unclosed_front_matter(note, out);
  find_unclosed_block(note, out);
  return out;
}

}  // namespace features

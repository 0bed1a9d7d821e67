#include "notes/head_identifiers.h"

#include <algorithm>

#include "notes/head_line.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/title_text.h"

namespace notes {
namespace {

constexpr size_t kNearLines = 20;  // in which an identifier in running text is that of the work

}  // namespace

void add_once(Row<Identifier>& all, const Identifier& id) {
  if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
}

bool may_be_one(const Row<Identifier>& ids) {
  return ids.size() <= 1 || (ids.size() == 2 && ids[0].kind != ids[1].kind);
}

bool is_name_of(const Draft& draft, std::string_view shown) {
  return words_in_common(shown, title_of_name(draft.name()).title) >= 0.6;
}

Row<Identifier> HeadLinks::near_top() const {
  Row<Identifier> out;
  size_t lines = 0;
  for (size_t s = 0; s < draft_.sections.size() && lines < kNearLines; ++s) {
    const Section& section = *draft_.sections[s];
    if (section.kind == SectionKind::kFrontMatter) continue;
    if (draft_.in_reference_zone[s]) break;
    const std::string_view text = draft_.text_of(s);
    size_t next = 0;  // of the references
    for (const Line& line : section.lines) {
      if (line.kind != LineKind::kBlank && ++lines > kNearLines) break;
      const bool cites = is_citation(view(text, line.content));
      for (;
           next < section.references.size() && section.references[next].range.end <= line.range.end;
           ++next) {
        const Reference& reference = section.references[next];
        if (reference.kind == ReferenceKind::kUrl && !cites && !names_another(text, reference))
          add_once(out, *reference.identifier);
      }
    }
  }
  return out;
}

bool HeadLinks::names_another(std::string_view text, const Reference& reference) const {
  const std::string_view written = view(text, reference.range);
  const size_t close = written.find("](");
  if (!written.starts_with('[') || close == std::string_view::npos) return false;
  const std::string_view shown = written.substr(1, close - 1);
  if (!has_words(shown, 3) || is_generic_link_text(shown)) return false;
  const std::string own = heading_ ? heading_->text.str() : title_of_name(draft_.name()).title;
  return has_words(own, 3) && words_in_common(shown, own) < 0.6 && !is_name_of(draft_, shown);
}

Row<Identifier> HeadLinks::of_other_works(size_t sections) const {
  Row<Identifier> out;
  for (size_t s = 0; s < sections && s < draft_.sections.size(); ++s)
    for (const Reference& reference : draft_.sections[s]->references)
      if (reference.kind == ReferenceKind::kUrl && names_another(draft_.text_of(s), reference))
        out.push_back(*reference.identifier);
  return out;
}

Row<Identifier> HeadLinks::called_paper() const {
  Row<Identifier> out;
  for (size_t s = 0; s < draft_.sections.size(); ++s) {
    const Section& section = *draft_.sections[s];
    const std::string_view text = draft_.text_of(s);
    for (const Reference& reference : section.references) {
      if (reference.kind != ReferenceKind::kUrl) continue;
      const std::string_view written = view(text, reference.range);
      const size_t close = written.find("](");
      if (written.starts_with('[') && close != std::string_view::npos &&
          is_paper_link_text(written.substr(1, close - 1)))
        add_once(out, *reference.identifier);
      if (out.size() > 2) return out;  // of several works, however many
    }
  }
  return out;
}

}  // namespace notes

#include "notes/section.h"

#include <algorithm>
#include <array>
#include <utility>

#include "notes/blocks.h"
#include "notes/census.h"
#include "notes/inline.h"
#include "notes/lines.h"
#include "notes/path.h"
#include "notes/sixteen.h"
#include "notes/tag_html.h"
#include "notes/tag_labels.h"
#include "notes/tag_values.h"
#include "notes/tags.h"
#include "notes/titles.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool is_running_text(LineKind kind) {
  return kind == LineKind::kText || kind == LineKind::kItem || kind == LineKind::kTable ||
         kind == LineKind::kHeading;
}

// Lines that belong to one paragraph, item, row or heading are scanned together, since links may
// span them.
template <class F>
void for_each_run(const Row<Line>& lines, F&& f) {
  for (size_t i = 0; i < lines.size();) {
    if (!is_running_text(lines[i].kind)) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    if (lines[i].kind == LineKind::kText || lines[i].kind == LineKind::kItem)
      while (end < lines.size() && lines[end].kind == LineKind::kText) ++end;
    f(Range{lines[i].content.begin, lines[end - 1].content.end});
    i = end;
  }
}

// A line of tags, or those in running text.
void read_hash_tags(std::string_view text, const Line& line, const Inline& found,
                    Row<TagUse>& out) {
  if (auto tags = read_tag_line(text, line.content); tags && !found.is_masked(line.content.begin)) {
    // What follows an issue date is about the paper, not a tag.
    for (TagUse& tag : *tags) out.push_back(std::move(tag));
    return;
  }
  Range rest = line.content;
  if (line.kind == LineKind::kText && is_sloppy_heading(text, rest))
    rest.begin += static_cast<uint32_t>(view(text, rest).find_first_of(" \t"));
  scan_inline_tags(text, rest, found, out);
}

void read_tags(std::string_view text, const Row<Line>& lines, size_t first, const Inline& found,
               std::vector<bool>& taken, Row<TagUse>& out) {
  taken.assign(lines.size(), false);
  read_tag_labels(text, lines, first, taken, out);
  // What most sections lack is looked for in the whole, below a heading's own `#`.
  const bool has_elements = text.find('<') != std::string_view::npos;
  const bool is_headed = !lines.empty() && lines[0].kind == LineKind::kHeading;
  const bool has_hashes = may_hold_hash(text.substr(is_headed ? lines[0].range.end : 0));
  if (!has_elements && !has_hashes) return;
  bool in_comment = false;
  for (size_t i = first; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.kind == LineKind::kHtml) {
      const std::string_view bytes = view(text, line.content);
      const size_t open = bytes.rfind("<!--"), close = bytes.rfind("-->");
      const bool was_in_comment = in_comment;
      in_comment = close != std::string_view::npos ? open != std::string_view::npos && open > close
                                                   : in_comment || open != std::string_view::npos;
      if (!was_in_comment && open == std::string_view::npos)
        scan_html_tags(text, line.content, found, out);
      continue;
    }
    in_comment = false;
    const bool is_text = line.kind == LineKind::kText || line.kind == LineKind::kItem;
    if (!is_text || taken[i]) continue;
    if (has_elements) scan_html_tags(text, line.content, found, out);
    if (has_hashes) read_hash_tags(text, line, found, out);
  }
}

// A block of HTML is no running text, but its links lead somewhere.
void add_html_references(std::string_view text, Range content, Row<Reference>& out) {
  if (view(text, content).find("href") == std::string_view::npos) return;
  Inline found;
  scan_inline(text, content, found);
  for (Reference& reference : found.references) out.push_back(std::move(reference));
}

// In the order of the text, and where two readings of the same bytes were found the first alone.
void put_in_order(Row<TagUse>& tags) {
  std::stable_sort(tags.begin(), tags.end(),
                   [](const TagUse& a, const TagUse& b) { return a.range.begin < b.range.begin; });
  uint32_t end = 0;
  erase_if(tags, [&](const TagUse& tag) {
    if (tag.range.begin < end) return true;
    end = tag.range.end;
    return false;
  });
}

// Tools that read front matter take spaces in `tags` as separators where nothing else is; a topic
// may have several words, unless its writer joins words by other means.
bool separates_by_space(std::string_view key, std::string_view value) {
  return key == "tags" || key == "tag" || value.find_first_of("-_#") != std::string_view::npos;
}

void read_code_lines(std::string_view text, Section& out) {
  for (uint32_t at = 0; at < text.size();) {
    const LineSpan line = line_at(text, at);
    out.lines.push_back({line.range, trimmed(text, line.range), LineKind::kCode});
    at = line.next;
  }
}

void read_front_matter_section(std::string_view text, Section& out) {
  out.front_matter = read_front_matter(text);
  for (const FrontMatterField& field : out.front_matter.fields) {
    if (!is_tag_label(field.key)) continue;
    for (const FrontMatterValue& value : field.values) {
      TagValues how{TagSource::kFrontMatter};
      how.space_separates =
          !field.is_list && separates_by_space(field.key, view(text, value.range));
      read_tag_values(text, value.range, how, out.tags);
    }
  }
  put_in_order(out.tags);
  // A paper's own identifiers are its entry's; an URL of another is a reference.
  read_code_lines(text, out);
}

// A link may end in `/`: the folder is meant.
std::string_view name_in(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return last_component(path);
}

// How many keys make_keys() makes of it, or some more.
size_t most_keys_of(const Reference& reference) {
  const size_t own = reference.titles.size() + reference.identifier.has_value();
  switch (reference.kind) {
    case ReferenceKind::kCite:
      return own + 2;
    case ReferenceKind::kWiki:
      return own + 3 + reference.path.starts_with('@');
    case ReferenceKind::kLink:
    case ReferenceKind::kFile:
      return own + 1;
    default:
      return own;
  }
}

// Keys are made once, with the section: an edit elsewhere in the note only collects them.
void make_keys(Section& out) {
  for (TagUse& tag : out.tags) tag.key = tag_key(tag.name);
  uint32_t index = 0;
  const auto add = [&](KeyKind kind, std::string_view folded) {
    if (!folded.empty()) out.refers_to.push_back({make_key(kind, folded), index});
  };
  size_t most = 0;
  for (const Reference& reference : out.references) most += most_keys_of(reference);
  out.refers_to.reserve(most);
  for (const Reference& reference : out.references) {
    if (reference.identifier) add(KeyKind::kRefersToIdentifier, to_string(*reference.identifier));
    for (const TitleCandidate& candidate : reference.titles)
      add(KeyKind::kRefersToTitle, title_key(candidate.title));
    if (reference.kind == ReferenceKind::kCite) {
      // In any case, and by the name of a page.
      add(KeyKind::kRefersToIdentifier, fold(to_string(*reference.identifier)));
      add(KeyKind::kRefersToName, name_key("@" + reference.identifier->value));
    }
    if (reference.kind == ReferenceKind::kWiki && reference.path.starts_with('@'))
      add(KeyKind::kRefersToIdentifier,
          fold(to_string({IdentifierKind::kCitekey, std::string(reference.path.substr(1))})));
    if (reference.kind == ReferenceKind::kWiki) {
      add(KeyKind::kRefersToName, name_key(name_in(reference.path)));
      add(KeyKind::kRefersToName, loose_name_key(reference.path));
      add(KeyKind::kRefersToTitle,
          title_key(reference.path.empty() ? reference.anchor : reference.path));
    }
    if (reference.kind == ReferenceKind::kLink || reference.kind == ReferenceKind::kFile)
      add(KeyKind::kRefersToPath, name_key(name_in(reference.path)));
    ++index;
  }
}

// A section of running text while it is read.
struct Reader {
  std::string_view text;
  Section* out = nullptr;
  // The title line of a page entry is neither a heading nor a reference, and no tag stands in it.
  size_t first = 0;
  Inline found;

  void read_lines() {
    Blocks blocks = read_blocks(text);
    out->lines = std::move(blocks.lines);
    out->headings = std::move(blocks.headings);
    if (out->kind != SectionKind::kPageEntry) return;
    first = 2;
    erase_if(out->headings,
             [&](const Heading& h) { return h.range.begin < out->lines[1].range.end; });
  }

  void read_inline() {
    const Row<Line>& lines = out->lines;
    const uint32_t begin = first < lines.size() ? lines[first].range.begin : 0;
    for_each_run(lines, [&](Range run) {
      if (first == 0 || (lines.size() > first && run.end > begin))
        scan_inline(text, {std::max(run.begin, begin), run.end}, found);
    });
  }

  // `taken` is room to work in.
  void read_tags(std::vector<bool>& taken) {
    notes::read_tags(text, out->lines, first, found, taken, out->tags);
    for (TagUse& tag : found.tags) out->tags.push_back(std::move(tag));
    put_in_order(out->tags);
  }

  void read_references(const Reading& reading) {
    Row<Reference> titles;
    scan_titles(text, out->lines, first, found, reading, titles);
    out->references = std::move(found.references);
    for (const Line& line : out->lines)
      if (line.kind == LineKind::kHtml) add_html_references(text, line.content, out->references);
    for (Reference& title : titles) out->references.push_back(std::move(title));
    const auto before = [](const Reference& a, const Reference& b) { return a.range < b.range; };
    if (!std::is_sorted(out->references.begin(), out->references.end(), before))
      std::sort(out->references.begin(), out->references.end(), before);
  }
};

// `id="…"`, `name='…'`, `id:: …`
bool has_anchors(std::string_view text) {
  const auto may_end_name = [](const Sixteen& bytes, const Sixteen& behind) {
    return ((bytes == 'd') | (bytes == 'e')) & ((behind == '=') | (behind == ':'));
  };
  for (size_t at = 0; (at = first_where(text, at, may_end_name)) < text.size(); ++at) {
    const std::string_view name = text.substr(0, at + 1), rest = text.substr(at + 1);
    const bool id = name.ends_with("id");
    if ((id || name.ends_with("name")) && (rest.starts_with("=\"") || rest.starts_with("='")))
      return true;
    if (id && rest.starts_with(":: ")) return true;
  }
  return false;
}

void name_longer(std::string_view text, TagUse& tag) {
  for (LongerTag& longer : tag.longer) {
    std::string_view name = view(text, {tag.range.begin, longer.end});
    name.remove_prefix(std::min(name.find(tag.name), name.size()));  // the `#` of either width
    longer.name = name;
  }
}

// Keys, and what the reading of the vault takes away.
void finish(std::string_view text, const Reading& reading, Section& out) {
  make_keys(out);
  for (TagUse& tag : out.tags) name_longer(text, tag);
  out.has_anchors = has_anchors(text);
  erase_if(out.tags, [&](const TagUse& tag) {
    return (tag.source == TagSource::kInline && !reading.inline_tags) ||
           reading.is_never_tag(tag.key);
  });
  // There are as many sections as entries, and they stay.
  out.lines.shrink_to_fit();
  out.headings.shrink_to_fit();
  out.tags.shrink_to_fit();
  out.references.shrink_to_fit();
  out.refers_to.shrink_to_fit();
}

}  // namespace

const Heading* heading_of(const Section& section) {
  return section.kind == SectionKind::kHeading && !section.headings.empty()
             ? &section.headings.front()
             : nullptr;
}

namespace {

// What is done for one section is done for all before the next thing is: the code for everything
// is more than a processor keeps at hand, the sections are not.
constexpr size_t kTogether = 32;

// REQUIRES: from.size() <= kTogether.
void read_together(std::span<const SectionText> from, const Reading& reading,
                   std::vector<std::shared_ptr<const Section>>& to) {
  std::array<std::shared_ptr<Section>, kTogether> all;
  std::array<Reader, kTogether> room;
  size_t count = 0;
  for (size_t i = 0; i < from.size(); ++i) {
    const SectionText& section = from[i];
    Section& out = *(all[i] = std::make_shared<Section>());
    out.kind = section.kind;
    out.size = static_cast<uint32_t>(section.text.size());
    if (section.kind == SectionKind::kFrontMatter)
      read_front_matter_section(section.text, out);
    else if (section.kind == SectionKind::kBibtex)
      read_code_lines(section.text, out);
    else
      room[count++] = {section.text, &out, 0, {}};
  }
  const std::span<Reader> readers = std::span(room).first(count);
  for (Reader& reader : readers) reader.read_lines();
  for (Reader& reader : readers) reader.read_inline();
  std::vector<bool> taken;
  for (Reader& reader : readers) reader.read_tags(taken);
  for (Reader& reader : readers) reader.read_references(reading);
  for (Reader& reader : readers)
    reader.out->census = take_census(reader.text, *reader.out, reading);
  for (size_t i = 0; i < from.size(); ++i) {
    finish(from[i].text, reading, *all[i]);
    to.push_back(std::move(all[i]));
  }
}

}  // namespace

std::vector<std::shared_ptr<const Section>> read_sections(std::span<const SectionText> from,
                                                          const Reading& reading) {
  std::vector<std::shared_ptr<const Section>> out;
  out.reserve(from.size());
  for (size_t at = 0; at < from.size(); at += kTogether)
    read_together(from.subspan(at, std::min(kTogether, from.size() - at)), reading, out);
  return out;
}

std::shared_ptr<const Section> read_section(SectionText from, const Reading& reading) {
  return read_sections({&from, 1}, reading).front();
}

}  // namespace notes

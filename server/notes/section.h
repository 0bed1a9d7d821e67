// Sections: the pieces of a note that are read once and kept while their bytes stay. A section
// starts where a heading or a page entry starts at document level (see outline.h); all its ranges
// are relative to its own start, so an edit before it does not touch it. What is found in one is a
// fact of its bytes alone; which entries the facts make up is decided by the layouts (layout.h).
// Immutable once read: any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/front_matter.h"
#include "notes/identifier.h"
#include "notes/key.h"
#include "notes/phrase.h"
#include "notes/range.h"
#include "notes/reading.h"
#include "notes/row.h"

namespace notes {

enum class SectionKind : uint8_t {
  kText,         // what stands before the first heading
  kFrontMatter,  // YAML or TOML between its fences, fences included
  kHeading,      // its first line is a heading
  kPageEntry,    // its first line is a title, its second the links line of the page layout
  kBibtex,       // a whole file of BibTeX
};

enum class TagSource : uint8_t {
  kTagLine,      // `#a #b c`
  kInline,       // in running text
  kFrontMatter,  // `tags: [a, b]`
  kLabel,        // `**Tags**: a, b`, a column of tags, a definition list
  kHtml,         // `<a class="button">#a</a>`
};

// The words that follow a tag in running text may belong to it: `#Selected Papers/Blogs`.
struct LongerTag {
  uint32_t end = 0;  // of the range
  Phrase key;
  Phrase name{};  // as written, without `#`
};

// Which of its readings is meant, if any, the whole vault says: see tag_meaning.h.
struct TagUse {
  Range range;  // with its `#`, where it has one
  Phrase name;  // as written, without `#`
  TagSource source = TagSource::kInline;
  bool is_sure = true;      // else a tag only where the vault has it elsewhere
  Row<LongerTag> longer{};  // the shortest first; kInline only
  Phrase key{};             // tag_key of the name; folding is slow, so once is enough
};

enum class ReferenceKind : uint8_t {
  kTitle,  // a bare title: `[Paper Note] Title, First Author+, Venue'YY`
  kWiki,   // `[[name#heading|text]]`
  kLink,   // `[text](path.md#heading)`
  kUrl,    // an URL (bare, in `<>` or as a link) or label that carries an identifier
  kFile,   // the URL of a note in a repository, perhaps this one
  kCite,   // `[@key]`
};

// Prose may run into a title, so where it starts is sure only once somebody has noted it.
struct TitleCandidate {
  Phrase title;
  uint32_t begin = 0;  // of the reference, if this is its title
};

struct Reference {
  ReferenceKind kind = ReferenceKind::kTitle;
  Range range;
  Phrase text;                           // what was written, line breaks as one space
  Phrase path;                           // the note, decoded; kWiki, kLink: empty means this note
  Phrase anchor;                         // after `#`
  Row<TitleCandidate> titles;            // kTitle: the likeliest first
  Phrase author;                         // kTitle: the first author as written, or empty
  Phrase venue;                          // kTitle: as written without year, or empty
  std::optional<int> year;               // kTitle
  std::optional<Identifier> identifier;  // kUrl, kCite
};

// Whether it is nothing but an anchor: it leads into its own note, and no key says what it means.
inline bool is_anchor_only(const Reference& reference) {
  return reference.path.empty() &&
         (reference.kind == ReferenceKind::kWiki || reference.kind == ReferenceKind::kLink);
}

// What a reference may mean, as a key of the index.
struct ReferenceKey {
  SlimKey key;
  uint32_t reference = 0;  // by its index

  auto operator<=>(const ReferenceKey&) const = default;
};

struct Heading {
  int level = 1;
  Range range;       // the line, or both lines of a setext heading, without the last terminator
  Range text_range;  // without `#`s and attributes
  Phrase text;
  Phrase name;  // heading_name() of the text, made once because many ask for it
  Phrase slug;  // as GitHub makes anchors, or its own `{#id}`
};

enum class LineKind : uint8_t {
  kBlank,
  kText,
  kItem,
  kHeading,
  kTable,
  kCode,
  kHtml,
  kMath,
  kRule
};

// One line of the section. `content` leaves out indentation, quote and list markers, check boxes
// and trailing space.
struct Line {
  Range range;  // without its terminator
  Range content;
  LineKind kind = LineKind::kText;
};

// How often each of these labels stands below a title in a list or in bold.
struct LabelCounts {
  uint32_t authors = 0;
  uint32_t venues = 0;
  uint32_t years = 0;
  uint32_t addresses = 0;

  // That a label is there again says that it is of another work.
  uint32_t works() const { return std::max({authors, venues, years, addresses}); }
  LabelCounts& operator+=(const LabelCounts& other) {
    authors += other.authors;
    venues += other.venues;
    years += other.years;
    addresses += other.addresses;
    return *this;
  }
};

// How many works a section seems to name: what tells a list of papers from a note about one.
struct Census {
  uint32_t paper_items = 0;        // list items, table rows and bold lines that link to a paper
  uint32_t titled_papers = 0;      // lines with a title, and the address of its paper beside it
  uint32_t title_blocks = 0;       // blocks of labels that begin with a title
  LabelCounts labelled_titles;     // in lists and in bold
  bool has_work_heading = false;   // its heading is a title line, or links to a paper
  bool is_section_word = false;    // its heading is one that every paper has
  bool is_reference_zone = false;  // its heading says that what follows is cited
  bool is_loose_zone = false;      // or only what stands before the next heading
  bool has_labels = false;         // authors or a venue are named right below its heading
  bool has_address = false;        // a label right below its heading says where the work is
  bool is_bare = false;       // nothing but labels, or nothing at all, stands below its heading
  bool names_papers = false;  // its heading says that those below it name papers
  bool names_posts = false;   // its heading says that those below it are posts, talks, no papers
  bool is_titled = false;     // its heading is written as titles are, or says a venue's year
  bool has_venue_behind = false;  // its heading is `A Title of a Work [VENUE 2021]`
  Range cited;  // its lines below one that says that they are cited, though no heading does
};

// Of a note at rest (note.h) its lines, what its front matter says, the texts of references, their
// keys and the names of headings are not kept.
struct Section {
  SectionKind kind = SectionKind::kText;
  bool has_anchors = false;  // something that anchors.h looks for: `id="…"`, `name="…"`, `id:: …`
  uint32_t size = 0;
  Row<Line> lines;
  Row<Heading> headings;
  Row<TagUse> tags;
  Row<Reference> references;
  Row<ReferenceKey> refers_to;  // in the order of the references
  FrontMatter front_matter;     // kFrontMatter only
  Census census;
};

// The heading that the section starts with; nullptr for another kind of section.
const Heading* heading_of(const Section& section);

// What outline() cut as one section of that kind.
struct SectionText {
  SectionKind kind = SectionKind::kText;
  std::string_view text;
};

std::shared_ptr<const Section> read_section(SectionText from, const Reading& reading);
// The same of several, in their order, and faster than one by one.
std::vector<std::shared_ptr<const Section>> read_sections(std::span<const SectionText> from,
                                                          const Reading& reading);

// Something of a section or an entry, with where its base is in the note now.
template <class T>
struct Placed {
  const T* value = nullptr;
  uint32_t base = 0;

  const T* operator->() const { return value; }
  const T& operator*() const { return *value; }
  Range range() const { return value->range.shifted(base); }
  Range at(Range relative) const { return relative.shifted(base); }
};

}  // namespace notes

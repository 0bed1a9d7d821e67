// Layouts: the ways in which people write entries. Each is a small class in layouts/ that knows no
// other. Those of files are asked first, whether the whole note is about one work; if none says so,
// those of sections are asked about every section not yet claimed. Pure: any thread.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/entry.h"
#include "notes/reading.h"
#include "notes/section.h"
#include "notes/text.h"

namespace notes {

// What the whole note shows. Layouts decide by it whether a note is about one work or lists many.
struct Survey {
  uint32_t paper_items = 0;  // outside reference zones
  uint32_t titled_papers = 0;
  uint32_t work_headings = 0;
  uint32_t labelled_sections = 0;
  uint32_t page_entries = 0;
  uint32_t labelled_parts = 0;   // of which nothing says that they are another work's
  uint32_t title_blocks = 0;     // that begin with a title and stand below no heading of a work
  LabelCounts labelled_titles;   // in lists and in bold
  uint32_t venued_headings = 0;  // `A Title of a Work [VENUE 2021]`
  bool is_part = false;          // a chapter or copy of a note that stands beside it, or a template
  struct Level {  // headings of one level: all, and those over labels of a work or nothing
    uint32_t all = 0;
    uint32_t labelled = 0;
    uint32_t addressed = 0;  // over a label that says where the work is
    uint32_t bare = 0;
    uint32_t titled = 0;      // written as titles are
    uint32_t collecting = 0;  // that say that those below them name papers
  };
  std::array<Level, 7> levels{};

  // Enough papers are listed that a single line is one of many, and no mention in passing.
  bool is_list() const { return paper_items >= 3 || labelled_titles.works() >= 3; }
  // Several works are noted at length, each with a heading or labels of its own.
  bool is_collection() const {
    return work_headings >= 3 || labelled_works() >= 2 || page_entries > 0 || addressed_level() > 0;
  }
  // `Basic information` with labels below a block that gives the title says the same once more.
  uint32_t labelled_works() const {
    return labelled_sections + (title_blocks == 1 && labelled_parts == 1 ? 0 : labelled_parts);
  }
  bool has_many_works() const { return paper_items >= 5 || is_collection(); }
  // Where many headings of a level stand over labels of a work, and the others over nothing, those
  // name works, too. 0 when there is no such level.
  int catalogue_level() const;
  // Where several headings of a level stand over the addresses of works, below nothing that has
  // labels of its own. 0 when there is no such level.
  int addressed_level() const;
  // Of the headings that name works below one such as `Papers`, or beside the page's own, such as
  // `Denoising Paper Summary`. 0 when there is no such level.
  int collected_level() const;
  // The page is about papers, and itself none.
  bool collects_papers() const;

  Survey& operator+=(const Survey& behind);
};
// In a few bytes, since most of it is 0; and what was packed, added to another.
std::string pack(const Survey& survey);
void add_packed(Survey& to, std::string_view packed);

// A note whose sections are read and whose entries are not yet known.
struct Draft {
  std::string_view path;
  const Text& text;  // no section crosses the border of a piece
  std::span<const Placed<Section>> sections;
  const Reading& reading;
  std::vector<bool> in_reference_zone{};  // of each section
  Survey survey{};

  std::string_view text_of(size_t section) const {
    const uint32_t base = sections[section].base;
    return text.slice({base, base + sections[section]->size});
  }
  std::string_view name() const;  // the file's, without folder and extension
};

// Zones and survey of the draft's sections, in a time that depends on their number alone. The draft
// may begin within a reference zone: `zone` is the level of the heading that opened it, or 0. Gives
// what the draft ends in.
int survey(Draft& draft, int zone = 0);

struct Claim {
  size_t sections = 0;  // how many, from the one asked about on; 0 claims nothing
  Row<Entry> entries;   // ranges relative to the first claimed section
  Row<Alias> aliases{};
  bool shares = false;  // other layouts may find more in the same section
  // How many sections it depends on, from the one asked about on, where those are more than the
  // claimed and one behind: a heading over works claims nothing because of what stands below it.
  size_t looked = 0;
};

struct FileHead;

class Layout {
 public:
  virtual ~Layout() = default;
  virtual std::string_view name() const = 0;
};

// A file per work.
class FileLayout : public Layout {
 public:
  // Claims all sections or none; may look at the whole draft.
  virtual Claim claim(const Draft& draft, const FileHead& head) const = 0;
};

// An entry or more in one section and those that follow it.
class SectionLayout : public Layout {
 public:
  // May look at the claimed sections, or those that it says, at whether the first is in a reference
  // zone, at is_list(), catalogue_level(), collected_level() and is_part of the survey, at the
  // path, at front matter, and at one section beyond, but at nothing else: claims are kept while
  // those stay the same.
  virtual Claim claim(const Draft& draft, size_t first) const = 0;
};

// In order of priority. Static storage.
std::span<const FileLayout* const> file_layouts();
std::span<const SectionLayout* const> section_layouts();

// False where claim_whole() need not be asked; `first` is the note's first section.
bool may_claim_whole(const Section& first, std::string_view path, const Survey& survey);
// What the layouts of files make of the draft; no sections when they leave it to the others.
Claim claim_whole(const Draft& draft);
// What the layouts of sections make of one: the first claim that does not share, or all that share,
// of which the earlier wins where two want the same text. At least one section.
Claim claim_at(const Draft& draft, size_t first);

// A file of BibTeX, which no layout but its own reads.
Claim claim_bibtex(const Draft& draft);

// One maker each, in layouts/; the order is said in layout.cc alone.
const FileLayout& front_matter_file_layout();
const FileLayout& logseq_page_layout();
const FileLayout& citekey_file_layout();
const FileLayout& labelled_file_layout();
const FileLayout& field_heading_file_layout();
const FileLayout& linked_heading_file_layout();
const FileLayout& bare_title_file_layout();
const SectionLayout& page_entry_layout();
const SectionLayout& heading_entry_layout();
const SectionLayout& label_block_entry_layout();
const SectionLayout& html_entry_layout();
const SectionLayout& table_entry_layout();
const SectionLayout& item_entry_layout();
const SectionLayout& bold_entry_layout();
const SectionLayout& html_list_layout();
const SectionLayout& paragraph_entry_layout();

// `sections/01-intro.md`, `s03_method.md`, `full.md`: a piece of a work that has its own note, or a
// copy of one, or a template.
bool is_part_of_work(std::string_view path, std::string_view root = {});

}  // namespace notes

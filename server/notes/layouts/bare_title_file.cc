// A file that says nothing of its paper but the title, in its heading or its name. Evidence adds
// up: what the title says of itself, one link to a paper near the top, a folder of papers or of a
// venue's year, headings that papers have. Without any that is more than looks, the entry is weak.
#include <algorithm>
#include <optional>

#include "notes/file_entry.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/path.h"
#include "notes/section_word.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"
#include "notes/weak_signs.h"
#include "notes/written_date.h"

namespace notes {
namespace {

// A word in the names of folders that hold papers, or that hold something else.
bool names_papers(std::string_view folder) {
  for (std::string_view word : {"paper", "literature", "论文", "論文", "논문", "文献"})
    if (folder.find(word) != std::string_view::npos) return true;
  return false;
}
bool names_other(std::string_view folder) {
  for (std::string_view word :
       {"book", "course", "lecture", "blog", "author", "people", "journals", "diary", "daily",
        "meeting", "keyword", "concept", "topic", "tutorial", "project", "template"})
    if (folder.find(word) != std::string_view::npos) return true;
  return false;
}
bool names_year_of_venue(std::string_view folder) {
  for (size_t at = 0; at + 4 <= folder.size(); ++at)
    if ((folder.substr(at, 2) == "19" || folder.substr(at, 2) == "20") &&
        folder.substr(at, 4).find_first_not_of("0123456789") == std::string_view::npos)
      return folder.size() <= 24;
  return false;
}

// `The authors present …`, `本文提出`: its first lines are about a paper.
constexpr uint32_t kFirstBytes = 1500;

bool speaks_of_paper(std::string_view beginning) {
  const std::string head = fold(beginning);
  for (std::string_view word : {"this paper", "the paper", "the authors", "authors propose", "本文",
                                "这篇论文", "这篇文章", "この論文", "本論文", "이 논문", "本研究"})
    if (head.find(word) != std::string::npos) return true;
  return false;
}

// `ADR-0014: …`, `Harvest — 2026-05-31`: a document of a series.
bool is_numbered(std::string_view title) {
  const size_t letters =
      std::min(title.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), title.size());
  if (letters >= 2 && letters < title.size() && title[letters] == '-' &&
      digits_of(title.substr(letters + 1)) >= 2)
    return true;
  constexpr size_t kDate = 10;
  if (title.size() <= kDate) return false;
  const std::optional<Date> date = read_date(title.substr(title.size() - kDate));
  return date && date->day > 0;
}

// No word has a capital: what a page is about, in few words. Dashes join those of a title, too.
bool is_phrase(std::string_view title, std::string_view name) {
  return !has_words(title, 5) && name.find(' ') != std::string_view::npos &&
         std::none_of(title.begin(), title.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 0x7f;
         });
}

// `GPTQ`, `AutoTVM`, `snap KV`
bool is_acronym(std::string_view title) {
  return std::count_if(title.begin(), title.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >=
         2;
}

// Works with addresses of their own stand right below the heading, and none of them is the file's.
bool lists_others(const Draft& draft, const FileHead& head) {
  return head.heading && head.identifiers.empty() &&
         draft.sections[head.heading_section]->census.paper_items > 0;
}

// Many words, of which those that are not small have capitals; no chapter.
bool is_unmistakable(std::string_view title) {
  constexpr size_t kFewest = 8;
  if (!has_words(title, kFewest)) return false;
  size_t words = 0, capitals = 0;
  for (size_t at = 0; at < title.size();) {
    const size_t end = std::min(title.find(' ', at), title.size());
    const std::string_view word = title.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::string folded = fold(word);
    if (folded.starts_with("chapter") || folded == "lecture" || folded == "week") return false;
    if (word.size() <= 4 && word[0] >= 'a' && word[0] <= 'z') continue;
    ++words;
    capitals += is_upper(character_at(word, 0).code);
  }
  return words >= 5 && capitals * 5 >= words * 4;
}

// `Title, ICML 2020` in a file called `Title`, or `Nick--Title`.
bool names_file(std::string_view heading, std::string_view name) {
  const TitleLine line = read_title_line(heading);
  if (!line.has_venue_year || !has_words(line.title, 3)) return false;
  const size_t colon = std::min(name.find(": "), name.size());
  return words_in_common(line.title, name) >= 0.85 ||
         words_in_common(line.title, name.substr(colon)) >= 0.85;
}

// What the front matter calls the work goes before its heading.
std::string_view shown_title(const Draft& draft, std::string_view title) {
  const Section& first = *draft.sections[0];
  if (first.kind != SectionKind::kFrontMatter) return title;
  const std::string_view said = first.front_matter.text_of({"title"});
  return said.empty() ? title : said;
}

class BareTitleFileLayout final : public FileLayout {
 public:
  std::string_view name() const override { return "bare title file"; }

  Claim claim(const Draft& draft, const FileHead& head) const override {
    if (!head.may_be_one_work) return {};
    const TitleText named = title_of_name(draft.name());
    const TitleText headed = head.heading ? read_title_text(head.heading->text) : TitleText{};
    // A title that says its venue and year is sure of itself, whatever else is listed below it.
    const bool own = head.heading && draft.sections[head.heading_section]->census.has_work_heading;
    if (own && draft.survey.work_headings == 1 &&
        (headed.has_venue_year() || names_file(head.heading->text, named.title)))
      return claim_file(draft, head);
    if (draft.survey.has_many_works() || draft.survey.collects_papers() ||
        is_index_name(draft.name()) || draft.survey.work_headings > 0)
      return {};
    if (names_collection(heading_name(named.title)) || names_collection(heading_name(headed.title)))
      return {};
    bool papers = false, other = false, year = false;
    std::string_view folder = folder_of(draft.path);
    for (int i = 0; i < 4 && folder.size() > 1; ++i, folder = folder_of(folder)) {
      const std::string name = fold(last_component(folder));
      papers = papers || names_papers(name);
      other = other || (i < 2 && names_other(name));
      year = year || (i < 2 && names_year_of_venue(name));
    }
    const FileHead::Said* said = head.find(Field::kTitle);
    const std::string& title = said ? said->value : head.heading ? headed.title : named.title;
    const bool marked = headed.is_marked || named.is_marked || is_below_papers(draft.name());
    const bool same = head.heading && has_words(named.title, 3) &&
                      words_in_common(named.title, headed.title) >= 0.6;
    const bool linked = !head.identifiers.empty() && has_words(title, 3);
    if (other && !marked && !linked) return {};
    const bool titled = reads_like_title(title) || reads_like_title(named.title);
    const std::string beginning = draft.text.copy({0, std::min(draft.text.size(), kFirstBytes)});
    // Folding what it starts with is slow, and seldom needed.
    std::optional<bool> speaks;
    const auto about = [&] {
      if (!speaks) speaks = speaks_of_paper(beginning);
      return *speaks;
    };
    // An address alone under a short name is a bookmark.
    const bool notes_more = has_words(title, 3) || word_count(beginning) > 16;
    const bool authored = !head.byline.authors.empty() && has_words(title, 2);
    const double looks = (same ? 2.0 : 0) + (papers && titled ? 1.5 : 0) + (year ? 1.0 : 0) +
                         (head.section_words >= 2 ? 1.0 : 0) +
                         (head.has(Field::kSummary) ? 1.0 : 0);
    const double facts = (marked ? 2.0 : 0) + (linked ? 1.5 : 0) + (year && papers ? 1.0 : 0) +
                         (authored ? 2.0 : 0) + (head.starts_with_paper && notes_more ? 2.0 : 0) +
                         (head.starts_with_pdf ? 1.0 : 0) +
                         (head.has_bibtex && word_count(title) >= 3 ? 2.0 : 0);
    if (facts > 0 && facts + looks >= 2 && has_words(title, 1)) {
      const bool sure = marked || authored ||
                        (has_words(title, 3) && !is_phrase(title, draft.name()) &&
                         (papers || year || head.has_bibtex || !names_topic(title)));
      return claim_file(draft, head, sure ? Strength::kStrong : Strength::kWeak);
    }
    // Under the name of a method an address is enough, under any word it is a bookmark.
    const bool bookmark = head.starts_with_paper && !head.identifiers.empty() && is_acronym(title);
    if (head.starts_with_pdf || bookmark) return claim_file(draft, head, Strength::kWeak);
    if (is_numbered(title) || lists_others(draft, head)) return {};
    const std::string_view shown = shown_title(draft, title);
    if (!head.heading && (is_acronym(title) || reads_like_title(title)) && !names_topic(title) &&
        has_lone_paper(draft))
      return claim_file(draft, head, Strength::kWeak);
    if ((is_key_of_title(draft.name(), shown) && has_words(shown, 4)) ||
        (has_words(shown, 3) && defines_paper(draft)))
      return claim_file(draft, head, Strength::kWeak);
    // Looks alone: a name that could be no other, or more than one sign.
    if (titled && (looks >= 2 || (looks >= 1 && about())))
      return claim_file(draft, head, Strength::kWeak);
    const bool written =
        is_written_as_title(title) && (head.section_words > 0 || about() || is_unmistakable(shown));
    const bool slug = draft.name().find(' ') == std::string_view::npos;
    const bool spoken = !head.heading && reads_like_title(named.title) &&
                        draft.sections[0]->kind != SectionKind::kFrontMatter &&
                        (slug || is_written_as_title(named.title)) && about();
    if (!(titled && looks >= 1 && (same || papers || year || looks >= 2)) && !written && !spoken &&
        !(same && head.section_words >= 2 && (papers || about())))
      return {};
    return claim_file(draft, head, Strength::kWeak);
  }
};

}  // namespace

const FileLayout& bare_title_file_layout() {
  static const BareTitleFileLayout layout;
  return layout;
}

}  // namespace notes

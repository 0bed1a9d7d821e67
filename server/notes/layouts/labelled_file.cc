// A file per paper with a block of labels at its top: `* **Title**: …`, `**会议**: CVPR 2025`, `-
// Authors :`,
// `> Link: …`, `| Year | 2020 |`.
#include <algorithm>

#include "notes/file_entry.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/path.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class LabelledFileLayout final : public FileLayout {
 public:
  std::string_view name() const override { return "labelled file"; }

  Claim claim(const Draft& draft, const FileHead& head) const override {
    if (!head.may_be_one_work) return {};
    if (draft.survey.labelled_works() >= 2) return {};
    for (Field field : {Field::kTitle, Field::kPaper, Field::kAuthors})
      if (count(head, field) >= 3) return {};  // of as many works
    const bool own = head.heading && draft.sections[head.heading_section]->census.has_work_heading;
    if (head.field_headings > 0 || draft.survey.work_headings > (own ? 1u : 0u)) return {};
    const bool title = head.has(Field::kTitle) || names_paper(head),
               authors = head.has(Field::kAuthors);
    const bool venue = head.has(Field::kVenue), link = has_link(head);
    const int labels =
        title + authors + venue + link + head.has(Field::kYear) + head.has(Field::kTags);
    if (labels <= 2 && is_late(draft, head)) return {};
    const bool named = title || authors || venue || link || head.has_bibliographic_line;
    const bool titled = title || (head.heading && has_words(head.heading->text, 2));
    // One label alone may be a list's; that many works are listed below speaks against it.
    const bool enough = labels >= 2 || (title && head.section_words >= 2) ||
                        (titled && head.has_bibliographic_line) ||
                        ((authors || venue || link) && titled && !draft.survey.has_many_works());
    if (!named || !enough) return {};
    // What has no title of its own is called as its folder is, where that is about one work.
    if (!titled && is_index_name(draft.name()) &&
        !(is_name_in_folder(draft.name()) && (authors || venue || link) && labels >= 2 &&
          has_words(last_component(folder_of(draft.path)), 2)))
      return {};
    return claim_file(draft, head);
  }

 private:
  // Far below the top, one label speaks of a work that the text came to.
  static bool is_late(const Draft& draft, const FileHead& head) {
    constexpr size_t kTop = 20;
    const FileHead::Said* said = head.find(Field::kPaper);
    if (!said || head.heading || said != &head.labels.front()) return false;
    const std::string before = draft.text.copy({0, said->range.begin});
    return static_cast<size_t>(std::count(before.begin(), before.end(), '\n')) > kTop;
  }

  static size_t count(const FileHead& head, Field field) {
    return static_cast<size_t>(
        std::count_if(head.labels.begin(), head.labels.end(),
                      [&](const FileHead::Said& said) { return said.field == field; }));
  }

  // `Paper: its title`, `Paper: [its title](url)`
  static bool names_paper(const FileHead& head) {
    const FileHead::Said* said = head.find(Field::kPaper);
    if (!said) return false;
    if (said->value.find("://") == std::string::npos) return has_words(said->value, 2);
    const std::vector<WrittenLink> links =
        links_in(said->value, {0, static_cast<uint32_t>(said->value.size())});
    return !links.empty() && links[0].range.begin == 0 &&
           has_words(view(said->value, links[0].text), 3);
  }

  // A label that says which paper, be it with an identifier or an URL.
  static bool has_link(const FileHead& head) {
    for (const FileHead::Said& said : head.labels)
      if ((said.field == Field::kPaper && said.value.find("://") != std::string::npos) ||
          (said.field == Field::kLink && !head.identifiers.empty()))
        return true;
    return false;
  }
};

}  // namespace

const FileLayout& labelled_file_layout() {
  static const LabelledFileLayout layout;
  return layout;
}

}  // namespace notes

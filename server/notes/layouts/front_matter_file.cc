// A file per paper: front matter that names a work, and the whole file is about it.
#include "notes/bibliography.h"
#include "notes/fields.h"
#include "notes/file_entry.h"
#include "notes/path_facts.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"
#include "notes/weak_signs.h"

namespace notes {
namespace {

bool is_paper_word(std::string_view word) {
  const std::string folded = fold(word);
  for (std::string_view known :
       {"paper", "papers", "literature", "literature note", "article", "journalarticle",
        "conferencepaper", "preprint", "reference", "論文", "论文", "文献"})
    if (folded == known) return true;
  return false;
}

class FrontMatterFileLayout final : public FileLayout {
 public:
  std::string_view name() const override { return "front matter file"; }

  Claim claim(const Draft& draft, const FileHead& head) const override {
    if (draft.sections[0]->kind != SectionKind::kFrontMatter) return {};
    if (draft.survey.is_part) return {};
    const FrontMatter& fields = draft.sections[0]->front_matter;
    if (!names_work(fields) &&
        !(head.may_be_one_work &&
          (hints_at_work(fields, head, draft.name()) || is_below_papers(draft.name())) &&
          (head.paper_links == 1 ||
           (!draft.survey.has_many_works() && !draft.survey.collects_papers()))))
      return {};
    const bool topic = !names_work(fields) && is_topic(fields, head);
    return claim_file(draft, head, topic ? Strength::kWeak : Strength::kStrong);
  }

 private:
  static bool names_work(const FrontMatter& fields) {
    Entry said;
    for (const FrontMatterField& field : fields.fields)
      for (const FrontMatterValue& value : field.values) {
        std::string name = field.key;
        for (char& c : name)
          if (c == '_') c = ' ';
        take_field(field_named(name), field.key, value.text, said);
        if ((field.key == "arxivid" || names_citekey(field.key)) &&
            identifier_of_field(field.key, value.text))
          return true;
      }
    // A blog's pages name their one `author`, too; that alone makes no paper of them.
    const bool named =
        said.year || !said.venue.empty() || (!said.authors.empty() && !fields.find("author"));
    return !said.identifiers.empty() ||
           is_paper_word(fields.text_of({"type", "item_type", "itemtype", "category"})) ||
           (named && fields.find("title"));
  }

  // A page on a topic may begin with the address of one paper, and say nothing else of it.
  static bool is_topic(const FrontMatter& fields, const FileHead& head) {
    return head.labels.empty() && fields.fields.size() == 1 &&
           names_topic(fields.text_of({"title"}));
  }

  // A title, and a link to its paper near the top, a venue's year among the tags, or a tag that
  // says `paper`.
  static bool hints_at_work(const FrontMatter& fields, const FileHead& head,
                            std::string_view name) {
    const std::string_view title = fields.text_of({"title"});
    bool tagged = false;
    for (std::string_view key : {"tags", "tag", "categories"})
      if (const FrontMatterField* tags = fields.find(key))
        for (const FrontMatterValue& value : tags->values) {
          const auto venue = read_venue_year(value.text);
          const std::string_view tag =
              std::string_view(value.text).substr(value.text.starts_with('#'));
          tagged = tagged || (venue && venue->end == value.text.size()) ||
                   (is_paper_word(tag) && fold(tag) != "article");  // which a blog has, too
        }
    if (title.empty()) return tagged && head.heading;
    const bool linked = !head.identifiers.empty() && has_words(title, 4);
    return tagged || linked || head.paper_links == 1 || head.has(Field::kPaper) ||
           read_keyed_title(title, name).has_value();
  }
};

}  // namespace

const FileLayout& front_matter_file_layout() {
  static const FrontMatterFileLayout layout;
  return layout;
}

}  // namespace notes

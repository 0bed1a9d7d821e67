#include "rules.h"

#include <algorithm>
#include <array>

#include "features/troubles.h"

namespace server {

using features::Severity;

std::span<const Rule> rules() {
  static const std::array<Rule, 10> kRules{{
      {features::code_of(notes::Relation::kSameWork), "duplicates", "DuplicateEntry",
       "One paper is noted more than once.",
       "Merge the entries, or say in .papernotes.toml that they are different works.",
       Severity::kWarning},
      {features::code_of(notes::Relation::kOtherVersion), "duplicates", "OtherVersion",
       "Another version of the work is noted.",
       "Link the entries to each other, or say in .papernotes.toml that they are different works.",
       Severity::kInformation},
      {features::code_of(notes::Relation::kIdentifierConflict), "duplicates", "IdentifierConflict",
       "Two papers are noted under one identifier.", "Correct the identifier that is wrong.",
       Severity::kWarning},
      {features::code_of(notes::Relation::kCrossListing), "duplicates", "CrossListing",
       "A paper is named in several places on purpose.",
       "Keep it in one place if that was not meant.", Severity::kHint},
      {features::kFrontMatter, "front-matter", "FrontMatter",
       "Front matter cannot be read by its language's rules.", "Correct its syntax.",
       Severity::kWarning},
      {features::kFrontMatterUnclosed, "front-matter", "FrontMatterUnclosed",
       "Front matter never ends.", "Add the line that closes it.", Severity::kWarning},
      {features::kDuplicateKey, "front-matter", "FrontMatterDuplicateKey",
       "Front matter says one key twice.", "Keep one of the two.", Severity::kHint},
      {features::kBrokenRecord, "bibtex", "BibtexRecord",
       "A record of BibTeX makes no sense and was passed over.", "Correct or remove it.",
       Severity::kWarning},
      {features::kCodeUnclosed, "unclosed", "CodeUnclosed",
       "Code never ends, so that nothing below it is read.", "Add the line that closes it.",
       Severity::kHint},
      {features::kCommentUnclosed, "unclosed", "CommentUnclosed",
       "An HTML comment never ends, so that nothing below it is read.", "Add the `-->`.",
       Severity::kHint},
  }};
  return kRules;
}

size_t rule_of(std::string_view code) {
  const auto all = rules();
  return static_cast<size_t>(
      std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.code == code; }) -
      all.begin());
}

bool is_of_kind(std::string_view code, std::string_view wanted) {
  if (code == wanted) return true;
  const size_t rule = rule_of(code);
  return rule < rules().size() && rules()[rule].kind == wanted;
}

bool is_kind(std::string_view wanted) {
  return std::any_of(rules().begin(), rules().end(),
                     [&](const Rule& rule) { return is_of_kind(rule.code, wanted); });
}

}  // namespace server

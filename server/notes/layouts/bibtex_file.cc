// A file of BibTeX: each record is an entry under its citation key. It says that a work exists, not
// that somebody noted it, so all are weak.
#include "notes/ascii.h"
#include "notes/bibliography.h"
#include "notes/bibtex.h"
#include "notes/fields.h"
#include "notes/layout.h"
#include "notes/plain_latex.h"
#include "notes/tag_values.h"

namespace notes {
namespace {

constexpr size_t kLongestSummary = 2000;

std::optional<int> month_of(std::string_view value) {
  constexpr std::string_view kNames = "janfebmaraprmayjunjulaugsepoctnovdec";
  const std::string folded = ascii_lower(value.substr(0, 3));
  const size_t at = kNames.find(folded);
  if (folded.size() == 3 && at != std::string_view::npos && at % 3 == 0)
    return static_cast<int>(at / 3) + 1;
  int number = 0;
  for (const char c : value.substr(0, 2))
    if (is_ascii_digit(c)) number = number * 10 + (c - '0');
  return number >= 1 && number <= 12 ? std::optional(number) : std::nullopt;
}

Entry entry_of(const BibRecord& record) {
  Entry entry;
  entry.strength = Strength::kWeak;
  entry.range = record.range;
  entry.title_range = record.key_range.empty() ? record.range : record.key_range;
  const auto plain = [&](std::string_view name) {
    const std::string* value = record.find(name);
    return value ? plain_latex(*value) : std::string();
  };
  entry.title = plain("title");
  if (!record.key.empty()) entry.identifiers.push_back({IdentifierKind::kCitekey, record.key});
  take_field(Field::kAuthors, "author", plain("author"), entry);
  for (const std::string_view name : {"booktitle", "journal", "journaltitle"})
    take_field(Field::kVenue, name, plain(name), entry);
  for (const std::string_view name : {"year", "date"})
    take_field(Field::kYear, name, plain(name), entry);
  entry.month = month_of(plain("month"));
  for (const std::string_view name : {"doi", "isbn", "pmid", "url"})
    if (auto id = identifier_of_field(name, plain(name)))
      entry.identifiers.push_back(*std::move(id));
  if (auto id = identifier_of_field("arxiv", plain("eprint")))
    entry.identifiers.push_back(*std::move(id));
  for (const std::string_view name : {"keywords", "keyword"}) {
    const std::string said = plain(name);
    Row<TagUse> tags;
    read_tag_values(said, {0, static_cast<uint32_t>(said.size())}, {}, tags);
    for (TagUse& tag : tags)
      if (std::find(entry.tags.begin(), entry.tags.end(), tag.name) == entry.tags.end())
        entry.tags.push_back(std::move(tag.name));
  }
  entry.summary = shortened(plain("abstract"), kLongestSummary);
  finish_fields(entry);
  return entry;
}

}  // namespace

Claim claim_bibtex(const Draft& draft) {
  Claim claim{1, {}, {}, false};
  for (const BibRecord& record : read_bibtex(draft.text.bytes()).records) {
    Entry entry = entry_of(record);
    if (!entry.title.empty()) claim.entries.push_back(std::move(entry));
  }
  return claim;
}

}  // namespace notes

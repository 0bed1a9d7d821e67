// Labels: `**Authors**: …`, `- 会议：…`, `year:: …`, `| Title | … |`, headings that are nothing but
// one, and the keys of front matter. One vocabulary for all of them, in the languages that people
// write notes in. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

#include "notes/range.h"

namespace notes {

enum class Field : uint8_t {
  kNone,  // no label, or one that says nothing of a work
  kTitle,
  kPaper,  // a title, or a link to the paper
  kAuthors,
  kVenue,
  kYear,
  kNoted,
  kLink,
  kTags,
  kSummary,
  kComment,
  kCode  // and whatever else belongs to a paper without being it: slides, videos, data
};

// What a folded name means: `authors`, `会议`.
Field field_named(std::string_view folded);
// False for most of what means nothing when it is folded, whatever stands before its first letter.
bool may_name_field(std::string_view written);

struct Label {
  Field field = Field::kNone;
  std::string_view written;  // of the text: what stands before the colon
  bool is_property = false;  // `name:: value`
  Range value;               // of the text; empty when nothing stands behind the label
  Range rest;  // where the next label of the line starts: `**Venue**: ACL / **Code**: …`; or empty

  // Folded, without emphasis; empty when there is no label. Most lines with a colon start with no
  // word that is known, so it is made only when asked for.
  std::string name() const;
};

// The label that a line starts with. `content` is a line without its markers.
Label read_label(std::string_view text, Range content);

// A heading without the numbers, emoji and punctuation around its words, folded.
std::string heading_name(std::string_view heading);
std::string name_of_folded(std::string heading);  // the same of one that is folded

// `References`, `Links & References`, `関連論文`, `次に読むべき論文は?`: what stands below is
// cited, not noted.
bool names_reference_zone(std::string_view heading_name);
// False for most that do not, whatever stands before the first letter and however it is folded.
bool may_name_reference_zone(std::string_view written);
// `Links`, `Resources`: what stands right below is cited; what has headings of its own need not be.
bool names_loose_zone(std::string_view heading_name);
// What the work is called elsewhere, or which others there are: no word of what it says.
bool names_others(std::string_view label_name);

}  // namespace notes

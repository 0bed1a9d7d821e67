// Writing into an entry in the way that it is written itself: its tag line, its front matter, its
// labels, its cells. Each function adds edits to a change; what is put at one place stands there in
// the order of the calls. Pure: any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "features/change.h"
#include "features/take_apart.h"
#include "features/written.h"

namespace features {

class Put {
 public:
  // REQUIRES: `into` is an entry of that note; what is referred to outlives this.
  Put(notes::NoteId note, const Written& into, Change& change)
      : note_(note), into_(into), change_(change) {}

  void tags(std::span<const std::string> names);
  void identifiers(std::span<const notes::Identifier> ids);
  // Authors, venue and year that the entry lacks; gives what it has now, in words.
  std::string facts(const notes::Entry& from);
  void summary(const std::string& text);
  void fields(std::span<const FrontField> fields);
  void blocks(std::span<const Block> blocks);
  void cited(std::span<const Block> blocks);

 private:
  void add(uint32_t at, std::string text) { change_.add(note_, {at, at}, std::move(text)); }
  bool has_front() const { return into_.front != nullptr; }
  void front_lines(const std::string& lines);
  void tag_after(const notes::Placed<notes::TagUse>& last, const std::string& name);
  // A line among the facts near the title: below a heading, beside other labels.
  void fact_line(const std::string& label, const std::string& value);
  bool has_link_label() const;
  void tag_line(std::span<const std::string> names);
  void nested(const std::string& block, bool is_item);
  void in_cell(const std::string& text);
  void in_html(const std::string& name, const std::string& html);
  std::string below_title(std::span<const Block> blocks) const;

  notes::NoteId note_;
  const Written& into_;
  Change& change_;
};

}  // namespace features

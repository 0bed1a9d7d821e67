// Which of the works that a file links to is its own, where no label says so. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/identifier.h"
#include "notes/layout.h"

namespace notes {

void add_once(Row<Identifier>& all, const Identifier& id);
// Two links to one work have two kinds: its preprint and its publication.
bool may_be_one(const Row<Identifier>& ids);
bool is_name_of(const Draft& draft, std::string_view shown);  // the file's, or next to it

class HeadLinks {
 public:
  HeadLinks(const Draft& draft, const Heading* heading) : draft_(draft), heading_(heading) {}

  // Identifiers of the works that the first lines link to, but for those that they cite.
  Row<Identifier> near_top() const;
  // Of links in the first `sections` that say which other work they lead to.
  Row<Identifier> of_other_works(size_t sections) const;
  // Of links called `paper` and the like, wherever they stand.
  Row<Identifier> called_paper() const;

 private:
  // A link whose text is the title of another work, in a file that has one of its own.
  bool names_another(std::string_view text, const Reference& reference) const;

  const Draft& draft_;
  const Heading* heading_;  // the title's, or nullptr
};

}  // namespace notes

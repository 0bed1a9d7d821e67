// The links of one line as they are written, for those who read a line as a work: `[text](url)`,
// `[text][ref]`, `[[name|text]]`, `<a href="url">text</a>`, bare URLs. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/range.h"
#include "notes/url.h"

namespace notes {

struct WrittenLink {
  Range range;
  Range text;           // what is shown; empty for a bare URL
  std::string_view to;  // as written: an URL, a path or a wiki name
  bool is_wiki = false;

  bool is_url() const { return to.find("://") != std::string_view::npos || lacks_scheme(to); }
  // To a note of this vault, as far as the link alone can tell.
  bool is_local_note() const;
  // To a paper: it has an identifier, or stands with a publisher.
  bool is_paper() const;
};

// From left to right, apart from each other.
std::vector<WrittenLink> links_in(std::string_view text, Range run);
std::optional<WrittenLink> first_link_in(std::string_view text, Range run);

// `pdf`, `arXiv`, `论文`, `code`: what a link is called when it is not called by a title.
bool is_generic_link_text(std::string_view text);
// `Links to an external site.`, which some sites of courses add to each link; and a link's text
// without it.
bool is_added_by_site(std::string_view text);
std::string_view without_site(std::string_view text);
// Of these, those that mean the paper itself.
bool is_paper_link_text(std::string_view text);

}  // namespace notes

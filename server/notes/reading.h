// How the notes of one vault are to be read, as far as people can say so (`.papernotes.toml`). As
// it is made, it is what holds when nobody says anything. An immutable value once shared: any
// thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "notes/different_works.h"
#include "notes/ignore.h"
#include "notes/relation.h"

namespace notes {

struct Reading {
  // The folder of the vault, whose own name says nothing of its notes; empty where it is not known.
  std::string root;

  // Which files are notes of the vault.
  IgnoreRules ignored;    // beside what is built in, and stronger than it and any .gitignore
  bool gitignore = true;  // .gitignore files count
  std::vector<std::string> suffixes{".md", ".markdown"};  // folded, each with its dot; and `.bib`

  // What stands in them. The lists add to what is built in.
  bool inline_tags = true;                      // `#tag` in running text is a tag
  std::vector<std::string> never_tags;          // by tag_key
  std::vector<std::string> reference_headings;  // by heading_key: what is below is cited, not noted
  std::vector<std::string> title_markers;       // as `[Paper Note]`, which stands before a title

  // What is said of works that are noted more than once.
  Notices notices;
  DifferentWorks different_works;

  bool operator==(const Reading&) const = default;

  // How headings are compared with `reference_headings`: folded, without space around them.
  static std::string heading_key(std::string_view heading);
  bool is_reference_heading(std::string_view key) const;
  bool is_never_tag(std::string_view key) const;
};

using SharedReading = std::shared_ptr<const Reading>;

// What holds when nobody says anything.
const SharedReading& default_reading();

// Whether the file's name ends in one of the suffixes, in any case, with something before it; and
// the name without it.
bool is_note_path(std::string_view path, const Reading& reading);
bool is_bibliography(std::string_view path);  // `.bib`
std::string_view note_name(std::string_view path, const Reading& reading);

}  // namespace notes

#include "features/typed_titles.h"

#include <algorithm>

#include "features/cited.h"
#include "notes/key.h"
#include "notes/layout.h"
#include "notes/work_words.h"

namespace features {

using notes::EntryId;
using notes::NoteId;
using notes::Section;
using notes::SectionKind;
using notes::Snapshot;

namespace {

// `Reading List` is no title; `Attention Is All You Need` is.
constexpr float kLeastWeight = 2.5F;

bool says_enough(std::string_view title_key) {
  float weight = 0;
  for (const notes::WorkWord& word : notes::work_words(title_key)) weight += word.weight;
  return weight >= kLeastWeight;
}

// `OpenDevin`: a single word, which nobody else would write so.
bool is_coined(std::string_view title) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!std::all_of(title.begin(), title.end(),
                   [&](char c) { return is_small(c) || is_capital(c) || is_digit(c); }))
    return false;
  constexpr size_t kFewest = 6;  // letters: `LoRA` is a method of many
  return title.size() >= kFewest &&
         std::adjacent_find(title.begin(), title.end(), [&](char before, char c) {
           return is_small(before) && is_capital(c);
         }) != title.end();
}

class Typing {
 public:
  Typing(const Snapshot& vault, NoteId note) : vault_(vault), note_(*vault.note(note)), id_(note) {}

  std::vector<TypedTitle> run() {
    const auto sections = note_.sections();
    for (size_t i = 0; i < sections.size(); ++i) {
      const notes::Placed<Section> section = sections[i];
      const notes::Heading* const heading = heading_of(*section);
      if (heading && section->census.is_bare)
        look_at(heading->text, heading->text_range.shifted(section.base));
      if (section->kind != SectionKind::kFrontMatter || !is_empty_but_for_front_matter()) continue;
      if (const notes::FrontMatterField* title = section->front_matter.find("title"))
        look_at(title->values.front().text, title->values.front().range.shifted(section.base));
    }
    return std::move(out_);
  }

 private:
  bool is_empty_but_for_front_matter() const {
    if (!note_.entries().empty()) return false;
    for (const notes::Placed<Section>& section : note_.sections()) {
      if (section->kind == SectionKind::kHeading && !section->census.is_bare) return false;
      if (section->kind == SectionKind::kText &&
          std::any_of(section->lines.begin(), section->lines.end(), [](const notes::Line& line) {
            return line.kind != notes::LineKind::kBlank && !line.range.empty();
          }))
        return false;
    }
    return true;
  }

  void look_at(std::string_view title, notes::Range range) {
    const std::string key = notes::title_key(title);
    if (key.empty() || (!says_enough(key) && !is_coined(title))) return;
    std::vector<EntryId> entries = entries_titled(key);
    if (entries.empty() || note_.entry_at(range.begin) || is_cited_at(note_, range.begin)) return;
    out_.push_back({range, std::move(entries)});
  }

  std::vector<EntryId> entries_titled(const std::string& title_key) const {
    std::vector<EntryId> out;
    const notes::Key key = make_key(notes::KeyKind::kTitle, title_key);
    for (const NoteId note : vault_.index().notes_with(key)) {
      if (note == id_ || vault_.stands_aside(note)) continue;
      for (const notes::EntryKey& held : vault_.note(note)->entries_with(key))
        if (vault_.entry({note, held.entry})->strength == notes::Strength::kStrong)
          out.push_back({note, held.entry});
    }
    return out;
  }

  const Snapshot& vault_;
  const notes::Note& note_;
  NoteId id_;
  std::vector<TypedTitle> out_;
};

}  // namespace

std::vector<TypedTitle> typed_titles(const Snapshot& vault, NoteId note) {
  const notes::Note& in = *vault.note(note);
  if (in.is_at_rest() || vault.stands_aside(note) ||
      notes::is_part_of_work(in.path(), vault.root_of(in.path()).value_or("")))
    return {};
  return Typing(vault, note).run();
}

}  // namespace features

// Notes at rest: what Note keeps of a file that nobody has open, and how it finds the rest again.
#include <algorithm>
#include <utility>

#include "notes/disk.h"
#include "notes/lines.h"
#include "notes/note.h"
#include "notes/quotation.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// Frees what it holds, too.
template <class T>
void let_go(T& what) {
  T().swap(what);
}

void lay_to_rest(Section& section) {
  let_go(section.lines);
  let_go(section.front_matter.fields);
  let_go(section.refers_to);  // its chunk says the same
  // Asked of what the cursor stands on, and of headings while entries are looked for.
  for (Reference& reference : section.references) let_go(reference.text);
  for (Heading& heading : section.headings) let_go(heading.name);
}

// `text` begins where ranges of the entry do.
void lay_to_rest(Entry& entry, std::string_view text) {
  const std::optional<std::string> summary = Quotation::of(entry.summary, text, entry.range);
  const std::optional<std::string> comment = Quotation::of(entry.comment, text, entry.range);
  if (summary && comment) entry.words_at = *summary + *comment;
  entry.has_summary_left_out = !entry.summary.empty();
  let_go(entry.summary);
  let_go(entry.comment);
}

bool is_rule(std::string_view line) {
  line = trim(line);
  if (line.starts_with("\uFEFF")) line.remove_prefix(3);
  return line == "---" || line == "+++";
}

// Where code or HTML ends the note, it may never end.
bool ends_in_block(const Section& last) {
  if (last.kind == SectionKind::kFrontMatter) return false;
  const auto line = std::find_if(last.lines.rbegin(), last.lines.rend(),
                                 [](const Line& one) { return one.kind != LineKind::kBlank; });
  return line != last.lines.rend() &&
         (line->kind == LineKind::kCode || line->kind == LineKind::kHtml);
}

}  // namespace

// What is wrong with a note is found without its text, or it keeps that: see troubles.h.
bool Note::may_rest() const {
  return !is_bibliography(path_) && !ends_in_block(*sections().back()) &&
         (sections()[0]->kind == SectionKind::kFrontMatter || !is_rule(text_.slice(text_.line(0))));
}

std::shared_ptr<const Note> Note::parse_at_rest(std::string path, Text text, SharedReading reading,
                                                Source source, Slab* slab) {
  // Nobody else knows of it yet, so it and what it holds can still be changed.
  const std::shared_ptr<Note> note = read(std::move(path), std::move(text), std::move(reading));
  std::optional<Text> at_rest = note->may_rest() ? note->text_.at_rest() : std::nullopt;
  if (!at_rest) {
    note->share_out();
    return note;
  }
  note->source_ = std::move(source);
  const std::string_view bytes = note->text_.bytes();
  for (const PlacedChunk& in : note->chunks_) {
    for (const Piece& piece : in.chunk->pieces)
      for (Entry& entry : std::const_pointer_cast<Claim>(piece.claim)->entries)
        lay_to_rest(entry, bytes.substr(in.base + in.chunk->sections[piece.first].base));
    for (const SharedSection& section : in.chunk->owned)
      lay_to_rest(*std::const_pointer_cast<Section>(section));
  }
  note->text_ = *std::move(at_rest);
  // By way of the archive, which keeps all of a chunk in one piece of memory.
  auto resting = from_archive(note->path_, note->archived(), note->reading_, note->source_, slab);
  if (resting) return resting;
  note->places_.follow(nullptr, {}, note->chunks_, 0, 0);
  return note;
}

std::optional<Text> Note::whole_text() const {
  if (!is_at_rest()) return text_;
  std::optional<std::string> bytes = source_.disk->read(path_);
  if (!bytes) return std::nullopt;
  Text text(*std::move(bytes));
  if (!text.says_the_same(text_)) return std::nullopt;
  return text;
}

std::shared_ptr<const Note> Note::whole() const {
  if (!is_at_rest()) return {std::shared_ptr<const Note>(), this};
  std::optional<Text> text = whole_text();
  return text ? parse(path_, *std::move(text), reading_) : nullptr;
}

std::optional<EntryWords> Note::words_of(size_t entry) const {
  const Placed<Entry> placed = entries()[entry];
  const Range title = placed.at(placed->title_range);
  if (!is_at_rest())
    return EntryWords{text_.copy(title), placed->summary.str(), placed->comment.str()};
  if (std::optional<EntryWords> words = words_in_place(placed)) return words;
  const std::optional<Text> text = whole_text();
  if (!text) return std::nullopt;
  std::optional<Entry> again = read_again(entry, *text);
  if (!again) {
    const auto all = parse(path_, *text, reading_);
    if (entry >= all->entries().size()) return std::nullopt;
    again = *all->entries()[entry];
  }
  return EntryWords{text->copy(title), again->summary.str(), again->comment.str()};
}

// Reads no more than the bytes. Where some were not UTF-8, or a mark stood before them, they are
// not where they were read.
std::optional<EntryWords> Note::words_in_place(const Placed<Entry>& entry) const {
  if (entry->words_at.empty() || source_.stamp.size != text_.size()) return std::nullopt;
  const Quotation summary(entry->words_at), comment(summary.behind());
  const Range title = entry->title_range;
  Range all = title;
  for (const Range& one : {summary.range(), comment.range()})
    if (!one.empty()) all = {std::min(all.begin, one.begin), std::max(all.end, one.end)};
  std::optional<std::string> bytes = source_.disk->read_part(path_, entry.at(all), source_.stamp);
  if (bytes) bytes = valid_utf8(*std::move(bytes));
  if (!bytes || bytes->size() != all.size()) return std::nullopt;
  return EntryWords{bytes->substr(title.begin - all.begin, title.size()),
                    summary.words(*bytes, all.begin), comment.words(*bytes, all.begin)};
}

// Reads no more than the sections that the entry was made of: see SectionLayout::claim() for what
// it may depend on.
std::optional<Entry> Note::read_again(size_t entry, const Text& text) const {
  const Entry* const sought = entries()[entry].value;
  Draft draft{path_, text, {}, *reading_};
  for (const PlacedChunk& in : chunks_) add_packed(draft.survey, in.chunk->survey);
  const auto behind = std::upper_bound(
      chunks_.begin(), chunks_.end(), entry,
      [](size_t at, const PlacedChunk& chunk) { return at < chunk.before.entries; });
  for (auto in = behind; in != chunks_.begin();) {
    --in;
    const Row<Piece>& pieces = in->chunk->pieces;
    const auto piece = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& one) {
      const Row<Entry>& made = one.claim->entries;
      return !made.empty() && sought >= &made.front() && sought <= &made.back();
    });
    if (piece == pieces.end()) continue;
    if (piece->is_whole) return std::nullopt;
    const size_t first = in->before.sections + piece->first;
    std::vector<Placed<Section>> were;
    const auto front = sections().front();
    if (first > 0 && front->kind == SectionKind::kFrontMatter) were.push_back(front);
    const size_t at = were.size();
    const size_t end = std::min(first + piece->looked(), sections().size());
    for (size_t i = first; i < end; ++i) were.push_back(sections()[i]);
    std::vector<SectionText> texts;
    for (const Placed<Section>& one : were)
      texts.push_back({one->kind, text.slice({one.base, one.base + one->size})});
    const std::vector<SharedSection> read = read_sections(texts, *reading_);
    std::vector<Placed<Section>> placed;
    for (size_t i = 0; i < read.size(); ++i) placed.push_back({read[i].get(), were[i].base});
    draft.sections = placed;
    draft.in_reference_zone.assign(placed.size(), piece->in_zone);
    Claim claim = claim_at(draft, at);
    const auto number = static_cast<size_t>(sought - piece->claim->entries.data());
    if (claim.entries.size() != piece->claim->entries.size() ||
        claim.entries[number].title != sought->title)
      return std::nullopt;
    return std::move(claim.entries[number]);
  }
  return std::nullopt;
}

}  // namespace notes

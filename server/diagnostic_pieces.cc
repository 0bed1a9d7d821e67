#include "diagnostic_pieces.h"

#include <algorithm>
#include <optional>

#include "protocol/fields.h"

namespace server {
namespace {

// So many duplicates are sooner taken again than written again.
constexpr size_t kMany = 16;
// Notes that are kept: somebody edits one, and the others are those that have works in common.
constexpr size_t kFewNotes = 8;

std::string text_of(const View& view, notes::NoteId note, const features::Diagnostic& diagnostic) {
  return protocol::to_text(to_lsp(view, note, {diagnostic}).front());
}

struct Placed {
  notes::Range range;
  const std::string* text = nullptr;
};

std::string joined(const std::vector<Placed>& pieces) {
  size_t size = 2;
  for (const Placed& piece : pieces) size += piece.text->size() + 1;
  std::string out;
  out.reserve(size);
  for (const Placed& piece : pieces) (out += out.empty() ? '[' : ',') += *piece.text;
  if (!out.empty()) out += ']';
  return out;
}

}  // namespace

void DiagnosticPieces::follow(const View& view) {
  if (uris_ == view.uris && roots_ == view.vault->roots() && kept_.size() <= kFewNotes) return;
  uris_ = view.uris;
  roots_ = view.vault->roots();
  kept_.clear();
}

std::string DiagnosticPieces::join(const View& view, notes::NoteId note,
                                   const std::vector<Said>& duplicates,
                                   const features::NotedAlready& already) {
  follow(view);
  const notes::Snapshot& vault = *view.vault;
  const notes::Note& in = view.note(note);
  Kept passing;
  const bool is_kept = duplicates.size() >= kMany;
  if (!is_kept) kept_.erase(note);
  Kept& kept = is_kept ? kept_[note] : passing;
  if (kept.reading != in.reading()) kept = {in.reading(), {}};

  ++round_;
  std::vector<Placed> pieces;
  const std::vector<features::Diagnostic> rest = features::diagnose_the_rest(vault, note, already);
  std::vector<std::string> rest_texts;
  rest_texts.reserve(rest.size());
  for (const features::Diagnostic& diagnostic : rest)
    pieces.push_back({diagnostic.range, &rest_texts.emplace_back(text_of(view, note, diagnostic))});
  for (const Said& said : duplicates) {
    std::optional<notes::DuplicateGroup> group;
    for (size_t i = 0; i < said.entries.size(); ++i) {
      if (said.entries[i].note != note) continue;
      const auto [at, is_new] =
          kept.pieces.try_emplace({uint64_t{said.number} << 32 | said.part, i});
      Piece& piece = at->second;
      if (is_new || piece.revision != said.revision) {
        if (!group) group = said.group();
        const auto diagnostic = features::diagnose(vault, *group, said.entries[i]);
        piece = {said.revision, 0, diagnostic ? text_of(view, note, *diagnostic) : std::string()};
      }
      piece.round = round_;
      if (piece.text.empty()) continue;
      const auto& entry = vault.entry(said.entries[i]);
      pieces.push_back({entry.at(entry->title_range), &piece.text});
    }
  }
  std::ranges::stable_sort(pieces, {}, &Placed::range);
  std::string out = joined(pieces);
  std::erase_if(kept.pieces, [&](const auto& piece) { return piece.second.round != round_; });
  return out;
}

}  // namespace server

#include "bench/pieces.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>

#include "features/completion.h"
#include "features/diagnostics.h"
#include "features/hover.h"
#include "features/references.h"
#include "features/symbols.h"
#include "notes/duplicates.h"

namespace bench {

namespace {

using notes::NoteId;
using notes::Place;
using notes::Snapshot;

// What came out is used, so that a compiler cannot leave it out.
template <class T>
void keep(const T& value) {
  asm volatile("" : : "r,m"(&value) : "memory");
}

std::vector<std::shared_ptr<const notes::Note>> parsed(const std::vector<File>& files) {
  std::vector<std::shared_ptr<const notes::Note>> out;
  for (const File& file : files)
    out.push_back(notes::Note::parse(file.path, notes::Text(file.bytes)));
  return out;
}

void read(Vault& vault) { keep(parsed(vault.files)); }

void index(Vault& vault) {
  notes::Workspace workspace;
  workspace.set_roots({"/vault"});
  const Snapshot& read = vault.workspace.snapshot();
  for (NoteId id = 0; id < read.note_limit(); ++id) workspace.load(read.shared_note(id));
  keep(workspace);
}

void edit(Vault& vault) {
  const uint32_t at = vault.prose;
  vault.workspace.edit(vault.open, {at, at}, "x");
  vault.workspace.edit(vault.open, {at, at + 1}, "");
}

// Types `text`, asks for completions behind it, and takes it away again.
void complete(Vault& vault, const std::string& text) {
  const uint32_t at = vault.prose;
  const auto end = static_cast<uint32_t>(at + text.size());
  vault.workspace.edit(vault.open, {at, at}, text);
  keep(features::complete(vault.workspace.snapshot(), {vault.tag.note, end}));
  vault.workspace.edit(vault.open, {at, end}, "");
}

void complete_tag(Vault& vault) { complete(vault, " #Sel"); }
void complete_link(Vault& vault) { complete(vault, " [[Quil"); }

void hover(Vault& vault) { keep(features::hover(vault.workspace.snapshot(), vault.reference)); }

void references(Vault& vault) {
  keep(features::references(vault.workspace.snapshot(), vault.tag, false));
}

void outline(Vault& vault) {
  keep(features::document_symbols(vault.workspace.snapshot(), vault.tag.note));
}

void symbols(Vault& vault) {
  keep(features::workspace_symbols(vault.workspace.snapshot(), "sparse att"));
}

void diagnose(Vault& vault) {
  keep(features::diagnose(vault.workspace.snapshot(), vault.tag.note));
}

void duplicates(Vault& vault) { keep(notes::all_duplicates(vault.workspace.snapshot())); }

}  // namespace

std::vector<File> files_below(const std::string& folder) {
  std::vector<File> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    out.push_back({"/vault/" + name, {std::istreambuf_iterator<char>(in), {}}});
  }
  std::ranges::sort(out, {}, &File::path);
  return out;
}

Vault::Vault(std::vector<File> notes) : files(std::move(notes)) {
  workspace.set_roots({"/vault"});
  size_t most = 0;
  for (auto& note : parsed(files)) {
    if (note->entries().size() > most) {
      most = note->entries().size();
      open = note->path();
    }
    workspace.load(std::move(note));
  }
  const auto file = std::ranges::find(files, open, &File::path);
  workspace.open(open, file->bytes);
  const NoteId id = *workspace.snapshot().find(open);
  const notes::Note& note = *workspace.snapshot().note(id);
  tag = {id, note.tags()[note.tags().size() / 2].range().begin + 2};
  reference = {id, note.references()[note.references().size() / 2].range().begin + 4};
  const std::string_view text = file->bytes;
  prose = static_cast<uint32_t>(
      std::min(text.size(), text.find('.', text.find("Summary", text.size() / 2))));
}

const std::vector<Piece>& pieces() {
  static const std::vector<Piece> kPieces{
      {"read", read},
      {"index", index},
      {"edit", edit},
      {"complete tag", complete_tag},
      {"complete link", complete_link},
      {"hover", hover},
      {"references", references},
      {"outline", outline},
      {"symbols", symbols},
      {"diagnose", diagnose},
      {"duplicates", duplicates},
  };
  return kPieces;
}

}  // namespace bench

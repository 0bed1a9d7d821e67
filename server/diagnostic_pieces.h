// The diagnostics of notes as JSON, written piece by piece: of a note with hundreds of duplicates a
// key changes one or two, and what was written of the others is taken again. Belongs to one thread
// at a time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "convert.h"
#include "notes/duplicate_book.h"

namespace server {

class DiagnosticPieces {
 public:
  using Said = notes::DuplicateBook::Said;

  // What `diagnose` says of the note, of which the book says `duplicates`, as an array in JSON;
  // empty for none. The book is always the same one.
  std::string join(const View& view, notes::NoteId note, const std::vector<Said>& duplicates,
                   const features::NotedAlready& already);

 private:
  // Of an entry of a group.
  struct Name {
    uint64_t group = 0;
    size_t entry = 0;

    bool operator==(const Name&) const = default;
  };
  struct Hash {
    size_t operator()(const Name& name) const {
      return name.group * 0x9E3779B97F4A7C15u ^ name.entry;
    }
  };
  struct Piece {
    uint64_t revision = 0;
    size_t round = 0;  // when it was asked for last
    std::string text;  // empty where nobody wants to be told
  };
  struct Kept {
    notes::SharedReading reading;
    std::unordered_map<Name, Piece, Hash> pieces;
  };

  // Lets go what was written for a vault that was told otherwise.
  void follow(const View& view);

  std::shared_ptr<const Uris> uris_;
  std::vector<std::string> roots_;
  std::map<notes::NoteId, Kept> kept_;  // of few notes, which have many
  size_t round_ = 0;
};

}  // namespace server

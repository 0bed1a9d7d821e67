// What was understood of a vault's notes, kept until it is opened again: a database (SQLite) for
// each vault, in the user's cache folder. It is never believed: a row counts only for the build and
// the settings that wrote it, and with its checksum; a database that is damaged is thrown away; and
// what cannot be read or written, because the disk is full or another server is writing, is as if
// it had not been kept. One thread at a time; several may each have one of the same vault.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/note.h"

struct sqlite3;

namespace server {

// `papernotes` in $XDG_CACHE_HOME, or in ~/.cache; empty where neither is known.
std::string user_cache_folder();

class NoteCache {
 public:
  // Of the vault at reading.root. nullptr when there is none, and none can be made in the folder.
  static std::unique_ptr<NoteCache> open(const std::string& folder, const notes::Reading& reading,
                                         std::string build);
  ~NoteCache();
  NoteCache(const NoteCache&) = delete;
  NoteCache& operator=(const NoteCache&) = delete;

  // Drops what is kept of vaults that are no more there.
  static void forget_gone_vaults(const std::string& folder, const notes::Disk& disk);

  struct Kept {
    notes::Stamp stamp;        // of the file when it was read
    std::string_view archive;  // Note::archived(); until the cache is asked for anything else
  };
  std::optional<Kept> find(std::string_view path);

  // All of them, or none. `now`, by the clock that stamps files, in nanoseconds: a file that
  // changed just before may change again with the same stamp. REQUIRES: they are at rest.
  bool keep(std::span<const std::shared_ptr<const notes::Note>> notes, int64_t now);
  size_t size();
  // Drops what it has of other paths.
  void keep_only(const std::function<bool(std::string_view path)>& is_there);

 private:
  class Query;

  NoteCache(std::string file, const notes::Reading& reading, std::string build);
  bool open_file();
  bool execute(const char* sql);
  bool begin_writing();
  bool went_well(int code);
  void close();
  void throw_away();
  std::string_view below_root(std::string_view path) const;
  int64_t checksum(std::string_view path, const notes::Stamp& stamp,
                   std::string_view archive) const;

  std::string file_;
  std::string root_;
  std::string written_by_;
  sqlite3* database_ = nullptr;  // none once it was closed or thrown away
  bool was_thrown_away_ = false;
  std::unique_ptr<Query> find_;
};

}  // namespace server

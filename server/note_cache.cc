#include "note_cache.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <system_error>

#include "log.h"
#include "notes/path.h"

namespace server {
namespace {

namespace fs = std::filesystem;

// How long another server's writing is waited for, in milliseconds.
constexpr int kPatience = 100;
// Two writes to a file within this time may leave the same stamp.
constexpr int64_t kSettled = 2'000'000'000;

// What reading a note depends on beside its path and bytes.
std::string written_by(const notes::Reading& reading, std::string build) {
  std::string out = std::move(build);
  const auto add = [&](std::string_view text) {
    out += std::to_string(text.size()) + ':';
    out += text;
  };
  add(reading.root);
  add(reading.inline_tags ? "inline" : "");
  for (const std::vector<std::string>* list :
       {&reading.suffixes, &reading.never_tags, &reading.reference_headings,
        &reading.title_markers}) {
    add(std::to_string(list->size()));
    for (const std::string& one : *list) add(one);
  }
  return out;
}

uint64_t hash_of(std::string_view bytes) { return std::hash<std::string_view>()(bytes); }

constexpr std::string_view kSuffix = ".sqlite";

void remove_database(const std::string& file) {
  std::error_code problem;
  for (const char* part : {"", "-wal", "-shm"}) fs::remove(file + part, problem);
}

// `/home/me/notes` as the name of a file. Vaults so deep that no name can say it share one that
// says of none of them where it is.
std::string name_of(std::string_view root) {
  constexpr size_t kLongest = 200;
  std::string out;
  for (const char c : root) {
    if (c == '/')
      out += "%2F";
    else if (c == '%')
      out += "%25";
    else
      out += c;
  }
  return out.size() <= kLongest ? out : std::to_string(hash_of(root));
}

// Empty where the name does not say it.
std::string root_of(std::string_view name) {
  std::string out;
  for (size_t at = 0; at < name.size(); ++at) {
    const bool is_code = name.substr(at).starts_with("%2F") || name.substr(at).starts_with("%25");
    out += !is_code ? name[at] : name[at + 2] == 'F' ? '/' : '%';
    if (is_code) at += 2;
  }
  return out.starts_with('/') ? out : "";
}

}  // namespace

std::string user_cache_folder() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value ? value : "");
  };
  // Relative paths are to be ignored (XDG Base Directory Specification).
  if (const std::string folder = variable("XDG_CACHE_HOME"); folder.starts_with('/'))
    return folder + "/papernotes";
  const std::string home = variable("HOME");
  return home.starts_with('/') ? home + "/.cache/papernotes" : "";
}

// One statement. What goes wrong ends it, and is looked at by the cache.
class NoteCache::Query {
 public:
  Query(NoteCache& cache, const char* sql) : cache_(cache) {
    if (cache_.database_)
      cache_.went_well(sqlite3_prepare_v2(cache_.database_, sql, -1, &statement_, nullptr));
  }
  ~Query() { sqlite3_finalize(statement_); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Of the next run. REQUIRES: what they are of stays until it is over.
  template <class... Values>
  Query& with(const Values&... values) {
    int number = 0;
    (bind(++number, values), ...);
    return *this;
  }
  // Whether there is a row, or one more.
  bool next() {
    const int code = statement_ ? sqlite3_step(statement_) : SQLITE_MISUSE;
    return cache_.went_well(code) && code == SQLITE_ROW;
  }
  // Of the row.
  int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string_view bytes(int column) const {
    const void* at = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_, column));
    return {static_cast<const char*>(at), at ? size : 0};
  }
  // Lets go of the row, and of what was bound.
  void rewind() {
    if (!statement_) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  // To its end. Whether all went well.
  bool run() {
    const int code = statement_ ? sqlite3_step(statement_) : SQLITE_MISUSE;
    rewind();
    return cache_.went_well(code);
  }

 private:
  void bind(int at, int64_t number) { sqlite3_bind_int64(statement_, at, number); }
  void bind(int at, std::string_view text) {
    sqlite3_bind_blob64(statement_, at, text.data(), text.size(), SQLITE_STATIC);
  }

  NoteCache& cache_;
  sqlite3_stmt* statement_ = nullptr;
};

std::unique_ptr<NoteCache> NoteCache::open(const std::string& folder, const notes::Reading& reading,
                                           std::string build) {
  if (folder.empty() || build.empty() || reading.root.empty()) return nullptr;
  std::error_code problem;
  if (fs::create_directories(folder, problem))
    fs::permissions(folder, fs::perms::owner_all, problem);
  const std::string file = folder + "/" + name_of(reading.root) + std::string(kSuffix);
  for (int attempt = 0; attempt < 2; ++attempt) {
    std::unique_ptr<NoteCache> cache(new NoteCache(file, reading, build));
    if (cache->open_file()) return cache;
    if (!cache->was_thrown_away_) break;
  }
  log_info("no cache of notes can be kept at " + file);
  return nullptr;
}

NoteCache::NoteCache(std::string file, const notes::Reading& reading, std::string build)
    : file_(std::move(file)),
      root_(reading.root),
      written_by_(written_by(reading, std::move(build))) {}

NoteCache::~NoteCache() { close(); }

bool NoteCache::open_file() {
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (!went_well(sqlite3_open_v2(file_.c_str(), &database_, kFlags, nullptr))) return false;
  sqlite3_busy_timeout(database_, kPatience);
  // Readers go on while somebody writes. The disk is not waited for: what is lost with the machine
  // is found to be, and read from the notes again.
  // Each row is looked at once, so pages need not stay.
  for (const char* sql : {"PRAGMA page_size = 16384", "PRAGMA cache_size = 16",
                          "PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF",
                          "CREATE TABLE IF NOT EXISTS notes (path BLOB NOT NULL UNIQUE, "
                          "time INTEGER, size INTEGER, checksum INTEGER, archive BLOB)"})
    if (!execute(sql)) return false;
  find_ = std::make_unique<Query>(
      *this, "SELECT time, size, checksum, archive FROM notes WHERE path = ?1");
  return database_ != nullptr;
}

bool NoteCache::execute(const char* sql) {
  return database_ && went_well(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr));
}

// False for a code that says that something is wrong; if it is the file, that goes.
bool NoteCache::went_well(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return true;
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) throw_away();
  return false;
}

void NoteCache::close() {
  find_.reset();
  // Waits for statements that are still there.
  sqlite3_close_v2(std::exchange(database_, nullptr));
}

void NoteCache::throw_away() {
  if (!database_) return;
  log_info("the cache of notes at " + file_ + " is damaged, and begun anew");
  sqlite3_close_v2(std::exchange(database_, nullptr));
  was_thrown_away_ = true;
  remove_database(file_);
}

std::string_view NoteCache::below_root(std::string_view path) const {
  if (path.starts_with(root_)) path.remove_prefix(root_.size());
  return path;
}

// With who wrote it, so that nobody else takes it for whole.
int64_t NoteCache::checksum(std::string_view path, const notes::Stamp& stamp,
                            std::string_view archive) const {
  const uint64_t all[] = {hash_of(written_by_), hash_of(path), hash_of(archive),
                          static_cast<uint64_t>(stamp.time), stamp.size};
  return static_cast<int64_t>(hash_of({reinterpret_cast<const char*>(all), sizeof all}));
}

std::optional<NoteCache::Kept> NoteCache::find(std::string_view path) {
  if (!database_) return std::nullopt;
  // Whoever looks for one looks for thousands, and each look alone would lock the file.
  if (sqlite3_get_autocommit(database_)) execute("BEGIN");
  const std::string_view sought = below_root(path);
  find_->rewind();
  if (!find_->with(sought).next()) return std::nullopt;
  Kept kept{{find_->number(0), static_cast<uint64_t>(find_->number(1))}, find_->bytes(3)};
  if (find_->number(2) != checksum(sought, kept.stamp, kept.archive)) return std::nullopt;
  return kept;
}

bool NoteCache::begin_writing() {
  if (find_) find_->rewind();
  if (database_ && !sqlite3_get_autocommit(database_)) execute("COMMIT");  // it was reading
  return execute("BEGIN IMMEDIATE");
}

bool NoteCache::keep(std::span<const std::shared_ptr<const notes::Note>> notes, int64_t now) {
  if (!begin_writing()) return false;
  Query put(*this, "INSERT OR REPLACE INTO notes VALUES (?1, ?2, ?3, ?4, ?5)");
  bool all_well = true;
  for (const std::shared_ptr<const notes::Note>& note : notes) {
    const std::string archive = note->archived();
    const std::string_view path = below_root(note->path());
    notes::Stamp stamp = note->stamp();
    if (stamp.time > now - kSettled) stamp.time = 0;  // its bytes are compared
    const int64_t sum = checksum(path, stamp, archive);
    all_well = all_well && put.with(path, stamp.time, static_cast<int64_t>(stamp.size), sum,
                                    std::string_view(archive))
                               .run();
  }
  if (all_well && execute("COMMIT")) return true;
  execute("ROLLBACK");
  return false;
}

size_t NoteCache::size() {
  Query count(*this, "SELECT count(*) FROM notes");
  return count.next() ? static_cast<size_t>(count.number(0)) : 0;
}

void NoteCache::keep_only(const std::function<bool(std::string_view)>& is_there) {
  std::vector<std::string> gone;
  {
    Query all(*this, "SELECT path FROM notes");
    while (all.next()) {
      std::string path(all.bytes(0));
      if (!is_there(root_ + path)) gone.push_back(std::move(path));
    }
  }
  if (gone.empty() || !begin_writing()) return;
  Query drop(*this, "DELETE FROM notes WHERE path = ?1");
  for (const std::string& path : gone) drop.with(std::string_view(path)).run();
  execute("COMMIT");
}

void NoteCache::forget_gone_vaults(const std::string& folder, const notes::Disk& disk) {
  std::error_code problem;
  std::vector<std::string> gone;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end;
       at.increment(problem)) {
    const std::string name = at->path().filename().string();
    if (!name.ends_with(kSuffix)) continue;
    const std::string root =
        root_of(std::string_view(name).substr(0, name.size() - kSuffix.size()));
    if (!root.empty() && !disk.exists(root)) gone.push_back(at->path().string());
  }
  for (const std::string& file : gone) remove_database(file);
}

}  // namespace server

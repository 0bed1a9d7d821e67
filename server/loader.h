// Reading a vault from disk: files are listed, read and parsed by threads of their own and arrive
// on the io thread in batches, so that requests are answered all the while from what is there. What
// was understood of a file when the vault was last opened is taken from the cache where the file
// has not changed, and what is new is kept there in the end. Owned by the io thread.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "build_id.h"
#include "note_cache.h"
#include "notes/disk.h"
#include "notes/note.h"
#include "work.h"

namespace server {

class Loader : public std::enable_shared_from_this<Loader> {
 public:
  struct Callbacks {
    std::function<void(std::vector<std::shared_ptr<const notes::Note>>, size_t done, size_t files)>
        batch;
    std::function<void(size_t files, bool cancelled)> done;
    std::function<void()> kept;  // all that is kept in the cache; may be nothing to call
  };

  // No cache where its folder is empty.
  Loader(Work& work, std::shared_ptr<const notes::Disk> disk, std::string cache_folder)
      : work_(work), disk_(std::move(disk)), cache_folder_(std::move(cache_folder)) {}

  // Folders to read, and how.
  using Roots = std::map<std::string, notes::SharedReading>;

  // Once for each Loader. The callbacks are called on the io thread.
  void load(Roots roots, Callbacks callbacks);
  // Nothing arrives any more but `done`, once.
  void cancel() { *cancelled_ = true; }

 private:
  struct File {
    std::string path;
    notes::SharedReading reading;
  };
  // One reader's, or the writer's, of the vaults whose files it has come to.
  using Caches = std::map<std::string, std::unique_ptr<NoteCache>>;
  struct Reader {
    Caches caches;
    notes::Slab slab;  // for what it reads
  };
  // As many as read at once: each opens its caches, which costs more than to read some notes. Any
  // thread.
  class Readers {
   public:
    explicit Readers(size_t count) : free_(count) {}
    ~Readers();
    std::unique_ptr<Reader> take();
    void give_back(std::unique_ptr<Reader> reader);

   private:
    std::vector<std::atomic<Reader*>> free_;
  };
  struct Files {
    explicit Files(size_t threads) : readers(threads) {}
    std::vector<File> all;
    std::atomic<size_t> next{0};
    Readers readers;
  };
  struct Read {
    size_t file = 0;                          // which of them it is
    std::shared_ptr<const notes::Note> note;  // nothing where it could not be read
    bool is_new = false;                      // to the cache
  };
  static void keep_nearest(std::vector<File>& files);
  NoteCache* cache_of(const notes::Reading& reading, Caches& caches) const;
  Read read(size_t number, const File& file, Reader& reader) const;
  void give_turn(std::shared_ptr<Files> files);
  void read_some(const std::shared_ptr<Files>& files);
  void join(std::vector<Read> batch, size_t files);
  void finish(std::shared_ptr<const Files> files);

  // What is to be kept, from the first that is not yet.
  struct Unkept {
    std::shared_ptr<const Files> files;
    std::vector<std::shared_ptr<const notes::Note>> notes;
    std::function<void()> done;
    size_t next = 0;
    Caches caches{};
  };
  void keep_some(std::shared_ptr<Unkept> unkept) const;
  bool keep_next(Unkept& unkept) const;
  void forget_gone(Unkept& unkept) const;

  Work& work_;
  std::shared_ptr<const notes::Disk> disk_;
  Callbacks callbacks_;
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
  size_t turns_ = 0;  // that have not come to their end
  // Notes are given on in the order of their files, whoever was faster, so that what goes by the
  // order of notes is the same after each start.
  std::map<size_t, std::shared_ptr<const notes::Note>> early_;
  size_t done_ = 0;  // files before all of `early_`
  std::string cache_folder_, build_ = build_id();
  std::vector<std::shared_ptr<const notes::Note>> new_;  // to the cache
};

}  // namespace server

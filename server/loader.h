// Reading a vault from disk: files are listed, read and parsed by the pool and arrive on the io
// thread in batches, so that requests are answered all the while from what is there. Owned by the
// io thread.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

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
  };

  Loader(Work& work, std::shared_ptr<const notes::Disk> disk)
      : work_(work), disk_(std::move(disk)) {}

  // Folders to read, and how.
  using Roots = std::map<std::string, notes::SharedReading>;

  // Once for each Loader.
  void load(Roots roots, Callbacks callbacks);
  // Nothing arrives any more but `done`, once.
  void cancel() { *cancelled_ = true; }

 private:
  struct File {
    std::string path;
    notes::SharedReading reading;
  };
  struct Files {
    std::vector<File> all;
    std::atomic<size_t> next{0};
  };
  static void keep_nearest(std::vector<File>& files);
  void read_some(std::shared_ptr<Files> files);
  // Which of the files it is, and nothing where it could not be read.
  using Read = std::pair<size_t, std::shared_ptr<const notes::Note>>;
  void arrived(std::vector<Read> read, size_t files, bool last);

  Work& work_;
  std::shared_ptr<const notes::Disk> disk_;
  Callbacks callbacks_;
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
  size_t readers_ = 0;  // that have not come to their end
  // Notes are given on in the order of their files, whoever was faster, so that what goes by the
  // order of notes is the same after each start.
  std::map<size_t, std::shared_ptr<const notes::Note>> early_;
  size_t done_ = 0;  // files before all of `early_`
};

}  // namespace server

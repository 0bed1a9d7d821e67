#include "loader.h"

#include <algorithm>

#include "memory.h"

namespace server {
namespace {

// A batch ends with so many files or bytes: few enough to come soon, many enough to be worth a
// turn.
constexpr size_t kBatchFiles = 64;
constexpr size_t kBatchBytes = 256u << 10;
// So that there is something to read while batches of others are joined.
constexpr size_t kSpareTurns = 14;
// Of what is kept nobody waits for anything.
constexpr size_t kKeptBytes = 64u << 10;

}  // namespace

// A root may lie within another: the nearest, which comes later, says how a file is read.
void Loader::keep_nearest(std::vector<File>& files) {
  std::stable_sort(files.begin(), files.end(),
                   [](const File& a, const File& b) { return a.path < b.path; });
  const auto same = [](const File& a, const File& b) { return a.path == b.path; };
  const auto last = std::unique(files.rbegin(), files.rend(), same);
  files.erase(files.begin(), last.base());
}

void Loader::load(Roots roots, Callbacks callbacks) {
  callbacks_ = std::move(callbacks);
  work_.on_readers([self = shared_from_this(), roots = std::move(roots), cancelled = cancelled_] {
    auto files = std::make_shared<Files>(self->work_.threads());
    for (const auto& [root, reading] : roots) {
      if (*cancelled) break;
      for (std::string& path : self->disk_->list(root, *reading))
        files->all.push_back({std::move(path), reading});
    }
    if (roots.size() > 1) keep_nearest(files->all);
    self->work_.on_io([self, files] {
      self->turns_ = self->work_.threads() + kSpareTurns;
      for (size_t i = self->turns_; i > 0; --i) self->give_turn(files);
    });
  });
}

NoteCache* Loader::cache_of(const notes::Reading& reading, Caches& caches) const {
  const auto [at, is_new] = caches.try_emplace(reading.root);
  if (is_new) at->second = NoteCache::open(cache_folder_, reading, build_);
  return at->second.get();
}

Loader::Read Loader::read(size_t number, const File& file, Reader& reader) const {
  NoteCache* const cache = cache_of(*file.reading, reader.caches);
  const std::optional<NoteCache::Kept> kept = cache ? cache->find(file.path) : std::nullopt;
  const auto kept_note = [&](const notes::Stamp& stamp) {
    return notes::Note::from_archive(file.path, kept->archive, file.reading, {disk_, stamp},
                                     &reader.slab);
  };
  if (kept && disk_->stamp(file.path) == kept->stamp)
    if (auto note = kept_note(kept->stamp)) return {number, std::move(note), false};
  notes::Stamp stamp;
  std::optional<std::string> bytes = disk_->read(file.path, &stamp);
  if (!bytes) return {number, nullptr, false};
  notes::Text text(*std::move(bytes));
  if (kept) {
    // Only its stamp is another, mostly: it was copied, or checked out again.
    auto note = kept_note(stamp);
    if (note && note->text().says_the_same(text)) return {number, std::move(note), true};
  }
  auto note = notes::Note::parse_at_rest(file.path, std::move(text), file.reading, {disk_, stamp},
                                         &reader.slab);
  const bool is_new = note->is_at_rest() && !cache_folder_.empty();
  return {number, std::move(note), is_new};
}

Loader::Readers::~Readers() {
  for (std::atomic<Reader*>& one : free_) delete one.load();
}

std::unique_ptr<Loader::Reader> Loader::Readers::take() {
  for (std::atomic<Reader*>& one : free_)
    if (Reader* const reader = one.exchange(nullptr)) return std::unique_ptr<Reader>(reader);
  return std::make_unique<Reader>();
}

void Loader::Readers::give_back(std::unique_ptr<Reader> reader) {
  for (std::atomic<Reader*>& one : free_) {
    Reader* none = nullptr;
    if (!one.compare_exchange_strong(none, reader.get())) continue;
    reader.release();
    return;
  }
}

// In a turn one batch is read, and the next turn is given when it has been joined, so that the io
// thread, which hears of requests, never has many before it.
void Loader::give_turn(std::shared_ptr<Files> files) {
  work_.on_readers(
      [self = shared_from_this(), files = std::move(files)] { self->read_some(files); });
}

// On one of the readers' threads.
void Loader::read_some(const std::shared_ptr<Files>& files) {
  std::vector<Read> batch;
  bool last = false;
  std::unique_ptr<Reader> reader = files->readers.take();
  for (size_t size = 0; batch.size() < kBatchFiles && size < kBatchBytes;) {
    const size_t i = files->next.fetch_add(1);
    last = *cancelled_ || i >= files->all.size();
    if (last) break;
    const File& file = files->all[i];
    batch.push_back(read(i, file, *reader));
    if (batch.back().note) size += batch.back().note->text().size();
  }
  // What is over lets go of the cache, which is written next.
  if (!last) files->readers.give_back(std::move(reader));
  reader.reset();
  work_.on_io([self = shared_from_this(), batch = std::move(batch), files]() mutable {
    self->join(std::move(batch), files->all.size());
  });
  // By itself, so that it comes whatever becomes of the batch.
  work_.on_io([self = shared_from_this(), files, last]() mutable {
    if (!last)
      self->give_turn(std::move(files));
    else if (--self->turns_ == 0)
      self->finish(std::move(files));
  });
}

void Loader::join(std::vector<Read> batch, size_t files) {
  for (Read& one : batch) {
    if (one.is_new) new_.push_back(one.note);
    early_.emplace(one.file, std::move(one.note));
  }
  std::vector<std::shared_ptr<const notes::Note>> notes;
  for (auto at = early_.begin(); at != early_.end() && at->first == done_; ++done_) {
    if (at->second) notes.push_back(std::move(at->second));
    at = early_.erase(at);
  }
  if (!notes.empty() && !*cancelled_) callbacks_.batch(std::move(notes), done_, files);
}

void Loader::finish(std::shared_ptr<const Files> files) {
  // Before the first look at all of it needs more.
  give_back_memory();
  const Callbacks callbacks = std::exchange(callbacks_, {});
  callbacks.done(files->all.size(), *cancelled_);
  if (cache_folder_.empty()) return;
  work_.in_background(
      [self = shared_from_this(), unkept = std::make_shared<Unkept>(
                                      Unkept{std::move(files), std::move(new_), callbacks.kept})] {
        self->keep_some(unkept);
      });
}

// In the background: one batch, then another turn, so that it can end in between.
void Loader::keep_some(std::shared_ptr<Unkept> unkept) const {
  if (!*cancelled_ && keep_next(*unkept))
    return work_.in_background([self = shared_from_this(), unkept] { self->keep_some(unkept); });
  give_back_memory();
  if (unkept->done) work_.on_io(std::move(unkept->done));
}

// Whether there may be more.
bool Loader::keep_next(Unkept& unkept) const {
  const auto& notes = unkept.notes;
  const size_t first = unkept.next;
  if (first == notes.size()) {
    forget_gone(unkept);
    return false;
  }
  const notes::Reading& reading = *notes[first]->reading();
  for (size_t size = 0; unkept.next < notes.size() && unkept.next < first + kBatchFiles &&
                        size < kKeptBytes && notes[unkept.next]->reading()->root == reading.root;
       ++unkept.next)
    size += notes[unkept.next]->text().size();
  NoteCache* cache = cache_of(reading, unkept.caches);
  return cache && cache->keep(std::span(notes).subspan(first, unkept.next - first), disk_->now());
}

void Loader::forget_gone(Unkept& unkept) const {
  NoteCache::forget_gone_vaults(cache_folder_, *disk_);
  std::map<const notes::Reading*, size_t> files;
  for (const File& file : unkept.files->all) ++files[file.reading.get()];
  for (const auto& [reading, count] : files) {
    NoteCache* cache = cache_of(*reading, unkept.caches);
    if (!cache || cache->size() <= count) continue;
    cache->keep_only([&](std::string_view path) {
      return std::ranges::binary_search(unkept.files->all, path, {}, &File::path);
    });
  }
}

}  // namespace server

// The documents of one session: what the client has open, in its versions and its spelling, over
// the workspace that also holds what disk says. Hands out views, which never change. Owned by the
// io thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "convert.h"
#include "notes/workspace.h"
#include "outliner.h"

namespace server {

class Documents {
 public:
  // The notes that are not what they were.
  using Touched = std::vector<notes::NoteId>;

  void set_client(std::shared_ptr<const Client> client) { client_ = std::move(client); }
  void set_roots(std::vector<std::string> roots);
  // How what is below each root is to be read, and which paths are no part of the vault: those are
  // let go, or stand aside while they are open. What is open is read again; what was read from disk
  // is as it was until it is loaded again.
  using Ignores = std::function<bool(const std::string& path)>;
  Touched set_readings(std::map<std::string, notes::SharedReading> by_root, const Ignores& ignores);
  const notes::SharedReading& reading_of(const std::string& path) const {
    return workspace_.reading_of(path);
  }

  Touched open(const std::string& uri, int version, std::string text);
  // An open document that is no part of the vault.
  Touched set_aside(const std::string& uri);
  // Changes apply in order, each to the outcome of the one before. A document that is not open is
  // opened by a whole text and otherwise left alone; false then.
  bool change(const std::string& uri, std::optional<int> version,
              const std::vector<TextChange>& changes, Touched& touched);
  // Gives the path when disk should be asked what the note is now.
  std::optional<std::string> close(const std::string& uri, Touched& touched);

  Touched load(std::vector<std::shared_ptr<const notes::Note>> notes);
  // The same of a vault that is being read, bit by bit: each view that is made meanwhile costs a
  // copy of what the next bit changes, so one serves until as much again has come. The last is
  // followed by all_joined(), from which on views lack nothing.
  void join(std::vector<std::shared_ptr<const notes::Note>> notes);
  void all_joined();
  // From now on views have the note as it is.
  void see(notes::NoteId note);
  // As NoteTable::blocks_below(): where as many notes as were joined are.
  auto joined_blocks(size_t from) const {
    return workspace_.snapshot().table().blocks_below(joined_, from);
  }
  // The file, or every note below the folder, is gone.
  Touched unload(const std::string& path);

  // Made of one of the views, or none.
  void take(std::shared_ptr<const notes::TitleIndex> titles);

  std::optional<notes::NoteId> find(const std::string& uri) const;
  // Reads the note whole if it is at rest: for who asks about a document without opening it. False
  // when disk no longer says what it did, and the note is still at rest.
  bool wake(notes::NoteId note);
  std::optional<int> version_of(const std::string& path) const;  // of an open document
  const std::map<std::string, int>& versions() const { return versions_; }
  // The document's own, while it is open.
  std::shared_ptr<const Outliner> outliner_of(const std::string& uri);
  bool is_open(const std::string& path) const { return versions_.contains(path); }
  const std::vector<std::string>& roots() const { return workspace_.snapshot().roots(); }
  View view();

 private:
  std::shared_ptr<const notes::Note> held(const std::string& path) const;

  notes::Workspace workspace_;
  std::shared_ptr<const Client> client_ = std::make_shared<Client>();
  std::shared_ptr<const Uris> uris_ = std::make_shared<Uris>();
  std::map<std::string, int> versions_;                               // of what is open, by path
  std::map<std::string, std::shared_ptr<const Outliner>> outliners_;  // of some of that
  std::shared_ptr<const notes::Snapshot> snapshot_;  // of the workspace; empty after a change
  size_t joined_ = 0;                                // notes, since reading began
  size_t unseen_ = 0;                                // those of them that it lacks
};

}  // namespace server

// The feed of diagnostics: what changed is looked at again once typing rests, beside the pool, and
// what came out is told to the client where it differs from what the client was told last. Owned by
// the io thread.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "checker.h"
#include "documents.h"
#include "work.h"

namespace server {

class Feed : public std::enable_shared_from_this<Feed> {
 public:
  using Publish = std::function<void(protocol::PublishDiagnosticsParams)>;

  Feed(Work& work, Documents& documents, std::shared_ptr<Checker> checker, Publish publish);
  ~Feed();

  void set_delay(std::chrono::milliseconds delay) { delay_ = delay; }
  // When it is turned off, what was told is taken back.
  void turn(bool on);

  // Something may be said of these that was not, and of whatever hangs together with them.
  void touch(const std::vector<notes::NoteId>& notes);
  void touch_everything();

  // While notes are being read nothing is looked at: what is said of half a vault is wrong, takes
  // time from reading, and makes the tables that it looks at be copied. As many releases as holds.
  void hold() { ++holds_; }
  void release();

 private:
  struct Timer;
  struct Checked {
    notes::NoteId note = 0;
    std::string path;
    std::optional<int> version;
    std::string uri;
    std::string text;  // of the diagnostics, to compare and to tell; empty when there are none
  };
  class Looking;
  // All of a hundred thousand are not counted up on the io thread.
  struct Touched {
    std::set<notes::NoteId> some;
    bool all = false;

    bool empty() const { return some.empty() && !all; }
    bool has(notes::NoteId note) const { return all || some.contains(note); }
  };
  using Versions = std::map<std::string, int>;  // of what is open, by path
  static Checked checked(const View& view, notes::NoteId note, const Versions& versions,
                         std::string text);
  std::set<notes::NoteId> told() const;
  void schedule();
  void check();
  void glance();
  void glanced(std::vector<Checked> checked);
  void take_back_from_gone(const View& view);
  void looked(std::vector<Checked> checked);
  void tell(std::vector<Checked> checked);

  Work& work_;
  Documents& documents_;
  std::shared_ptr<Checker> checker_;
  Publish publish_;
  std::unique_ptr<Timer> timer_;
  std::chrono::milliseconds delay_{200};
  bool on_ = true;
  bool is_looking_ = false;
  bool is_glancing_ = false;
  int holds_ = 0;
  Touched touched_;
  struct Told {
    std::string path;
    std::string uri;
    std::string text;
  };
  std::unordered_map<notes::NoteId, Told> told_;  // only what is not empty
};
}  // namespace server

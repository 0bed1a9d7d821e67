// One session: what one connected client and this server have agreed on, from initialize to exit.
// It binds the methods, keeps the documents, and hands each request to the pool with the snapshot
// of the moment it arrived in. Sessions share nothing but the pool. Owned by the io thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "documents.h"
#include "feed.h"
#include "loader.h"
#include "progress.h"
#include "protocol/methods.h"
#include "protocol/peer.h"
#include "settings.h"
#include "title_keeper.h"
#include "work.h"

namespace server {

// A request about one place or document, on the pool: the snapshot it asks, and where.
struct Asked {
  View view;
  notes::NoteId note = 0;
  notes::Place place;
  int completion_limit = 0;

  const notes::Snapshot& vault() const { return *view.vault; }
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  struct Options {
    std::function<void(int process_id)> watch_process;  // initialize named the client's process
    std::function<void(int exit_code)> over;            // once, when the connection has ended
    std::string cache_folder;  // where what was understood of notes is kept; empty: nowhere
  };

  static std::shared_ptr<Session> start(Work& work, std::shared_ptr<const notes::Disk> disk,
                                        std::shared_ptr<protocol::Peer> peer, Options options);

  // Answers `reply` on the pool with what `work` makes of the question. A document nobody knows
  // gets an empty result. `method` is for the trace.
  template <class Result, class F>
  void ask(std::string_view method, const std::string& uri, const protocol::Position* position,
           protocol::Reply<Result> reply, F work);
  template <class Result, class F>
  void ask_all(std::string_view method, protocol::Reply<Result> reply, F work);
  // The same of what is wrong: `work` is given what the checker sees.
  template <class Result, class F>
  void look(std::string_view method, protocol::Reply<Result> reply, F work);

  std::shared_ptr<const Outliner> outliner_of(const std::string& uri) {
    return documents_.outliner_of(uri);
  }

  protocol::Router& router() { return peer_->router(); }

 private:
  Session(Work& work, std::shared_ptr<const notes::Disk> disk, std::shared_ptr<protocol::Peer> peer,
          Options options);
  void bind_lifecycle();
  void bind_documents();
  void bind_diagnostics();
  void bind_actions();

  protocol::InitializeResult initialize(const protocol::InitializeParams& params);
  void initialized();
  void register_dynamically();
  void fetch_settings();
  void read_settings_files();
  // Gives whether notes are to be read otherwise than they were.
  bool apply_settings();
  void take_settings(const std::string& uri, const std::string& text);
  // Gives what is wrong with the command, or nothing.
  std::string execute(const std::string& command, const std::vector<protocol::RawJson>& arguments);
  void tell(const std::string& root, const std::vector<Trouble>& trouble);
  bool is_ignored(const std::string& path);
  void load();
  void prepare_joined();
  void reload(const std::string& path);
  void change_folders(const protocol::WorkspaceFoldersChangeEvent& event);
  void log(protocol::MessageType type, const std::string& message);
  void trace(std::string_view answered);
  void changed();
  void refresh_pulled();
  void ended();

  Work& work_;
  std::shared_ptr<const notes::Disk> disk_;
  std::shared_ptr<protocol::Peer> peer_;
  Options options_;
  std::shared_ptr<const Client> client_ = std::make_shared<Client>();
  Documents documents_;
  std::shared_ptr<Checker> checker_;
  std::shared_ptr<Feed> feed_;
  std::shared_ptr<TitleKeeper> titles_;
  std::shared_ptr<Loader> loader_;
  std::shared_ptr<Progress> progress_;
  int loads_ = 0;
  size_t prepared_blocks_ = 0;
  Settings settings_;
  std::map<std::string, std::string> settings_files_;  // their texts, by root
  // What settings files will say when they are saved, and what disk said before, by root.
  struct Unsaved {
    std::string text;
    std::string before;
  };
  std::map<std::string, Unsaved> unsaved_settings_;
  std::map<std::string, notes::SharedReading> readings_;  // by root
  std::map<std::string, std::vector<Trouble>>
      troubled_;  // what was told of settings files, by root
  std::string client_settings_ = "null";
  std::string trace_ = "off";
  bool pulls_ = false;  // the client asks for diagnostics, so it is not told them
  bool may_pull_ = false;
  bool refreshing_ = false;
  bool greeted_ = false;  // initialize was answered
};

// Binds the language features; one line each (bindings.cc).
void bind_features(Session& session);

template <class Result, class F>
void Session::ask(std::string_view method, const std::string& uri,
                  const protocol::Position* position, protocol::Reply<Result> reply, F work) {
  const std::optional<notes::NoteId> note = documents_.find(uri);
  if (note) documents_.see(*note);
  if (!note || !documents_.view().vault->note(*note) || !documents_.wake(*note))
    return reply(Result{});
  const protocol::Position at = position ? *position : protocol::Position{};
  ask_all(method, std::move(reply),
          [note = *note, at, limit = settings_.completion_limit,
           work = std::move(work)](const View& view) {
            return work(Asked{view, note, {note, view.offset_of(note, at)}, limit});
          });
}

template <class Result, class F>
void Session::ask_all(std::string_view method, protocol::Reply<Result> reply, F work) {
  auto job = std::make_shared<std::pair<View, protocol::Reply<Result>>>(documents_.view(),
                                                                        std::move(reply));
  work_.on_pool(
      [job, method, work = std::move(work), weak = weak_from_this(), &io = work_]() mutable {
        if (!job->second.cancelled()) job->second(work(job->first));
        // Snapshots are let go on the thread that owns what they share.
        io.on_io([job = std::move(job), method, weak] {
          if (const auto self = weak.lock()) self->trace(method);
        });
      });
}

template <class Result, class F>
void Session::look(std::string_view method, protocol::Reply<Result> reply, F work) {
  auto to = std::make_shared<protocol::Reply<Result>>(std::move(reply));
  checker_->look(documents_.view(), [to, method, work = std::move(work), weak = weak_from_this(),
                                     &io = work_](Checker::Sight& sight) {
    if (!to->cancelled()) (*to)(work(sight));
    io.on_io([method, weak] {
      if (const auto self = weak.lock()) self->trace(method);
    });
  });
}

}  // namespace server

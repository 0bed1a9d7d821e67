// The session's part that follows documents: opened, changed and closed by the client, or changed
// on disk behind its back; and the diagnostics that a client asks for itself.
#include <algorithm>

#include "notes/path.h"
#include "session.h"

namespace server {

namespace methods = protocol::methods;

void Session::bind_documents() {
  protocol::Router& to = router();
  to.on_notification<methods::DidOpen>([this](protocol::DidOpenTextDocumentParams params) {
    protocol::TextDocumentItem& document = params.textDocument;
    feed_->touch(documents_.open(document.uri, document.version, std::move(document.text)));
    if (is_ignored(Uris::path_of(document.uri))) feed_->touch(documents_.set_aside(document.uri));
    changed();
  });
  to.on_notification<methods::DidChange>([this](protocol::DidChangeTextDocumentParams params) {
    const protocol::VersionedTextDocumentIdentifier& document = params.textDocument;
    Documents::Touched touched;
    if (!documents_.change(document.uri, document.version,
                           from_lsp(std::move(params.contentChanges)), touched))
      log(protocol::MessageType::kWarning,
          "a change of a document that is not open: " + document.uri);
    feed_->touch(touched);
    changed();
  });
  to.on_notification<methods::DidSave>(
      [](const protocol::DidSaveTextDocumentParams&) {});  // the text is known
  to.on_notification<methods::DidClose>([this](const protocol::DidCloseTextDocumentParams& params) {
    Documents::Touched touched;
    const std::optional<std::string> path = documents_.close(params.textDocument.uri, touched);
    feed_->touch(touched);
    if (path) reload(*path);
  });
  to.on_notification<methods::DidChangeWatchedFiles>(
      [this](const protocol::DidChangeWatchedFilesParams& params) {
        bool settings = false;
        for (const protocol::FileEvent& event : params.changes) {
          const std::string path = Uris::path_of(event.uri);
          if (!path.starts_with('/')) continue;
          const std::string_view name = notes::last_component(path);
          if (name == kSettingsFile || name == notes::kIgnoreFile)
            settings = true;
          else if (notes::is_note_path(path, *documents_.reading_of(path)) ||
                   event.type == protocol::FileChangeType::kDeleted)
            reload(path);
        }
        if (!settings) return;
        read_settings_files();
        apply_settings();
        load();
      });
}

void Session::changed() {
  titles_->follow();
  refresh_pulled();
}

// What disk says of the path now, whatever was said to have happened to it: events may come late.
void Session::reload(const std::string& path) {
  const auto root = documents_.view().vault->root_of(path);
  work_.in_order([weak = weak_from_this(), disk = disk_, path,
                  root = std::string(root.value_or("")), reading = documents_.reading_of(path),
                  &work = work_] {
    std::shared_ptr<const notes::Note> note;
    const bool wanted = notes::is_note_path(path, *reading) && !root.empty() &&
                        !notes::IgnoredPaths(*disk, root, *reading).ignores_file(path);
    notes::Stamp stamp;
    if (std::optional<std::string> bytes = wanted ? disk->read(path, &stamp) : std::nullopt)
      note =
          notes::Note::parse_at_rest(path, notes::Text(*std::move(bytes)), reading, {disk, stamp});
    work.on_io([weak, path, note = std::move(note)] {
      const auto self = weak.lock();
      if (!self) return;
      self->feed_->touch(note ? self->documents_.load({note}) : self->documents_.unload(path));
      self->changed();
    });
  });
}

namespace {

// A result's id is made of the result, so that an unchanged one needs no memory of what was sent.
std::string id_of(const std::string& diagnostics) {
  return std::to_string(std::hash<std::string>()(diagnostics));
}

protocol::RawJson items(std::string diagnostics) {
  return {diagnostics.empty() ? "[]" : std::move(diagnostics)};
}

using Previous = std::unordered_map<std::string, std::string>;  // ids, by URI

protocol::DocumentDiagnosticReport report_of(std::string diagnostics,
                                             const std::optional<std::string>& previous) {
  const std::string id = id_of(diagnostics);
  if (previous == id) return protocol::UnchangedDocumentDiagnosticReport{"unchanged", id};
  return protocol::FullDocumentDiagnosticReport{"full", id, items(std::move(diagnostics))};
}

protocol::WorkspaceDiagnosticReport report_of(Checker::Sight& sight, const Previous& previous,
                                              const std::map<std::string, int>& versions,
                                              bool enabled) {
  protocol::WorkspaceDiagnosticReport report;
  const View& view = sight.view();
  for (notes::NoteId note = 0; note < view.vault->note_limit(); ++note) {
    if (!view.vault->note(note)) continue;
    const std::string uri = view.uri(note);
    std::string diagnostics = enabled ? sight.diagnostics_of(note) : std::string();
    const auto known = previous.find(uri);
    if (diagnostics.empty() && known == previous.end())
      continue;  // nothing was wrong and nothing is
    const auto open = versions.find(view.note(note).path());
    const std::optional<int> version =
        open == versions.end() ? std::nullopt : std::optional(open->second);
    const std::string id = id_of(diagnostics);
    if (known != previous.end() && known->second == id)
      report.items.push_back(
          protocol::WorkspaceUnchangedDocumentDiagnosticReport{uri, version, "unchanged", id});
    else
      report.items.push_back(protocol::WorkspaceFullDocumentDiagnosticReport{
          uri, version, "full", id, items(std::move(diagnostics))});
  }
  return report;
}

}  // namespace

void Session::bind_diagnostics() {
  const auto asked = [this] {
    if (may_pull_ && !std::exchange(pulls_, true)) feed_->turn(false);
  };
  router().on_request<methods::DocumentDiagnostic>(
      [this, asked](protocol::DocumentDiagnosticParams params, auto reply) {
        asked();
        const std::optional<notes::NoteId> note = documents_.find(params.textDocument.uri);
        if (!note) return reply(protocol::DocumentDiagnosticReport{});
        documents_.see(*note);
        const View view = documents_.view();
        if (settings_.diagnostics && !checker_->knows_all() && view.vault->note(*note) &&
            Checker::may_glance(view, *note)) {
          if (!checker_->is_at_work()) checker_->look(view, [](Checker::Sight&) {});  // so it will
          return ask_all(methods::DocumentDiagnostic::name, std::move(reply),
                         [note = *note, previous = params.previousResultId](const View& seen) {
                           return report_of(Checker::glance(seen, note), previous);
                         });
        }
        look(methods::DocumentDiagnostic::name, std::move(reply),
             [note = *note, previous = params.previousResultId,
              enabled = settings_.diagnostics](Checker::Sight& sight) {
               return report_of(enabled ? sight.diagnostics_of(note) : std::string(), previous);
             });
      });
  router().on_request<methods::WorkspaceDiagnostic>(
      [this, asked](protocol::WorkspaceDiagnosticParams params, auto reply) {
        asked();
        Previous previous;
        for (const protocol::PreviousResultId& one : params.previousResultIds)
          previous[one.uri] = one.value;
        look(methods::WorkspaceDiagnostic::name, std::move(reply),
             [previous, versions = documents_.versions(), enabled = settings_.diagnostics](
                 Checker::Sight& sight) { return report_of(sight, previous, versions, enabled); });
      });
}

// A client that asks is told when to ask again: an edit of one note can change what is said of
// another.
void Session::refresh_pulled() {
  if (!pulls_ || !client_->capabilities.workspace.diagnostics.refreshSupport || refreshing_) return;
  refreshing_ = true;  // one at a time: the answer says that the client has heard it
  peer_->request<methods::DiagnosticRefresh>({}, [weak = weak_from_this()](const auto&) {
    if (const auto self = weak.lock()) self->refreshing_ = false;
  });
}

}  // namespace server

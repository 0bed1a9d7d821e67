#include "session.h"

#include <algorithm>

#include "features/block_facts.h"
#include "log.h"
#include "notes/path.h"
#include "progress.h"

namespace server {

namespace methods = protocol::methods;

std::shared_ptr<Session> Session::start(Work& work, std::shared_ptr<const notes::Disk> disk,
                                        std::shared_ptr<protocol::Peer> peer, Options options) {
  std::shared_ptr<Session> session(
      new Session(work, std::move(disk), std::move(peer), std::move(options)));
  session->bind_lifecycle();
  session->bind_documents();
  session->bind_diagnostics();
  session->bind_actions();
  bind_features(*session);
  session->peer_->on_end([weak = session->weak_from_this()] {
    if (const auto self = weak.lock(); self && self->loader_) self->loader_->cancel();
  });
  // The connection holds its session until it is closed.
  session->peer_->on_close([session] { session->ended(); });
  session->peer_->start();
  return session;
}

Session::Session(Work& work, std::shared_ptr<const notes::Disk> disk,
                 std::shared_ptr<protocol::Peer> peer, Options options)
    : work_(work), disk_(std::move(disk)), peer_(std::move(peer)), options_(std::move(options)) {
  titles_ = std::make_shared<TitleKeeper>(work_, documents_);
  checker_ = std::make_shared<Checker>(work_);
  feed_ = std::make_shared<Feed>(
      work_, documents_, checker_, [this](protocol::PublishDiagnosticsParams told) {
        if (!client_->capabilities.textDocument.publishDiagnostics.versionSupport)
          told.version.reset();
        peer_->notify<methods::PublishDiagnostics>(told);
      });
}

void Session::bind_lifecycle() {
  protocol::Router& to = router();
  to.on_trouble([this](std::string_view sentence) {
    log(protocol::MessageType::kWarning, std::string(sentence));
  });
  to.on_request<methods::Initialize>([this](protocol::InitializeParams params, auto reply) {
    reply(initialize(params));
    greeted_ = true;
  });
  to.on_notification<methods::Initialized>([this](const protocol::NoParams&) { initialized(); });
  to.on_request<methods::Shutdown>([this](const protocol::NoParams&, auto reply) {
    if (loader_) loader_->cancel();
    feed_->turn(false);
    reply(nullptr);
  });
  to.on_notification<methods::Exit>([this](const protocol::NoParams&) { peer_->close(); });
  to.on_notification<methods::SetTrace>(
      [this](const protocol::SetTraceParams& params) { trace_ = params.value; });
  to.on_notification<methods::WorkDoneProgressCancel>(
      [this](const protocol::WorkDoneProgressCancelParams& params) {
        const std::string* token = std::get_if<std::string>(&params.token);
        if (token && progress_ && *token == progress_->token() && loader_) loader_->cancel();
      });
  to.on_notification<methods::DidChangeConfiguration>(
      [this](const protocol::DidChangeConfigurationParams& params) {
        if (client_->capabilities.workspace.configuration) return fetch_settings();
        client_settings_ = section_of(params.settings.text);
        if (apply_settings()) load();
      });
  to.on_notification<methods::DidChangeWorkspaceFolders>(
      [this](const protocol::DidChangeWorkspaceFoldersParams& params) {
        change_folders(params.event);
      });
}

protocol::InitializeResult Session::initialize(const protocol::InitializeParams& params) {
  auto client =
      std::make_shared<Client>(Client{params.capabilities, choose_encoding(params.capabilities)});
  client_ = client;
  documents_.set_client(client);
  trace_ = params.trace;
  if (params.processId && options_.watch_process) options_.watch_process(*params.processId);

  std::vector<std::string> roots;
  const auto add = [&](const std::string& uri) {
    const std::string path = Uris::path_of(uri);
    if (path.starts_with('/')) roots.push_back(notes::normalised(path));
  };
  if (params.workspaceFolders)
    for (const protocol::WorkspaceFolder& folder : *params.workspaceFolders) add(folder.uri);
  else if (params.rootUri)
    add(*params.rootUri);
  else if (params.rootPath && params.rootPath->starts_with('/'))
    roots.push_back(notes::normalised(*params.rootPath));
  documents_.set_roots(std::move(roots));

  if (params.initializationOptions) client_settings_ = params.initializationOptions->text;
  // A client that can ask for diagnostics would show both those that it asked for and those that it
  // is told; so it is told them only until it first asks, and one that says it wants to be told is
  // not offered to ask.
  const std::string mode = string_in(client_settings_, "diagnosticMode");
  may_pull_ = client->capabilities.textDocument.diagnostic.has_value() && mode != "push";

  protocol::InitializeResult result;
  result.capabilities = router().capabilities();
  result.capabilities.positionEncoding = name_of(client->encoding);
  result.capabilities.completionProvider->triggerCharacters = {"#", "＃", "[", " "};
  result.capabilities.executeCommandProvider->commands = {
      std::string(kGoToCommand), std::string(kSettingsCommand), std::string(kApplyCommand)};
  if (client->capabilities.textDocument.codeAction.codeActionLiteralSupport)
    result.capabilities.codeActionProvider =
        protocol::CodeActionOptions{{protocol::code_action_kinds::kQuickFix}};
  if (!may_pull_) result.capabilities.diagnosticProvider.reset();
  result.serverInfo = protocol::ServerInfo{"papernotes", PAPERNOTES_VERSION};
  return result;
}

void Session::initialized() {
  read_settings_files();
  apply_settings();
  register_dynamically();
  if (client_->capabilities.workspace.configuration) fetch_settings();
  load();
}

void Session::register_dynamically() {
  const auto& workspace = client_->capabilities.workspace;
  protocol::RegistrationParams params;
  if (workspace.didChangeWatchedFiles.dynamicRegistration) {
    protocol::DidChangeWatchedFilesRegistrationOptions watch;
    watch.watchers = {{"**/*.{md,markdown,bib}"},
                      {"**/" + std::string(kSettingsFile)},
                      {"**/" + std::string(notes::kIgnoreFile)}};
    for (const auto& [root, reading] : readings_)
      for (const std::string& suffix : reading->suffixes)
        if (!notes::is_note_path("x" + suffix, *notes::default_reading()))
          watch.watchers.push_back({"**/*" + suffix});
    params.registrations.push_back({"watch", std::string(methods::DidChangeWatchedFiles::name),
                                    protocol::RawJson{protocol::to_text(watch)}});
  }
  if (workspace.didChangeConfiguration.dynamicRegistration) {
    protocol::DidChangeConfigurationRegistrationOptions section;
    section.section = std::string(kSettingsSection);
    params.registrations.push_back({"settings", std::string(methods::DidChangeConfiguration::name),
                                    protocol::RawJson{protocol::to_text(section)}});
  }
  if (!params.registrations.empty()) peer_->request<methods::RegisterCapability>(params, {});
}

void Session::load() {
  if (loader_) loader_->cancel();
  if (readings_.empty()) return;
  progress_.reset();
  if (client_->capabilities.window.workDoneProgress)
    progress_ =
        Progress::begin(peer_, "papernotes/load/" + std::to_string(++loads_), "Reading notes");
  loader_ = std::make_shared<Loader>(work_, disk_, options_.cache_folder);
  Loader::Callbacks callbacks;
  callbacks.batch = [weak = weak_from_this(), progress = progress_](auto notes, size_t done,
                                                                    size_t all) {
    const auto self = weak.lock();
    if (!self) return;
    self->documents_.join(std::move(notes));
    self->prepare_joined();
    if (progress) progress->report(done, all);
  };
  callbacks.done = [weak = weak_from_this(), progress = progress_](size_t files, bool cancelled) {
    const auto self = weak.lock();
    if (!self) return;
    self->documents_.all_joined();
    const std::string message = cancelled ? "Stopped" : std::to_string(files) + " notes read";
    if (progress) progress->end(message);
    self->log(protocol::MessageType::kInfo, message);
    self->titles_->make();
    self->feed_->touch_everything();
    self->feed_->release();
    self->refresh_pulled();
  };
  titles_->forget();
  prepared_blocks_ = 0;
  feed_->hold();
  loader_->load(readings_, std::move(callbacks));
}

// What is asked of all notes is made of a block as soon as that is full: who asks first does not
// wait.
void Session::prepare_joined() {
  for (auto& [block, first] : documents_.joined_blocks(prepared_blocks_)) {
    ++prepared_blocks_;
    work_.on_readers([block = std::move(block), first = first, &work = work_]() mutable {
      features::chunks_in(*block, first);
      // Let go on the thread that may write to it.
      work.on_io([block = std::move(block)] {});
    });
  }
}

void Session::change_folders(const protocol::WorkspaceFoldersChangeEvent& event) {
  std::vector<std::string> roots = documents_.roots();
  for (const protocol::WorkspaceFolder& folder : event.removed)
    std::erase(roots, notes::normalised(Uris::path_of(folder.uri)));
  for (const protocol::WorkspaceFolder& folder : event.added) {
    const std::string path = notes::normalised(Uris::path_of(folder.uri));
    if (path.starts_with('/') && std::find(roots.begin(), roots.end(), path) == roots.end())
      roots.push_back(path);
  }
  documents_.set_roots(std::move(roots));
  read_settings_files();
  apply_settings();
  feed_->touch_everything();
  load();
}

void Session::log(protocol::MessageType type, const std::string& message) {
  if (type == protocol::MessageType::kInfo)
    log_info(message);
  else if (type == protocol::MessageType::kWarning)
    log_warning(message);
  else
    log_error(message);
  // Before it knows who we are, a client has nowhere to show this.
  if (greeted_) peer_->notify<methods::LogMessage>({type, message});
}

void Session::trace(std::string_view answered) {
  if (trace_ == "off") return;
  protocol::LogTraceParams params;
  params.message = "answered " + std::string(answered);
  if (trace_ == "verbose")
    params.verbose = std::to_string(router().in_flight()) + " requests in flight";
  peer_->notify<methods::LogTrace>(params);
}

void Session::ended() {
  if (loader_) loader_->cancel();
  feed_->turn(false);
  const int exit_code = router().was_shut_down() ? 0 : 1;
  if (options_.over) options_.over(exit_code);
}

}  // namespace server

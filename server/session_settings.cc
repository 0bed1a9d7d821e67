// The session's part that follows settings: asked of the client or pushed by it, and written in the
// settings files of the roots.
#include "notes/path.h"
#include "session.h"

namespace server {

namespace methods = protocol::methods;

void Session::fetch_settings() {
  protocol::ConfigurationParams params;
  params.items.push_back({{}, std::string(kSettingsSection)});
  peer_->request<methods::Configuration>(params, [weak = weak_from_this()](const auto& outcome) {
    const auto self = weak.lock();
    const auto* values = std::get_if<std::vector<protocol::RawJson>>(&outcome);
    if (!self || !values || values->empty()) return;
    self->client_settings_ = values->front().text;
    if (self->apply_settings()) self->load();
  });
}

void Session::read_settings_files() {
  settings_files_.clear();
  for (const std::string& root : documents_.roots()) {
    std::optional<std::string> text = disk_->read(settings_path(root));
    // A file that was just made is empty until it is saved.
    const auto unsaved = unsaved_settings_.find(root);
    if (unsaved != unsaved_settings_.end()) {
      if (text.value_or("") == unsaved->second.before)
        text = unsaved->second.text;
      else
        unsaved_settings_.erase(unsaved);
    }
    if (text) settings_files_[root] = *std::move(text);
  }
}

bool Session::apply_settings() {
  settings_ = {};
  for (const std::string& sentence : apply_json(client_settings_, settings_))
    log(protocol::MessageType::kWarning, "settings: " + sentence);
  const notes::Reading said_by_client = settings_.reading;
  std::map<std::string, notes::SharedReading> readings;
  for (const std::string& root : documents_.roots()) {
    // What is said of one root's notes is not said of another's.
    settings_.reading = said_by_client;
    std::vector<Trouble> trouble;
    const auto file = settings_files_.find(root);
    if (file != settings_files_.end()) trouble = apply_toml(file->second, settings_);
    tell(root, trouble);
    settings_.reading.root = root;
    readings[root] = std::make_shared<const notes::Reading>(settings_.reading);
  }
  feed_->set_delay(settings_.delay);
  feed_->turn(settings_.diagnostics && !pulls_);

  const bool same = std::equal(
      readings.begin(), readings.end(), readings_.begin(), readings_.end(),
      [](const auto& a, const auto& b) { return a.first == b.first && *a.second == *b.second; });
  readings_ = std::move(readings);
  std::map<std::string, notes::IgnoredPaths> ignored;
  for (const auto& [root, reading] : readings_)
    ignored.emplace(root, notes::IgnoredPaths(*disk_, root, *reading));
  const auto now = documents_.view().vault;  // held, since setting the readings makes another
  feed_->touch(documents_.set_readings(readings_, [&](const std::string& path) {
    const auto root = now->root_of(path);
    return root && ignored.at(std::string(*root)).ignores_file(path);
  }));
  refresh_pulled();
  return !same;
}

// Once for each thing said wrongly, however often settings are applied.
void Session::tell(const std::string& root, const std::vector<Trouble>& trouble) {
  const auto before = troubled_.find(root);
  if (before == troubled_.end() ? trouble.empty() : before->second == trouble) return;
  const std::string path = settings_path(root);
  for (const Trouble& one : trouble)
    log(protocol::MessageType::kWarning,
        path + ":" + std::to_string(one.line + 1) + ": " + one.sentence);
  const auto file = settings_files_.find(root);
  peer_->notify<methods::PublishDiagnostics>(
      {Uris().of(path), std::nullopt,
       to_lsp(*client_, file == settings_files_.end() ? std::string() : file->second, trouble)});
  if (trouble.empty())
    troubled_.erase(root);
  else
    troubled_[root] = trouble;
}

bool Session::is_ignored(const std::string& path) {
  const auto root = documents_.view().vault->root_of(path);
  return root && notes::IgnoredPaths(*disk_, std::string(*root), *documents_.reading_of(path))
                     .ignores_file(path);
}

}  // namespace server

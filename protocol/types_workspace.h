// What concerns the workspace, the window and the session as a whole: settings, watched files,
// folders, messages, progress, registrations. Values; any thread may hold them.
#pragma once

#include "protocol/types.h"

namespace protocol {

struct DidChangeConfigurationParams {
  RawJson settings{};

  void fields(auto& io) { io.tolerant("settings", settings); }
};

struct ConfigurationItem {
  std::optional<DocumentUri> scopeUri{};
  std::optional<std::string> section{};

  void fields(auto& io) {
    io("scopeUri", scopeUri);
    io("section", section);
  }
};

struct ConfigurationParams {
  std::vector<ConfigurationItem> items{};

  void fields(auto& io) { io("items", items); }
};

enum class FileChangeType : int { kCreated = 1, kChanged = 2, kDeleted = 3 };

struct FileEvent {
  DocumentUri uri{};
  FileChangeType type = FileChangeType::kChanged;

  void fields(auto& io) {
    io("uri", uri);
    io("type", type);
  }
};

struct DidChangeWatchedFilesParams {
  std::vector<FileEvent> changes{};

  void fields(auto& io) { io("changes", changes); }
};

struct FileSystemWatcher {
  std::string globPattern{};

  void fields(auto& io) { io("globPattern", globPattern); }
};

struct DidChangeWatchedFilesRegistrationOptions {
  std::vector<FileSystemWatcher> watchers{};

  void fields(auto& io) { io("watchers", watchers); }
};

struct DidChangeConfigurationRegistrationOptions {
  std::optional<std::string> section{};

  void fields(auto& io) { io("section", section); }
};

struct Registration {
  std::string id{};
  std::string method{};
  std::optional<RawJson> registerOptions{};

  void fields(auto& io) {
    io("id", id);
    io("method", method);
    io("registerOptions", registerOptions);
  }
};

struct RegistrationParams {
  std::vector<Registration> registrations{};

  void fields(auto& io) { io("registrations", registrations); }
};

struct Unregistration {
  std::string id{};
  std::string method{};

  void fields(auto& io) {
    io("id", id);
    io("method", method);
  }
};

struct UnregistrationParams {
  std::vector<Unregistration> unregisterations{};  // misspelt so in the protocol

  void fields(auto& io) { io("unregisterations", unregisterations); }
};

struct WorkspaceFoldersChangeEvent {
  std::vector<WorkspaceFolder> added{};
  std::vector<WorkspaceFolder> removed{};

  void fields(auto& io) {
    io("added", added);
    io("removed", removed);
  }
};

struct DidChangeWorkspaceFoldersParams {
  WorkspaceFoldersChangeEvent event{};

  void fields(auto& io) { io("event", event); }
};

enum class MessageType : int { kError = 1, kWarning = 2, kInfo = 3, kLog = 4 };

struct LogMessageParams {
  MessageType type = MessageType::kLog;
  std::string message{};

  void fields(auto& io) {
    io("type", type);
    io("message", message);
  }
};
using ShowMessageParams = LogMessageParams;

struct SetTraceParams {
  std::string value = "off";

  void fields(auto& io) { io("value", value); }
};

struct LogTraceParams {
  std::string message{};
  std::optional<std::string> verbose{};

  void fields(auto& io) {
    io("message", message);
    io("verbose", verbose);
  }
};

struct CancelParams {
  RawJson id{};

  void fields(auto& io) { io("id", id); }
};

struct WorkDoneProgressParams {
  ProgressToken token{};

  void fields(auto& io) { io("token", token); }
};
using WorkDoneProgressCreateParams = WorkDoneProgressParams;
using WorkDoneProgressCancelParams = WorkDoneProgressParams;

struct WorkDoneProgressBegin {
  std::string kind = "begin";
  std::string title{};
  std::optional<bool> cancellable{};
  std::optional<std::string> message{};
  std::optional<std::uint32_t> percentage{};

  void fields(auto& io) {
    io("kind", kind);
    io("title", title);
    io("cancellable", cancellable);
    io("message", message);
    io("percentage", percentage);
  }
};

struct WorkDoneProgressReport {
  std::string kind = "report";
  std::optional<bool> cancellable{};
  std::optional<std::string> message{};
  std::optional<std::uint32_t> percentage{};

  void fields(auto& io) {
    io("kind", kind);
    io("cancellable", cancellable);
    io("message", message);
    io("percentage", percentage);
  }
};

struct WorkDoneProgressEnd {
  std::string kind = "end";
  std::optional<std::string> message{};

  void fields(auto& io) {
    io("kind", kind);
    io("message", message);
  }
};

struct ProgressParams {
  ProgressToken token{};
  std::variant<WorkDoneProgressBegin, WorkDoneProgressReport, WorkDoneProgressEnd> value{};

  void fields(auto& io) {
    io("token", token);
    io("value", value);
  }
};

}  // namespace protocol

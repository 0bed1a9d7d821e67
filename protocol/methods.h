// Every method, named once: its name on the wire, its params, its result if it is a request, and
// what binding it promises to the client. Types only.
#pragma once

#include <string_view>

#include "protocol/types_actions.h"
#include "protocol/types_diagnostics.h"
#include "protocol/types_init.h"
#include "protocol/types_language.h"
#include "protocol/types_text.h"
#include "protocol/types_workspace.h"

namespace protocol::methods {

// The session.

struct Initialize {
  static constexpr std::string_view name = "initialize";
  using Params = InitializeParams;
  using Result = InitializeResult;
};

struct Initialized {
  static constexpr std::string_view name = "initialized";
  using Params = NoParams;
};

struct Shutdown {
  static constexpr std::string_view name = "shutdown";
  using Params = NoParams;
  using Result = std::nullptr_t;
};

struct Exit {
  static constexpr std::string_view name = "exit";
  using Params = NoParams;
};

// The router answers it by itself.
struct CancelRequest {
  static constexpr std::string_view name = "$/cancelRequest";
  using Params = CancelParams;
};

struct SetTrace {
  static constexpr std::string_view name = "$/setTrace";
  using Params = SetTraceParams;
};

struct LogTrace {
  static constexpr std::string_view name = "$/logTrace";
  using Params = LogTraceParams;
};

struct LogMessage {
  static constexpr std::string_view name = "window/logMessage";
  using Params = LogMessageParams;
};

struct ShowMessage {
  static constexpr std::string_view name = "window/showMessage";
  using Params = ShowMessageParams;
};

struct ShowDocument {
  static constexpr std::string_view name = "window/showDocument";
  using Params = ShowDocumentParams;
  using Result = ShowDocumentResult;
};

struct WorkDoneProgressCreate {
  static constexpr std::string_view name = "window/workDoneProgress/create";
  using Params = WorkDoneProgressCreateParams;
  using Result = std::nullptr_t;
};

struct WorkDoneProgressCancel {
  static constexpr std::string_view name = "window/workDoneProgress/cancel";
  using Params = WorkDoneProgressCancelParams;
};

struct Progress {
  static constexpr std::string_view name = "$/progress";
  using Params = ProgressParams;
};

struct RegisterCapability {
  static constexpr std::string_view name = "client/registerCapability";
  using Params = RegistrationParams;
  using Result = std::nullptr_t;
};

struct UnregisterCapability {
  static constexpr std::string_view name = "client/unregisterCapability";
  using Params = UnregistrationParams;
  using Result = std::nullptr_t;
};

// Documents.

inline TextDocumentSyncOptions& text_sync(ServerCapabilities& server) {
  return server.textDocumentSync ? *server.textDocumentSync : server.textDocumentSync.emplace();
}

struct DidOpen {
  static constexpr std::string_view name = "textDocument/didOpen";
  using Params = DidOpenTextDocumentParams;
  static void advertise(ServerCapabilities& server) { text_sync(server).openClose = true; }
};

struct DidChange {
  static constexpr std::string_view name = "textDocument/didChange";
  using Params = DidChangeTextDocumentParams;
  static void advertise(ServerCapabilities& server) {
    text_sync(server).change = TextDocumentSyncKind::kIncremental;
  }
};

struct DidSave {
  static constexpr std::string_view name = "textDocument/didSave";
  using Params = DidSaveTextDocumentParams;
  static void advertise(ServerCapabilities& server) { text_sync(server).save.emplace(); }
};

struct DidClose {
  static constexpr std::string_view name = "textDocument/didClose";
  using Params = DidCloseTextDocumentParams;
  static void advertise(ServerCapabilities& server) { text_sync(server).openClose = true; }
};

// The workspace.

struct Configuration {
  static constexpr std::string_view name = "workspace/configuration";
  using Params = ConfigurationParams;
  using Result = std::vector<RawJson>;
};

struct DidChangeConfiguration {
  static constexpr std::string_view name = "workspace/didChangeConfiguration";
  using Params = DidChangeConfigurationParams;
};

struct DidChangeWatchedFiles {
  static constexpr std::string_view name = "workspace/didChangeWatchedFiles";
  using Params = DidChangeWatchedFilesParams;
};

struct DidChangeWorkspaceFolders {
  static constexpr std::string_view name = "workspace/didChangeWorkspaceFolders";
  using Params = DidChangeWorkspaceFoldersParams;
  static void advertise(ServerCapabilities& server) {
    server.workspace.emplace().workspaceFolders.emplace();
  }
};

struct ExecuteCommand {
  static constexpr std::string_view name = "workspace/executeCommand";
  using Params = ExecuteCommandParams;
  using Result = std::nullptr_t;
  // Which commands there are is for the one who answers it to add.
  static void advertise(ServerCapabilities& server) { server.executeCommandProvider.emplace(); }
};

struct ApplyEdit {
  static constexpr std::string_view name = "workspace/applyEdit";
  using Params = ApplyWorkspaceEditParams;
  using Result = ApplyWorkspaceEditResult;
};

// Language features.

struct Completion {
  static constexpr std::string_view name = "textDocument/completion";
  using Params = CompletionParams;
  using Result = CompletionList;
  // Which characters trigger it is for the one who answers it to add.
  static void advertise(ServerCapabilities& server) { server.completionProvider.emplace(); }
};

struct CompletionResolve {
  static constexpr std::string_view name = "completionItem/resolve";
  using Params = CompletionItem;
  using Result = CompletionItem;
  // Bound after Completion.
  static void advertise(ServerCapabilities& server) {
    server.completionProvider->resolveProvider = true;
  }
};

struct Hover {
  static constexpr std::string_view name = "textDocument/hover";
  using Params = TextDocumentPositionParams;
  using Result = std::optional<protocol::Hover>;
  static void advertise(ServerCapabilities& server) { server.hoverProvider = true; }
};

struct Definition {
  static constexpr std::string_view name = "textDocument/definition";
  using Params = TextDocumentPositionParams;
  using Result = DefinitionResult;
  static void advertise(ServerCapabilities& server) { server.definitionProvider = true; }
};

struct References {
  static constexpr std::string_view name = "textDocument/references";
  using Params = ReferenceParams;
  using Result = std::variant<std::vector<Location>, LongJson>;  // LongJson: already written
  static void advertise(ServerCapabilities& server) { server.referencesProvider = true; }
};

struct DocumentSymbol {
  static constexpr std::string_view name = "textDocument/documentSymbol";
  using Params = TextDocumentParams;
  using Result = DocumentSymbolResult;
  static void advertise(ServerCapabilities& server) { server.documentSymbolProvider = true; }
};

struct WorkspaceSymbol {
  static constexpr std::string_view name = "workspace/symbol";
  using Params = WorkspaceSymbolParams;
  using Result = std::vector<SymbolInformation>;
  static void advertise(ServerCapabilities& server) { server.workspaceSymbolProvider = true; }
};

struct DocumentLink {
  static constexpr std::string_view name = "textDocument/documentLink";
  using Params = TextDocumentParams;
  using Result = std::vector<protocol::DocumentLink>;
  static void advertise(ServerCapabilities& server) { server.documentLinkProvider.emplace(); }
};

struct CodeAction {
  static constexpr std::string_view name = "textDocument/codeAction";
  using Params = CodeActionParams;
  using Result = CodeActions;
  static void advertise(ServerCapabilities& server) { server.codeActionProvider = true; }
};

// Diagnostics.

struct PublishDiagnostics {
  static constexpr std::string_view name = "textDocument/publishDiagnostics";
  using Params = PublishDiagnosticsParams;
};

inline DiagnosticOptions& diagnostics(ServerCapabilities& server) {
  return server.diagnosticProvider ? *server.diagnosticProvider
                                   : server.diagnosticProvider.emplace();
}

struct DocumentDiagnostic {
  static constexpr std::string_view name = "textDocument/diagnostic";
  using Params = DocumentDiagnosticParams;
  using Result = DocumentDiagnosticReport;
  static void advertise(ServerCapabilities& server) { diagnostics(server); }
};

struct WorkspaceDiagnostic {
  static constexpr std::string_view name = "workspace/diagnostic";
  using Params = WorkspaceDiagnosticParams;
  using Result = WorkspaceDiagnosticReport;
  static void advertise(ServerCapabilities& server) {
    diagnostics(server).workspaceDiagnostics = true;
  }
};

struct DiagnosticRefresh {
  static constexpr std::string_view name = "workspace/diagnostic/refresh";
  using Params = NoParams;
  using Result = std::nullptr_t;
};

}  // namespace protocol::methods

// What can be done about something: code actions, the edits they make to the workspace, commands,
// and showing a place. Values; any thread may hold them.
#pragma once

#include <map>

#include "protocol/types_diagnostics.h"

namespace protocol {

namespace code_action_kinds {
inline constexpr const char* kQuickFix = "quickfix";
}

struct CodeActionContext {
  std::vector<Diagnostic> diagnostics{};
  std::optional<std::vector<std::string>> only{};

  void fields(auto& io) {
    io.tolerant("diagnostics", diagnostics);
    io.tolerant("only", only);
  }
};

struct CodeActionParams {
  TextDocumentIdentifier textDocument{};
  Range range{};
  CodeActionContext context{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("range", range);
    io("context", context);
  }
};

struct OptionalVersionedTextDocumentIdentifier {
  DocumentUri uri{};
  std::optional<std::int32_t> version{};  // null where the document is not open

  void fields(auto& io) {
    io("uri", uri);
    io.nullable("version", version);
  }
};

struct AnnotatedTextEdit {
  Range range{};
  std::string newText{};
  std::optional<std::string> annotationId{};

  void fields(auto& io) {
    io("range", range);
    io("newText", newText);
    io("annotationId", annotationId);
  }
};

struct TextDocumentEdit {
  OptionalVersionedTextDocumentIdentifier textDocument{};
  std::vector<AnnotatedTextEdit> edits{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("edits", edits);
  }
};

struct CreateFileOptions {
  bool ignoreIfExists = true;

  void fields(auto& io) { io("ignoreIfExists", ignoreIfExists); }
};

struct CreateFile {
  std::string kind = "create";
  DocumentUri uri{};
  CreateFileOptions options{};

  void fields(auto& io) {
    io("kind", kind);
    io("uri", uri);
    io("options", options);
  }
};

struct DeleteFile {
  std::string kind = "delete";
  DocumentUri uri{};
  std::optional<std::string> annotationId{};

  void fields(auto& io) {
    io("kind", kind);
    io("uri", uri);
    io("annotationId", annotationId);
  }
};

struct ChangeAnnotation {
  std::string label{};
  std::optional<bool> needsConfirmation{};
  std::optional<std::string> description{};

  void fields(auto& io) {
    io("label", label);
    io("needsConfirmation", needsConfirmation);
    io("description", description);
  }
};

// Either `changes` or `documentChanges`, as the client can take.
struct WorkspaceEdit {
  std::optional<std::map<DocumentUri, std::vector<TextEdit>>> changes{};
  std::optional<std::vector<std::variant<TextDocumentEdit, CreateFile, DeleteFile>>>
      documentChanges{};
  std::optional<std::map<std::string, ChangeAnnotation>> changeAnnotations{};

  void fields(auto& io) {
    io("changes", changes);
    io("documentChanges", documentChanges);
    io("changeAnnotations", changeAnnotations);
  }
};

struct CodeAction {
  std::string title{};
  std::string kind{};
  std::optional<std::vector<Diagnostic>> diagnostics{};
  std::optional<WorkspaceEdit> edit{};
  std::optional<Command> command{};

  void fields(auto& io) {
    io("title", title);
    io("kind", kind);
    io("diagnostics", diagnostics);
    io("edit", edit);
    io("command", command);
  }
};

using CodeActions = std::vector<std::variant<CodeAction, Command>>;

struct ExecuteCommandParams {
  std::string command{};
  std::optional<std::vector<RawJson>> arguments{};

  void fields(auto& io) {
    io("command", command);
    io("arguments", arguments);
  }
};

struct ApplyWorkspaceEditParams {
  std::optional<std::string> label{};
  RawJson edit{};

  void fields(auto& io) {
    io("label", label);
    io("edit", edit);
  }
};

struct ApplyWorkspaceEditResult {
  bool applied = false;

  void fields(auto& io) { io("applied", applied); }
};

struct ShowDocumentParams {
  DocumentUri uri{};
  std::optional<bool> takeFocus{};
  std::optional<Range> selection{};

  void fields(auto& io) {
    io("uri", uri);
    io("takeFocus", takeFocus);
    io("selection", selection);
  }
};

struct ShowDocumentResult {
  bool success = false;

  void fields(auto& io) { io("success", success); }
};

}  // namespace protocol

// Diagnostics, pushed and pulled. Values; any thread may hold them.
#pragma once

#include "protocol/types.h"

namespace protocol {

enum class DiagnosticSeverity : int { kError = 1, kWarning = 2, kInformation = 3, kHint = 4 };
enum class DiagnosticTag : int { kUnnecessary = 1, kDeprecated = 2 };

struct CodeDescription {
  std::string href{};

  void fields(auto& io) { io("href", href); }
};

struct DiagnosticRelatedInformation {
  Location location{};
  std::string message{};

  void fields(auto& io) {
    io("location", location);
    io("message", message);
  }
};

struct Diagnostic {
  Range range{};
  std::optional<DiagnosticSeverity> severity{};
  std::optional<std::variant<std::int32_t, std::string>> code{};
  std::optional<CodeDescription> codeDescription{};
  std::optional<std::string> source{};
  std::string message{};
  std::optional<std::vector<DiagnosticTag>> tags{};
  std::optional<std::vector<DiagnosticRelatedInformation>> relatedInformation{};
  std::optional<RawJson> data{};

  void fields(auto& io) {
    io("range", range);
    io("severity", severity);
    io("code", code);
    io("codeDescription", codeDescription);
    io("source", source);
    io("message", message);
    io("tags", tags);
    io("relatedInformation", relatedInformation);
    io("data", data);
  }
};

// RawJson: already written.
using Diagnostics = std::variant<std::vector<Diagnostic>, RawJson>;

struct PublishDiagnosticsParams {
  DocumentUri uri{};
  std::optional<std::int32_t> version{};
  Diagnostics diagnostics{};

  void fields(auto& io) {
    io("uri", uri);
    io("version", version);
    io("diagnostics", diagnostics);
  }
};

struct DocumentDiagnosticParams {
  TextDocumentIdentifier textDocument{};
  std::optional<std::string> identifier{};
  std::optional<std::string> previousResultId{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("identifier", identifier);
    io("previousResultId", previousResultId);
  }
};

struct FullDocumentDiagnosticReport {
  std::string kind = "full";
  std::optional<std::string> resultId{};
  Diagnostics items{};

  void fields(auto& io) {
    io("kind", kind);
    io("resultId", resultId);
    io("items", items);
  }
};

struct UnchangedDocumentDiagnosticReport {
  std::string kind = "unchanged";
  std::string resultId{};

  void fields(auto& io) {
    io("kind", kind);
    io("resultId", resultId);
  }
};

using DocumentDiagnosticReport =
    std::variant<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>;

struct PreviousResultId {
  DocumentUri uri{};
  std::string value{};

  void fields(auto& io) {
    io("uri", uri);
    io("value", value);
  }
};

struct WorkspaceDiagnosticParams {
  std::optional<std::string> identifier{};
  std::vector<PreviousResultId> previousResultIds{};

  void fields(auto& io) {
    io("identifier", identifier);
    io("previousResultIds", previousResultIds);
  }
};

struct WorkspaceFullDocumentDiagnosticReport {
  DocumentUri uri{};
  std::optional<std::int32_t> version{};  // null where the document is not open
  std::string kind = "full";
  std::optional<std::string> resultId{};
  Diagnostics items{};

  void fields(auto& io) {
    io("uri", uri);
    io.nullable("version", version);
    io("kind", kind);
    io("resultId", resultId);
    io("items", items);
  }
};

struct WorkspaceUnchangedDocumentDiagnosticReport {
  DocumentUri uri{};
  std::optional<std::int32_t> version{};  // null where the document is not open
  std::string kind = "unchanged";
  std::string resultId{};

  void fields(auto& io) {
    io("uri", uri);
    io.nullable("version", version);
    io("kind", kind);
    io("resultId", resultId);
  }
};

struct WorkspaceDiagnosticReport {
  std::vector<std::variant<WorkspaceFullDocumentDiagnosticReport,
                           WorkspaceUnchangedDocumentDiagnosticReport>>
      items{};

  void fields(auto& io) { io("items", items); }
};

}  // namespace protocol

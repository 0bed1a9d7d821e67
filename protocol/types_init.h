// What client and server tell each other of themselves when a session starts. Of the client's
// capabilities only those that change what this server does are named; a client that says something
// odd of itself is served without it, not refused. Values; any thread may hold them.
#pragma once

#include "protocol/types.h"

namespace protocol {

struct ClientInfo {
  std::string name{};
  std::optional<std::string> version{};

  void fields(auto& io) {
    io("name", name);
    io.tolerant("version", version);
  }
};
using ServerInfo = ClientInfo;

struct DynamicRegistration {
  bool dynamicRegistration = false;

  void fields(auto& io) { io.tolerant("dynamicRegistration", dynamicRegistration); }
};

// Something that a client says by saying it at all.
struct Present {
  void fields(auto&) {}
};

struct ClientCapabilities {
  struct Workspace {
    struct Edit {
      bool documentChanges = false;
      std::vector<std::string> resourceOperations{};
      std::optional<Present> changeAnnotationSupport{};

      void fields(auto& io) {
        io.tolerant("documentChanges", documentChanges);
        io.tolerant("resourceOperations", resourceOperations);
        io.tolerant("changeAnnotationSupport", changeAnnotationSupport);
      }
    };
    struct DidChangeWatchedFiles {
      bool dynamicRegistration = false;
      bool relativePatternSupport = false;

      void fields(auto& io) {
        io.tolerant("dynamicRegistration", dynamicRegistration);
        io.tolerant("relativePatternSupport", relativePatternSupport);
      }
    };
    struct Diagnostics {
      bool refreshSupport = false;

      void fields(auto& io) { io.tolerant("refreshSupport", refreshSupport); }
    };

    bool applyEdit = false;
    Edit workspaceEdit{};
    bool configuration = false;
    bool workspaceFolders = false;
    DynamicRegistration didChangeConfiguration{};
    DidChangeWatchedFiles didChangeWatchedFiles{};
    Diagnostics diagnostics{};

    void fields(auto& io) {
      io.tolerant("applyEdit", applyEdit);
      io.tolerant("workspaceEdit", workspaceEdit);
      io.tolerant("configuration", configuration);
      io.tolerant("workspaceFolders", workspaceFolders);
      io.tolerant("didChangeConfiguration", didChangeConfiguration);
      io.tolerant("didChangeWatchedFiles", didChangeWatchedFiles);
      io.tolerant("diagnostics", diagnostics);
    }
  };

  struct TextDocument {
    struct Completion {
      struct Item {
        bool snippetSupport = false;
        bool commitCharactersSupport = false;
        bool insertReplaceSupport = false;
        bool labelDetailsSupport = false;
        bool preselectSupport = false;
        std::vector<std::string> documentationFormat{};
        struct ResolveSupport {
          std::vector<std::string> properties{};

          void fields(auto& io) { io.tolerant("properties", properties); }
        };
        ResolveSupport resolveSupport{};

        void fields(auto& io) {
          io.tolerant("snippetSupport", snippetSupport);
          io.tolerant("commitCharactersSupport", commitCharactersSupport);
          io.tolerant("insertReplaceSupport", insertReplaceSupport);
          io.tolerant("labelDetailsSupport", labelDetailsSupport);
          io.tolerant("preselectSupport", preselectSupport);
          io.tolerant("documentationFormat", documentationFormat);
          io.tolerant("resolveSupport", resolveSupport);
        }
      };
      struct List {
        std::vector<std::string> itemDefaults{};

        void fields(auto& io) { io.tolerant("itemDefaults", itemDefaults); }
      };

      Item completionItem{};
      List completionList{};

      void fields(auto& io) {
        io.tolerant("completionItem", completionItem);
        io.tolerant("completionList", completionList);
      }
    };
    struct Hover {
      std::vector<std::string> contentFormat{};

      void fields(auto& io) { io.tolerant("contentFormat", contentFormat); }
    };
    struct Definition {
      bool linkSupport = false;

      void fields(auto& io) { io.tolerant("linkSupport", linkSupport); }
    };
    struct DocumentSymbol {
      bool hierarchicalDocumentSymbolSupport = false;

      void fields(auto& io) {
        io.tolerant("hierarchicalDocumentSymbolSupport", hierarchicalDocumentSymbolSupport);
      }
    };
    struct DocumentLink {
      bool tooltipSupport = false;

      void fields(auto& io) { io.tolerant("tooltipSupport", tooltipSupport); }
    };
    struct CodeAction {
      std::optional<Present> codeActionLiteralSupport{};

      void fields(auto& io) { io.tolerant("codeActionLiteralSupport", codeActionLiteralSupport); }
    };
    struct PublishDiagnostics {
      bool relatedInformation = false;
      bool versionSupport = false;
      bool codeDescriptionSupport = false;
      bool dataSupport = false;

      void fields(auto& io) {
        io.tolerant("relatedInformation", relatedInformation);
        io.tolerant("versionSupport", versionSupport);
        io.tolerant("codeDescriptionSupport", codeDescriptionSupport);
        io.tolerant("dataSupport", dataSupport);
      }
    };

    Completion completion{};
    Hover hover{};
    Definition definition{};
    DocumentSymbol documentSymbol{};
    DocumentLink documentLink{};
    CodeAction codeAction{};
    PublishDiagnostics publishDiagnostics{};
    std::optional<DynamicRegistration> diagnostic{};  // present where the client pulls diagnostics

    void fields(auto& io) {
      io.tolerant("completion", completion);
      io.tolerant("hover", hover);
      io.tolerant("definition", definition);
      io.tolerant("documentSymbol", documentSymbol);
      io.tolerant("documentLink", documentLink);
      io.tolerant("codeAction", codeAction);
      io.tolerant("publishDiagnostics", publishDiagnostics);
      io.tolerant("diagnostic", diagnostic);
    }
  };

  struct Window {
    struct ShowDocument {
      bool support = false;

      void fields(auto& io) { io.tolerant("support", support); }
    };

    bool workDoneProgress = false;
    ShowDocument showDocument{};

    void fields(auto& io) {
      io.tolerant("workDoneProgress", workDoneProgress);
      io.tolerant("showDocument", showDocument);
    }
  };

  struct General {
    std::vector<std::string> positionEncodings{};  // in the client's order of preference

    void fields(auto& io) { io.tolerant("positionEncodings", positionEncodings); }
  };

  Workspace workspace{};
  TextDocument textDocument{};
  Window window{};
  General general{};

  void fields(auto& io) {
    io.tolerant("workspace", workspace);
    io.tolerant("textDocument", textDocument);
    io.tolerant("window", window);
    io.tolerant("general", general);
  }
};

struct InitializeParams {
  std::optional<std::int32_t> processId{};
  std::optional<ClientInfo> clientInfo{};
  std::optional<std::string> rootPath{};
  std::optional<DocumentUri> rootUri{};
  std::optional<RawJson> initializationOptions{};
  ClientCapabilities capabilities{};
  std::string trace = "off";  // or "messages" or "verbose"
  std::optional<std::vector<WorkspaceFolder>> workspaceFolders{};
  std::optional<ProgressToken> workDoneToken{};

  void fields(auto& io) {
    io.nullable("processId", processId);
    io.tolerant("clientInfo", clientInfo);
    io.tolerant("rootPath", rootPath);
    io.nullable("rootUri", rootUri);
    io("initializationOptions", initializationOptions);
    io.tolerant("capabilities", capabilities);
    io.tolerant("trace", trace);
    io("workspaceFolders", workspaceFolders);
    io.tolerant("workDoneToken", workDoneToken);
  }
};

enum class TextDocumentSyncKind : int { kNone = 0, kFull = 1, kIncremental = 2 };

struct SaveOptions {
  bool includeText = false;

  void fields(auto& io) { io("includeText", includeText); }
};

struct TextDocumentSyncOptions {
  std::optional<bool> openClose{};
  std::optional<TextDocumentSyncKind> change{};
  std::optional<SaveOptions> save{};

  void fields(auto& io) {
    io("openClose", openClose);
    io("change", change);
    io("save", save);
  }
};

struct CompletionOptions {
  std::vector<std::string> triggerCharacters{};
  bool resolveProvider = false;

  void fields(auto& io) {
    io("triggerCharacters", triggerCharacters);
    io("resolveProvider", resolveProvider);
  }
};

struct DocumentLinkOptions {
  bool resolveProvider = false;

  void fields(auto& io) { io("resolveProvider", resolveProvider); }
};

struct CodeActionOptions {
  std::vector<std::string> codeActionKinds{};

  void fields(auto& io) { io("codeActionKinds", codeActionKinds); }
};

struct ExecuteCommandOptions {
  std::vector<std::string> commands{};

  void fields(auto& io) { io("commands", commands); }
};

struct DiagnosticOptions {
  std::optional<std::string> identifier{};
  bool interFileDependencies = true;
  bool workspaceDiagnostics = false;

  void fields(auto& io) {
    io("identifier", identifier);
    io("interFileDependencies", interFileDependencies);
    io("workspaceDiagnostics", workspaceDiagnostics);
  }
};

struct WorkspaceFoldersServerCapabilities {
  bool supported = true;
  bool changeNotifications = true;

  void fields(auto& io) {
    io("supported", supported);
    io("changeNotifications", changeNotifications);
  }
};

struct WorkspaceOptions {
  std::optional<WorkspaceFoldersServerCapabilities> workspaceFolders{};

  void fields(auto& io) { io("workspaceFolders", workspaceFolders); }
};

struct ServerCapabilities {
  std::optional<std::string> positionEncoding{};
  std::optional<TextDocumentSyncOptions> textDocumentSync{};
  std::optional<CompletionOptions> completionProvider{};
  std::optional<bool> hoverProvider{};
  std::optional<bool> definitionProvider{};
  std::optional<bool> referencesProvider{};
  std::optional<bool> documentSymbolProvider{};
  std::optional<bool> workspaceSymbolProvider{};
  std::optional<DocumentLinkOptions> documentLinkProvider{};
  // The kinds only for a client that knows kinds.
  std::optional<std::variant<bool, CodeActionOptions>> codeActionProvider{};
  std::optional<ExecuteCommandOptions> executeCommandProvider{};
  std::optional<DiagnosticOptions> diagnosticProvider{};
  std::optional<WorkspaceOptions> workspace{};

  void fields(auto& io) {
    io("positionEncoding", positionEncoding);
    io("textDocumentSync", textDocumentSync);
    io("completionProvider", completionProvider);
    io("hoverProvider", hoverProvider);
    io("definitionProvider", definitionProvider);
    io("referencesProvider", referencesProvider);
    io("documentSymbolProvider", documentSymbolProvider);
    io("workspaceSymbolProvider", workspaceSymbolProvider);
    io("documentLinkProvider", documentLinkProvider);
    io("codeActionProvider", codeActionProvider);
    io("executeCommandProvider", executeCommandProvider);
    io("diagnosticProvider", diagnosticProvider);
    io("workspace", workspace);
  }
};

struct InitializeResult {
  ServerCapabilities capabilities{};
  std::optional<ServerInfo> serverInfo{};

  void fields(auto& io) {
    io("capabilities", capabilities);
    io("serverInfo", serverInfo);
  }
};

}  // namespace protocol

// What the language features ask and answer: completion, hover, places, symbols, links. Values; any
// thread may hold them.
#pragma once

#include "protocol/types.h"

namespace protocol {

enum class CompletionTriggerKind : int {
  kInvoked = 1,
  kTriggerCharacter = 2,
  kTriggerForIncompleteCompletions = 3,
};

struct CompletionContext {
  CompletionTriggerKind triggerKind = CompletionTriggerKind::kInvoked;
  std::optional<std::string> triggerCharacter{};

  void fields(auto& io) {
    io("triggerKind", triggerKind);
    io("triggerCharacter", triggerCharacter);
  }
};

struct CompletionParams {
  TextDocumentIdentifier textDocument{};
  Position position{};
  std::optional<CompletionContext> context{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("position", position);
    io.tolerant("context", context);
  }
};

enum class CompletionItemKind : int {
  kText = 1,
  kMethod = 2,
  kFunction = 3,
  kConstructor = 4,
  kField = 5,
  kVariable = 6,
  kClass = 7,
  kInterface = 8,
  kModule = 9,
  kProperty = 10,
  kUnit = 11,
  kValue = 12,
  kEnum = 13,
  kKeyword = 14,
  kSnippet = 15,
  kColor = 16,
  kFile = 17,
  kReference = 18,
  kFolder = 19,
  kEnumMember = 20,
  kConstant = 21,
  kStruct = 22,
  kEvent = 23,
  kOperator = 24,
  kTypeParameter = 25,
};

enum class InsertTextFormat : int { kPlainText = 1, kSnippet = 2 };

struct CompletionItemLabelDetails {
  std::optional<std::string> detail{};
  std::optional<std::string> description{};

  void fields(auto& io) {
    io("detail", detail);
    io("description", description);
  }
};

// Only for a client that says insertReplaceSupport.
struct InsertReplaceEdit {
  std::string newText{};
  Range insert{};
  Range replace{};

  void fields(auto& io) {
    io("newText", newText);
    io("insert", insert);
    io("replace", replace);
  }
};

struct CompletionItem {
  std::string label{};
  std::optional<CompletionItemLabelDetails> labelDetails{};
  std::optional<CompletionItemKind> kind{};
  std::optional<std::string> detail{};
  std::optional<MarkupContent> documentation{};
  std::optional<bool> preselect{};
  std::optional<std::string> sortText{};
  std::optional<std::string> filterText{};
  std::optional<std::string> insertText{};
  std::optional<InsertTextFormat> insertTextFormat{};
  std::optional<std::variant<TextEdit, InsertReplaceEdit>> textEdit{};
  std::optional<std::string> textEditText{};  // what an edit of the list's default range puts there
  std::optional<std::vector<TextEdit>> additionalTextEdits{};
  std::optional<std::vector<std::string>> commitCharacters{};
  std::optional<Command> command{};
  std::optional<RawJson> data{};

  void fields(auto& io) {
    io("label", label);
    io("labelDetails", labelDetails);
    io("kind", kind);
    io("detail", detail);
    io("documentation", documentation);
    io("preselect", preselect);
    io("sortText", sortText);
    io("filterText", filterText);
    io("insertText", insertText);
    io("insertTextFormat", insertTextFormat);
    io("textEdit", textEdit);
    io("textEditText", textEditText);
    io("additionalTextEdits", additionalTextEdits);
    io("commitCharacters", commitCharacters);
    io("command", command);
    io("data", data);
  }
};

// What an item that does not say so itself is like; only for a client that says itemDefaults.
struct CompletionItemDefaults {
  std::optional<Range> editRange{};

  void fields(auto& io) { io("editRange", editRange); }
};

struct CompletionList {
  bool isIncomplete = false;
  std::optional<CompletionItemDefaults> itemDefaults{};
  std::vector<CompletionItem> items{};

  void fields(auto& io) {
    io("isIncomplete", isIncomplete);
    io("itemDefaults", itemDefaults);
    io("items", items);
  }
};

struct Hover {
  MarkupContent contents{};
  std::optional<Range> range{};

  void fields(auto& io) {
    io("contents", contents);
    io("range", range);
  }
};

// Links only for a client that says linkSupport.
using DefinitionResult = std::variant<std::vector<Location>, std::vector<LocationLink>>;

struct ReferenceContext {
  bool includeDeclaration = false;

  void fields(auto& io) { io("includeDeclaration", includeDeclaration); }
};

struct ReferenceParams {
  TextDocumentIdentifier textDocument{};
  Position position{};
  ReferenceContext context{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("position", position);
    io.tolerant("context", context);
  }
};

enum class SymbolKind : int {
  kFile = 1,
  kModule = 2,
  kNamespace = 3,
  kPackage = 4,
  kClass = 5,
  kMethod = 6,
  kProperty = 7,
  kField = 8,
  kConstructor = 9,
  kEnum = 10,
  kInterface = 11,
  kFunction = 12,
  kVariable = 13,
  kConstant = 14,
  kString = 15,
  kNumber = 16,
  kBoolean = 17,
  kArray = 18,
  kObject = 19,
  kKey = 20,
  kNull = 21,
  kEnumMember = 22,
  kStruct = 23,
  kEvent = 24,
  kOperator = 25,
  kTypeParameter = 26,
};

struct DocumentSymbol {
  std::string name{};  // never empty: VS Code refuses the whole answer for one empty name
  std::optional<std::string> detail{};
  SymbolKind kind = SymbolKind::kString;
  Range range{};
  Range selectionRange{};
  std::optional<std::vector<DocumentSymbol>> children{};

  void fields(auto& io) {
    io("name", name);
    io("detail", detail);
    io("kind", kind);
    io("range", range);
    io("selectionRange", selectionRange);
    io("children", children);
  }
};

// The flat form, and what workspace/symbol answers.
struct SymbolInformation {
  std::string name{};
  SymbolKind kind = SymbolKind::kString;
  Location location{};
  std::optional<std::string> containerName{};

  void fields(auto& io) {
    io("name", name);
    io("kind", kind);
    io("location", location);
    io("containerName", containerName);
  }
};

// The tree only for a client that says hierarchicalDocumentSymbolSupport; LongJson: already
// written.
using DocumentSymbolResult =
    std::variant<std::vector<DocumentSymbol>, std::vector<SymbolInformation>, LongJson>;

struct WorkspaceSymbolParams {
  std::string query{};

  void fields(auto& io) { io("query", query); }
};

struct DocumentLink {
  Range range{};
  std::optional<std::string> target{};
  std::optional<std::string> tooltip{};

  void fields(auto& io) {
    io("range", range);
    io("target", target);
    io("tooltip", tooltip);
  }
};

}  // namespace protocol

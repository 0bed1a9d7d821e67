// The notifications that keep a document's text the same in the client and here. Values; any thread
// may hold them.
#pragma once

#include "protocol/types.h"

namespace protocol {

struct TextDocumentItem {
  DocumentUri uri{};
  std::string languageId{};
  std::int32_t version = 0;
  std::string text{};

  void fields(auto& io) {
    io("uri", uri);
    io.tolerant("languageId", languageId);
    io.tolerant("version", version);
    io("text", text);
  }
};

struct VersionedTextDocumentIdentifier {
  DocumentUri uri{};
  std::optional<std::int32_t> version{};  // some clients send null

  void fields(auto& io) {
    io("uri", uri);
    io.nullable("version", version);
  }
};

struct DidOpenTextDocumentParams {
  TextDocumentItem textDocument{};

  void fields(auto& io) { io("textDocument", textDocument); }
};

// Without a range the text is the whole document. The deprecated rangeLength is not read: the range
// says it all.
struct TextDocumentContentChangeEvent {
  std::optional<Range> range{};
  std::string text{};

  void fields(auto& io) {
    io("range", range);
    io("text", text);
  }
};

struct DidChangeTextDocumentParams {
  VersionedTextDocumentIdentifier textDocument{};
  std::vector<TextDocumentContentChangeEvent> contentChanges{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("contentChanges", contentChanges);
  }
};

struct DidSaveTextDocumentParams {
  TextDocumentIdentifier textDocument{};
  std::optional<std::string> text{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("text", text);
  }
};

using DidCloseTextDocumentParams = TextDocumentParams;

}  // namespace protocol

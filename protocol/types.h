// The LSP structs that the other ones are made of, in LSP's spelling. Values; any thread may hold
// them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/raw_json.h"

namespace protocol {

using DocumentUri = std::string;
using ProgressToken = std::variant<std::int32_t, std::string>;

// Counted from 0; `character` in units of the encoding that initialize agreed on.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  auto operator<=>(const Position&) const = default;
  void fields(auto& io) {
    io("line", line);
    io("character", character);
  }
};

struct Range {
  Position start{};
  Position end{};

  bool operator==(const Range&) const = default;
  void fields(auto& io) {
    io("start", start);
    io("end", end);
  }
};

struct Location {
  DocumentUri uri{};
  Range range{};

  bool operator==(const Location&) const = default;
  void fields(auto& io) {
    io("uri", uri);
    io("range", range);
  }
};

struct LocationLink {
  std::optional<Range> originSelectionRange{};
  DocumentUri targetUri{};
  Range targetRange{};
  Range targetSelectionRange{};

  void fields(auto& io) {
    io("originSelectionRange", originSelectionRange);
    io("targetUri", targetUri);
    io("targetRange", targetRange);
    io("targetSelectionRange", targetSelectionRange);
  }
};

struct TextEdit {
  Range range{};
  std::string newText{};

  void fields(auto& io) {
    io("range", range);
    io("newText", newText);
  }
};

struct Command {
  std::string title{};
  std::string command{};
  std::optional<std::vector<RawJson>> arguments{};

  void fields(auto& io) {
    io("title", title);
    io("command", command);
    io("arguments", arguments);
  }
};

struct MarkupContent {
  std::string kind = "markdown";  // or "plaintext"
  std::string value{};

  void fields(auto& io) {
    io("kind", kind);
    io("value", value);
  }
};

struct TextDocumentIdentifier {
  DocumentUri uri{};

  void fields(auto& io) { io("uri", uri); }
};

// The params of every request that asks about one place.
struct TextDocumentPositionParams {
  TextDocumentIdentifier textDocument{};
  Position position{};

  void fields(auto& io) {
    io("textDocument", textDocument);
    io("position", position);
  }
};

// The params of every request that asks about one whole document.
struct TextDocumentParams {
  TextDocumentIdentifier textDocument{};

  void fields(auto& io) { io("textDocument", textDocument); }
};

struct WorkspaceFolder {
  DocumentUri uri{};
  std::string name{};

  bool operator==(const WorkspaceFolder&) const = default;
  void fields(auto& io) {
    io("uri", uri);
    io.tolerant("name", name);
  }
};

// Of methods that take nothing, or nothing that anybody here reads.
struct NoParams {
  void fields(auto&) {}
};

}  // namespace protocol

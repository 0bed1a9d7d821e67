#include "convert.h"

#include <algorithm>
#include <utility>

#include "features/plain_text.h"

namespace server {
namespace {

using notes::NoteId;

void flatten(const View& view, NoteId note, const features::DocumentSymbol& symbol,
             const std::string& container, std::vector<protocol::SymbolInformation>& out) {
  out.push_back(
      {symbol.name, kind_of(symbol.kind), {view.uri(note), view.range(note, symbol.range)}, {}});
  if (!container.empty()) out.back().containerName = container;
  for (const features::DocumentSymbol& child : symbol.children)
    flatten(view, note, child, symbol.name, out);
}

}  // namespace

protocol::SymbolKind kind_of(features::SymbolKind kind) {
  return kind == features::SymbolKind::kEntry ? protocol::SymbolKind::kClass
                                              : protocol::SymbolKind::kString;
}

bool has(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

notes::Encoding choose_encoding(const protocol::ClientCapabilities& capabilities) {
  // The server's choice among what the client offers (LSP 3.17): bytes cost nothing to count here.
  const auto& offered = capabilities.general.positionEncodings;
  if (has(offered, "utf-8")) return notes::Encoding::kUtf8;
  if (has(offered, "utf-16") || !has(offered, "utf-32")) return notes::Encoding::kUtf16;
  return notes::Encoding::kUtf32;
}

std::string name_of(notes::Encoding encoding) {
  switch (encoding) {
    case notes::Encoding::kUtf8:
      return "utf-8";
    case notes::Encoding::kUtf16:
      return "utf-16";
    case notes::Encoding::kUtf32:
      return "utf-32";
  }
  return "utf-16";
}

uint32_t View::offset_of(NoteId id, protocol::Position position) const {
  return note(id).text().offset({position.line, position.character}, client->encoding);
}

protocol::Range View::range(NoteId id, notes::Range range) const {
  const auto [begin, end] = note(id).text().positions(range, client->encoding);
  return {{begin.line, begin.column}, {end.line, end.column}};
}

std::vector<TextChange> from_lsp(std::vector<protocol::TextDocumentContentChangeEvent> changes) {
  std::vector<TextChange> out;
  for (protocol::TextDocumentContentChangeEvent& change : changes) {
    out.push_back({{}, std::move(change.text)});
    if (!change.range) continue;
    const auto& [start, end] = *change.range;
    out.back().range = {{start.line, start.character}, {end.line, end.character}};
  }
  return out;
}

bool takes_markdown(const std::vector<std::string>& formats) {
  return formats.empty() || has(formats, "markdown");
}

protocol::MarkupContent markup(bool takes_markdown, const std::string& markdown) {
  if (takes_markdown) return {"markdown", markdown};
  return {"plaintext", features::plain_text(markdown)};
}

std::optional<protocol::Hover> to_lsp(const View& view, NoteId note,
                                      const std::optional<features::HoverCard>& card) {
  if (!card) return std::nullopt;
  const bool markdown = takes_markdown(view.client->capabilities.textDocument.hover.contentFormat);
  return protocol::Hover{markup(markdown, card->markdown), view.range(note, card->range)};
}

protocol::DefinitionResult to_lsp(const View& view, NoteId note,
                                  const std::optional<features::Definition>& definition) {
  const bool links = view.client->capabilities.textDocument.definition.linkSupport;
  std::vector<protocol::LocationLink> as_links;
  std::vector<protocol::Location> as_locations;
  if (definition) {
    for (const features::DefinitionTarget& target : definition->targets) {
      if (links)
        as_links.push_back({view.range(note, definition->origin), view.uri(target.note),
                            view.range(target.note, target.range),
                            view.range(target.note, target.selection)});
      else
        as_locations.push_back({view.uri(target.note), view.range(target.note, target.selection)});
    }
  }
  if (links) return as_links;
  return as_locations;
}

std::vector<protocol::SymbolInformation> flat_outline(const View& view, NoteId note) {
  std::vector<protocol::SymbolInformation> flat;
  for (const features::DocumentSymbol& symbol : features::document_symbols(*view.vault, note))
    flatten(view, note, symbol, "", flat);
  return flat;
}

std::vector<protocol::SymbolInformation> to_lsp(
    const View& view, const std::vector<features::WorkspaceSymbol>& symbols) {
  std::vector<protocol::SymbolInformation> out;
  for (const features::WorkspaceSymbol& symbol : symbols) {
    out.push_back({symbol.name,
                   protocol::SymbolKind::kClass,
                   {view.uri(symbol.spot.note), view.range(symbol.spot.note, symbol.spot.range)},
                   {}});
    if (!symbol.container.empty()) out.back().containerName = symbol.container;
  }
  return out;
}

std::vector<protocol::DocumentLink> to_lsp(const View& view, NoteId note,
                                           const std::vector<features::DocumentLink>& links) {
  std::vector<protocol::DocumentLink> out;
  for (const features::DocumentLink& link : links) {
    protocol::DocumentLink item{view.range(note, link.range), link.url, {}};
    if (link.target) {
      const protocol::Position start = view.range(link.target->note, link.target->range).start;
      // Editors take the line from the fragment, counted from 1.
      item.target = view.uri(link.target->note) + "#L" + std::to_string(start.line + 1);
    }
    if (view.client->capabilities.textDocument.documentLink.tooltipSupport && !link.tooltip.empty())
      item.tooltip = link.tooltip;
    out.push_back(std::move(item));
  }
  return out;
}

std::vector<protocol::Diagnostic> to_lsp(const View& view, NoteId note,
                                         const std::vector<features::Diagnostic>& diagnostics) {
  const bool related = view.client->capabilities.textDocument.publishDiagnostics.relatedInformation;
  std::vector<protocol::Diagnostic> out;
  for (const features::Diagnostic& diagnostic : diagnostics) {
    protocol::Diagnostic item;
    item.range = view.range(note, diagnostic.range);
    item.severity =
        static_cast<protocol::DiagnosticSeverity>(static_cast<int>(diagnostic.severity) + 1);
    item.code = diagnostic.code;
    item.source = "papernotes";
    item.message = diagnostic.message;
    if (related) {
      auto& places = item.relatedInformation.emplace();
      for (const features::RelatedPlace& place : diagnostic.related)
        places.push_back(
            {{view.uri(place.note), view.range(place.note, place.range)}, place.message});
    } else {
      for (const features::RelatedPlace& place : diagnostic.related)
        item.message += "\n" + place.message;
    }
    out.push_back(std::move(item));
  }
  return out;
}

std::vector<protocol::Diagnostic> to_lsp(const Client& client, const std::string& text,
                                         const std::vector<Trouble>& trouble) {
  const notes::Text lines(text);
  const auto position = [&](uint32_t offset) {
    const notes::Position at = lines.position(offset, client.encoding);
    return protocol::Position{at.line, at.column};
  };
  std::vector<protocol::Diagnostic> out;
  for (const Trouble& one : trouble) {
    const notes::Range line = lines.line(one.line);
    protocol::Diagnostic item;
    item.range = {position(line.begin), position(line.end)};
    item.severity = protocol::DiagnosticSeverity::kWarning;
    item.code = "settings";
    item.source = "papernotes";
    item.message = one.sentence;
    out.push_back(std::move(item));
  }
  return out;
}

}  // namespace server

// Answers that may be megabytes, for they name everything in a note or every use of a tag: written
// as JSON straight away, and never held as values of the protocol.
#include "convert.h"
#include "protocol/fields.h"

namespace server {
namespace {

using notes::NoteId;

void write(const View& view, NoteId note, const std::vector<features::DocumentSymbol>& tree,
           std::string& out) {
  const char* separator = "[";
  for (const features::DocumentSymbol& symbol : tree) {
    out += std::exchange(separator, ",");
    out += '{';
    protocol::Writer io(out);
    io("name", symbol.name);
    if (!symbol.detail.empty()) io("detail", symbol.detail);
    io("kind", kind_of(symbol.kind));
    io("range", view.range(note, symbol.range));
    io("selectionRange", view.range(note, symbol.selection));
    if (!symbol.children.empty()) {
      out += ",\"children\":";
      write(view, note, symbol.children, out);
    }
    out += '}';
  }
  out += tree.empty() ? "[]" : "]";
}

}  // namespace

protocol::RawJson written(const View& view, NoteId note,
                          const std::vector<features::DocumentSymbol>& tree) {
  protocol::RawJson out{{}};
  write(view, note, tree, out.text);
  return out;
}

protocol::RawJson to_lsp(const View& view, const std::vector<features::Spot>& spots) {
  protocol::RawJson out{"["};
  std::string opening;  // of a place in the note
  for (size_t i = 0; i < spots.size(); ++i) {
    if (i == 0 || spots[i].note != spots[i - 1].note)
      opening = "{\"uri\":" + protocol::to_text(view.uri(spots[i].note)) + ",\"range\":";
    if (i > 0) out.text += ',';
    out.text += opening;
    protocol::write_json(out.text, view.range(spots[i].note, spots[i].range));
    out.text += '}';
  }
  out.text += ']';
  return out;
}

}  // namespace server

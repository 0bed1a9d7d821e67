// Completions as the client sees them: no more is written than it needs, since a list is sent with
// every letter typed.
#include <cstdio>
#include <utility>

#include "convert.h"
#include "protocol/fields.h"

namespace server {
namespace {

using features::CompletionKind;
using notes::NoteId;

protocol::CompletionItemKind kind_of(CompletionKind kind) {
  switch (kind) {
    case CompletionKind::kTag:
      return protocol::CompletionItemKind::kKeyword;
    case CompletionKind::kNote:
      return protocol::CompletionItemKind::kFile;
    case CompletionKind::kEntry:
      return protocol::CompletionItemKind::kReference;
  }
  return protocol::CompletionItemKind::kText;
}

std::optional<CompletionKind> kind_of(const protocol::CompletionItem& item) {
  for (const CompletionKind kind :
       {CompletionKind::kTag, CompletionKind::kNote, CompletionKind::kEntry})
    if (item.kind == kind_of(kind)) return kind;
  return std::nullopt;
}

bool documents_in_markdown(const Client& client) {
  const auto& item = client.capabilities.textDocument.completion.completionItem;
  return takes_markdown(item.documentationFormat);
}

// An item's data: the note and the index of its entry.
protocol::RawJson data_of(notes::EntryId id) {
  return {'[' + std::to_string(id.note) + ',' + std::to_string(id.index) + ']'};
}

std::optional<notes::EntryId> entry_in(const std::optional<protocol::RawJson>& data) {
  if (!data) return std::nullopt;
  try {
    const auto numbers = protocol::from_text<std::vector<std::uint32_t>>(data->text);
    if (numbers.size() == 2) return notes::EntryId{numbers[0], numbers[1]};
  } catch (const protocol::Mismatch&) {
  }
  return std::nullopt;
}

}  // namespace

bool asks_for_documentation(const Client& client) {
  const auto& item = client.capabilities.textDocument.completion.completionItem;
  return has(item.resolveSupport.properties, "documentation");
}

protocol::CompletionList to_lsp(const View& view, NoteId note, features::Completions completions) {
  const auto& takes = view.client->capabilities.textDocument.completion;
  const bool markdown = documents_in_markdown(*view.client);
  protocol::CompletionList out{completions.incomplete, {}, {}};
  if (completions.items.empty()) return out;
  // All of them edit the same range.
  const notes::Range edit = completions.items.front().edit;
  const protocol::Range range = view.range(note, edit);
  const bool by_default = has(takes.completionList.itemDefaults, "editRange");
  if (by_default) out.itemDefaults.emplace().editRange = range;
  out.items.reserve(completions.items.size());
  for (features::Completion& completion : completions.items) {
    protocol::CompletionItem& item = out.items.emplace_back();
    item.kind = kind_of(completion.kind);
    item.detail = std::move(completion.detail);
    if (completion.entry) item.data = data_of(*completion.entry);
    if (!completion.documentation.empty())
      item.documentation = markup(markdown, completion.documentation);
    char rank[16];  // clients sort by this text; the order is ours
    std::snprintf(rank, sizeof rank, "%05zu", out.items.size() - 1);
    item.sortText = rank;
    // Where it is absent, the label is meant.
    if (completion.filter != completion.label) item.filterText = std::move(completion.filter);
    if (!by_default || completion.edit != edit)
      item.textEdit =
          protocol::TextEdit{view.range(note, completion.edit), std::move(completion.text)};
    else if (completion.text != completion.label)
      item.textEditText = std::move(completion.text);
    item.label = std::move(completion.label);
  }
  return out;
}

protocol::CompletionItem documented(const View& view, protocol::CompletionItem item) {
  const std::optional<CompletionKind> kind = kind_of(item);
  if (!kind || item.documentation) return item;
  const std::string markdown =
      features::document(*view.vault, *kind, item.label, entry_in(item.data));
  if (!markdown.empty()) item.documentation = markup(documents_in_markdown(*view.client), markdown);
  return item;
}

}  // namespace server

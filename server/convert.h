// Between the two worlds: the only file that names types of the notes and of the protocol. Offsets
// become positions in the client's encoding, notes become URIs in the client's spelling, and what
// the client cannot show is left out. Pure: any thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "features/actions.h"
#include "features/completion.h"
#include "features/definition.h"
#include "features/diagnostics.h"
#include "features/hover.h"
#include "features/links.h"
#include "features/symbols.h"
#include "features/tags.h"
#include "protocol/types_actions.h"
#include "protocol/types_diagnostics.h"
#include "protocol/types_init.h"
#include "protocol/types_language.h"
#include "protocol/types_text.h"
#include "settings.h"
#include "uris.h"

namespace server {

// What the client said it can take, and how it counts columns. The same for a whole session.
struct Client {
  protocol::ClientCapabilities capabilities;
  notes::Encoding encoding = notes::Encoding::kUtf16;
};

bool has(const std::vector<std::string>& list, std::string_view name);
// `markdown` as the client takes it: as it is, or as plain text.
bool takes_markdown(const std::vector<std::string>& formats);
protocol::MarkupContent markup(bool takes_markdown, const std::string& markdown);

notes::Encoding choose_encoding(const protocol::ClientCapabilities& capabilities);
std::string name_of(notes::Encoding encoding);

// One snapshot as the client sees it.
struct View {
  std::shared_ptr<const notes::Snapshot> vault;
  std::shared_ptr<const Uris> uris;
  std::shared_ptr<const Client> client;

  const notes::Note& note(notes::NoteId id) const { return *vault->note(id); }
  uint32_t offset_of(notes::NoteId id, protocol::Position position) const;
  protocol::Range range(notes::NoteId id, notes::Range range) const;
  std::string uri(notes::NoteId id) const { return uris->of(note(id).path()); }
};

// One step of an edit: a range of the text as it is before the step, or nothing for the whole text.
struct TextChange {
  std::optional<std::pair<notes::Position, notes::Position>> range;
  std::string text;
};
std::vector<TextChange> from_lsp(std::vector<protocol::TextDocumentContentChangeEvent> changes);

// Whether it asks for the documentation of an item only when it shows that.
bool asks_for_documentation(const Client& client);
protocol::CompletionList to_lsp(const View& view, notes::NoteId note,
                                features::Completions completions);
// An item that was offered, with its documentation.
protocol::CompletionItem documented(const View& view, protocol::CompletionItem item);
std::optional<protocol::Hover> to_lsp(const View& view, notes::NoteId note,
                                      const std::optional<features::HoverCard>& card);
protocol::DefinitionResult to_lsp(const View& view, notes::NoteId note,
                                  const std::optional<features::Definition>& definition);
protocol::LongJson to_lsp(const View& view, const std::vector<features::Spot>& spots);
// The outline, for clients that take no tree (Outliner).
std::vector<protocol::SymbolInformation> flat_outline(const View& view, notes::NoteId note);
protocol::SymbolKind kind_of(features::SymbolKind kind);
std::vector<protocol::SymbolInformation> to_lsp(
    const View& view, const std::vector<features::WorkspaceSymbol>& symbols);
std::vector<protocol::DocumentLink> to_lsp(const View& view, notes::NoteId note,
                                           const std::vector<features::DocumentLink>& links);
std::vector<protocol::Diagnostic> to_lsp(const View& view, notes::NoteId note,
                                         const std::vector<features::Diagnostic>& diagnostics);

// Commands that actions name and workspace/executeCommand carries out: show a place (URI, range);
// take a settings file as it now is (URI, text); have the client make an edit (edit, and for
// settings the same two again).
inline constexpr std::string_view kGoToCommand = "papernotes.goto";
inline constexpr std::string_view kSettingsCommand = "papernotes.settings";
inline constexpr std::string_view kApplyCommand = "papernotes.apply";

// What a request for actions knows besides the snapshot.
struct ActionsAsked {
  protocol::CodeActionContext context;
  std::string settings_path;            // of the root; empty where there is none
  std::optional<std::string> settings;  // its text; nothing where there is no such file
  std::map<std::string, int> versions;  // of the open documents, by path
};
bool wants_quick_fixes(const protocol::CodeActionContext& context);
protocol::CodeActions to_lsp(const View& view, notes::NoteId note,
                             const std::vector<features::Action>& actions,
                             const ActionsAsked& asked);

// What is wrong with a settings file, whose text that is.
std::vector<protocol::Diagnostic> to_lsp(const Client& client, const std::string& text,
                                         const std::vector<Trouble>& trouble);

}  // namespace server

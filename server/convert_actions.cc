// The part of convert.h that is about actions: changes become workspace edits of the kind that the
// client can take, and what it cannot take is not offered.
#include <algorithm>

#include "convert.h"
#include "protocol/fields.h"
#include "settings_edit.h"

namespace server {
namespace {

using notes::NoteId;
using protocol::RawJson;

constexpr const char* kAnnotation = "papernotes";

struct Can {
  bool literals = false;  // code actions, not only commands
  bool apply = false;     // edits that the server sends
  bool documents = false;
  bool create = false;
  bool remove = false;
  bool annotate = false;
  bool show = false;
};

Can abilities(const protocol::ClientCapabilities& client) {
  const auto& edit = client.workspace.workspaceEdit;
  const auto resource = [&](std::string_view name) {
    return edit.documentChanges &&
           std::find(edit.resourceOperations.begin(), edit.resourceOperations.end(), name) !=
               edit.resourceOperations.end();
  };
  Can can;
  can.literals = client.textDocument.codeAction.codeActionLiteralSupport.has_value();
  can.apply = client.workspace.applyEdit;
  can.documents = edit.documentChanges;
  can.create = resource("create");
  can.remove = resource("delete");
  can.annotate = edit.documentChanges && edit.changeAnnotationSupport.has_value();
  can.show = client.window.showDocument.support;
  return can;
}

RawJson raw(const auto& value) { return {protocol::to_text(value)}; }

class EditBuilder {
 public:
  EditBuilder(const View& view, const Can& can, const ActionsAsked& asked)
      : view_(view), can_(can), asked_(asked) {}

  void add(const features::Change& change, bool ask_first) {
    if (ask_first && can_.annotate) annotation_ = kAnnotation;
    for (const features::Edit& edit : change.edits)
      put(view_.note(edit.note).path(), view_.range(edit.note, edit.range), edit.text);
    for (const NoteId note : change.deleted) {
      if (can_.remove) {
        protocol::DeleteFile gone;
        gone.uri = view_.uri(note);
        gone.annotationId = annotation_;
        deleted_.push_back(std::move(gone));
      } else {
        put(view_.note(note).path(), view_.range(note, {0, view_.note(note).text().size()}), "");
      }
    }
  }

  // False where the client cannot make the file that is not there.
  bool add(const SettingsEdit& edit) {
    if (!asked_.settings) {
      if (!can_.create) return false;
      created_ = protocol::CreateFile{"create", view_.uris->of(asked_.settings_path), {}};
    }
    const notes::Text text(asked_.settings.value_or(""));
    const auto position = [&](uint32_t offset) {
      const notes::Position at = text.position(offset, view_.client->encoding);
      return protocol::Position{at.line, at.column};
    };
    put(asked_.settings_path, {position(edit.range.begin), position(edit.range.end)}, edit.with);
    return true;
  }

  protocol::WorkspaceEdit build(const std::string& label, const std::string& description) {
    protocol::WorkspaceEdit out;
    if (!can_.documents) {
      auto& changes = out.changes.emplace();
      for (auto& [path, edits] : edits_)
        for (protocol::AnnotatedTextEdit& edit : edits)
          changes[view_.uris->of(path)].push_back({edit.range, std::move(edit.newText)});
      return out;
    }
    auto& changes = out.documentChanges.emplace();
    if (created_) changes.push_back(*created_);
    for (auto& [path, edits] : edits_) {
      protocol::TextDocumentEdit document;
      document.textDocument.uri = view_.uris->of(path);
      if (const auto open = asked_.versions.find(path); open != asked_.versions.end())
        document.textDocument.version = open->second;
      document.edits = std::move(edits);
      changes.push_back(std::move(document));
    }
    for (protocol::DeleteFile& gone : deleted_) changes.push_back(std::move(gone));
    if (annotation_) {
      protocol::ChangeAnnotation annotation{label, true, {}};
      if (!description.empty()) annotation.description = description;
      out.changeAnnotations.emplace()[kAnnotation] = std::move(annotation);
    }
    return out;
  }

 private:
  void put(const std::string& path, protocol::Range range, std::string text) {
    edits_[path].push_back({range, std::move(text), annotation_});
  }

  const View& view_;
  const Can& can_;
  const ActionsAsked& asked_;
  std::optional<std::string> annotation_;
  std::optional<protocol::CreateFile> created_;
  std::map<std::string, std::vector<protocol::AnnotatedTextEdit>> edits_;  // by path
  std::vector<protocol::DeleteFile> deleted_;
};

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += (out.empty() ? "" : " ") + sentence;
  return out;
}

}  // namespace

bool wants_quick_fixes(const protocol::CodeActionContext& context) {
  return !context.only ||
         std::any_of(context.only->begin(), context.only->end(), [](const std::string& kind) {
           return kind.empty() || kind == protocol::code_action_kinds::kQuickFix;
         });
}

protocol::CodeActions to_lsp(const View& view, NoteId note,
                             const std::vector<features::Action>& actions,
                             const ActionsAsked& asked) {
  const Can can = abilities(view.client->capabilities);
  protocol::CodeActions out;
  for (const features::Action& action : actions) {
    protocol::CodeAction item;
    item.title = action.title;
    item.kind = protocol::code_action_kinds::kQuickFix;
    EditBuilder edit(view, can, asked);
    const std::string warnings = joined(action.change.warnings);
    if (!warnings.empty()) item.title += " (" + warnings.substr(0, warnings.size() - 1) + ")";
    if (action.kind == features::ActionKind::kGoTo) {
      if (!can.show) continue;
      const auto& entry = view.vault->entry(action.other);
      item.command = protocol::Command{
          item.title, std::string(kGoToCommand),
          std::vector<RawJson>{raw(view.uri(action.other.note)),
                               raw(view.range(action.other.note, entry.at(entry->title_range)))}};
    } else {
      edit.add(action.change, action.kind == features::ActionKind::kMerge);
      if (action.kind != features::ActionKind::kMerge) {
        if (asked.settings_path.empty()) continue;
        const auto settings = declare_different(asked.settings.value_or(""), action.names);
        if (!settings || !edit.add(*settings)) continue;
        // What it says holds at once, whether or not the editor tells of the file.
        item.command = protocol::Command{
            item.title, std::string(kSettingsCommand),
            std::vector<RawJson>{raw(view.uris->of(asked.settings_path)), raw(settings->text)}};
      }
      item.edit = edit.build(item.title, warnings);
    }
    if (!can.literals) {
      if (!item.edit) {
        out.push_back(*item.command);
      } else if (can.apply) {
        protocol::Command command{item.title, std::string(kApplyCommand),
                                  std::vector<RawJson>{raw(*item.edit)}};
        if (item.command)
          for (const RawJson& argument : *item.command->arguments)
            command.arguments->push_back(argument);
        out.push_back(std::move(command));
      }
      continue;
    }
    const protocol::Range about = view.range(note, action.about);
    for (const protocol::Diagnostic& diagnostic : asked.context.diagnostics) {
      const auto* code = diagnostic.code ? std::get_if<std::string>(&*diagnostic.code) : nullptr;
      if (code && *code == action.code && diagnostic.range == about) {
        if (!item.diagnostics) item.diagnostics.emplace();
        item.diagnostics->push_back(diagnostic);
      }
    }
    out.push_back(std::move(item));
  }
  return out;
}

}  // namespace server

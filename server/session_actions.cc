// The session's part that offers actions and carries out their commands.
#include <algorithm>

#include "session.h"

namespace server {

namespace methods = protocol::methods;

void Session::bind_actions() {
  router().on_request<methods::CodeAction>([this](protocol::CodeActionParams params, auto reply) {
    if (!wants_quick_fixes(params.context)) return reply({});
    ActionsAsked asked;
    const std::string path = Uris::path_of(params.textDocument.uri);
    if (const auto root = documents_.view().vault->root_of(path)) {
      asked.settings_path = settings_path(std::string(*root));
      const auto file = settings_files_.find(std::string(*root));
      if (file != settings_files_.end()) asked.settings = file->second;
    }
    asked.versions = documents_.versions();
    asked.context = std::move(params.context);
    ask(methods::CodeAction::name, params.textDocument.uri, nullptr, std::move(reply),
        [asked = std::move(asked), range = params.range](const Asked& a) {
          const uint32_t begin = a.view.offset_of(a.note, range.start);
          const uint32_t end = a.view.offset_of(a.note, range.end);
          return to_lsp(a.view, a.note,
                        features::actions(a.vault(), a.note, {begin, std::max(begin, end)}), asked);
        });
  });
  router().on_request<methods::ExecuteCommand>(
      [this](const protocol::ExecuteCommandParams& params, auto reply) {
        const auto arguments = params.arguments.value_or(std::vector<protocol::RawJson>{});
        const std::string trouble = execute(params.command, arguments);
        if (!trouble.empty()) return reply.fail(protocol::ErrorCode::kInvalidParams, trouble);
        reply(nullptr);
      });
}

std::string Session::execute(const std::string& command,
                             const std::vector<protocol::RawJson>& arguments) {
  try {
    const auto text = [&](size_t i) {
      return protocol::from_text<std::string>(arguments.at(i).text);
    };
    if (command == kGoToCommand) {
      protocol::ShowDocumentParams show;
      show.uri = text(0);
      show.takeFocus = true;
      show.selection = protocol::from_text<protocol::Range>(arguments.at(1).text);
      peer_->request<methods::ShowDocument>(show, {});
    } else if (command == kSettingsCommand) {
      take_settings(text(0), text(1));
    } else if (command == kApplyCommand) {
      protocol::ApplyWorkspaceEditParams apply;
      apply.edit = arguments.at(0);
      std::function<void()> then;
      if (arguments.size() > 2)
        then = [this, uri = text(1), settings = text(2)] { take_settings(uri, settings); };
      peer_->request<methods::ApplyEdit>(
          apply, [weak = weak_from_this(), then = std::move(then)](const auto& outcome) {
            const auto* result = std::get_if<protocol::ApplyWorkspaceEditResult>(&outcome);
            if (weak.lock() && then && result && result->applied) then();
          });
    } else {
      return "there is no command " + command;
    }
    return "";
  } catch (const std::exception& error) {
    return command + ": " + error.what();
  }
}

// What a settings file is to say as the client has it, saved or not, until disk says something new.
void Session::take_settings(const std::string& uri, const std::string& text) {
  const std::string path = Uris::path_of(uri);
  for (const std::string& root : documents_.roots()) {
    if (settings_path(root) != path) continue;
    unsaved_settings_[root] = {text, disk_->read(path).value_or("")};
    read_settings_files();
    if (apply_settings()) load();
  }
}

}  // namespace server

// Which feature answers which method. A method is named here once; that it is advertised follows
// from that.
#include "features/completion.h"
#include "features/definition.h"
#include "features/hover.h"
#include "features/links.h"
#include "features/references.h"
#include "features/symbols.h"
#include "session.h"

namespace server {
namespace {

namespace methods = protocol::methods;

// A method about a place in a document.
template <class Method, class F>
void bind_place(Session& session, F feature) {
  session.router().on_request<Method>(
      [&session, feature](typename Method::Params params,
                          protocol::Reply<typename Method::Result> reply) {
        session.ask(Method::name, params.textDocument.uri, &params.position, std::move(reply),
                    [params, feature](const Asked& asked) {
                      return typename Method::Result(feature(asked, params));
                    });
      });
}

// A method about a whole document.
template <class Method, class F>
void bind_document(Session& session, F feature) {
  session.router().on_request<Method>([&session, feature](
                                          typename Method::Params params,
                                          protocol::Reply<typename Method::Result> reply) {
    session.ask(Method::name, params.textDocument.uri, nullptr, std::move(reply),
                [feature](const Asked& asked) { return typename Method::Result(feature(asked)); });
  });
}

}  // namespace

void bind_features(Session& session) {
  bind_place<methods::Completion>(session, [](const Asked& a, const auto&) {
    return to_lsp(a.view, a.note,
                  features::complete(a.vault(), a.place,
                                     {static_cast<size_t>(a.completion_limit),
                                      !asks_for_documentation(*a.view.client)}));
  });
  session.router().on_request<methods::CompletionResolve>([&session](protocol::CompletionItem item,
                                                                     auto reply) {
    session.ask_all(methods::CompletionResolve::name, std::move(reply),
                    [item = std::move(item)](const View& view) { return documented(view, item); });
  });
  bind_place<methods::Hover>(session, [](const Asked& a, const auto&) {
    return to_lsp(a.view, a.note, features::hover(a.vault(), a.place));
  });
  bind_place<methods::Definition>(session, [](const Asked& a, const auto&) {
    return to_lsp(a.view, a.note, features::definition(a.vault(), a.place));
  });
  bind_place<methods::References>(
      session, [](const Asked& a, const protocol::ReferenceParams& params) {
        return to_lsp(a.view,
                      features::references(a.vault(), a.place, params.context.includeDeclaration));
      });
  session.router().on_request<methods::DocumentSymbol>(
      [&session](methods::DocumentSymbol::Params params, auto reply) {
        const std::string& uri = params.textDocument.uri;
        session.ask(methods::DocumentSymbol::name, uri, nullptr, std::move(reply),
                    [outliner = session.outliner_of(uri)](const Asked& a) {
                      return outliner->write(a.view, a.note);
                    });
      });
  bind_document<methods::DocumentLink>(session, [](const Asked& a) {
    return to_lsp(a.view, a.note, features::document_links(a.vault(), a.note));
  });
  session.router().on_request<methods::WorkspaceSymbol>(
      [&session](protocol::WorkspaceSymbolParams params, auto reply) {
        session.ask_all(
            methods::WorkspaceSymbol::name, std::move(reply), [params](const View& view) {
              return to_lsp(view, features::workspace_symbols(*view.vault, params.query));
            });
      });
}

}  // namespace server

#include <gtest/gtest.h>

#include "protocol/fields.h"
#include "protocol/json_text.h"
#include "protocol/methods.h"

namespace protocol {
namespace {

// What keeps `text` from being a T.
template <class T>
std::string trouble_with(std::string_view text) {
  try {
    from_text<T>(text);
    return "";
  } catch (const Mismatch& mismatch) {
    return mismatch.what();
  }
}

// The order of members says nothing.
std::string in_order(std::string_view text) { return dump(Json::parse(text)); }

// `text` read as a T and written again.
template <class T>
void check_round_trip(std::string_view text) {
  EXPECT_EQ(in_order(to_text(from_text<T>(text))), in_order(text));
}

TEST(Types, KeepMissingValuesAbsent) {
  EXPECT_EQ(to_text(CompletionItem{.label = "x"}), R"({"label":"x"})");
  EXPECT_EQ(to_text(ServerCapabilities{}), "{}");
  EXPECT_EQ(to_text(std::optional<Hover>()), "null");
  EXPECT_EQ(in_order(to_text(PublishDiagnosticsParams{.uri = "u"})),
            R"({"diagnostics":[],"uri":"u"})");
}

TEST(Types, WriteNullWhereTheProtocolWantsIt) {
  EXPECT_EQ(
      in_order(to_text(WorkspaceUnchangedDocumentDiagnosticReport{.uri = "u", .resultId = "1"})),
      R"({"kind":"unchanged","resultId":"1","uri":"u","version":null})");
}

TEST(Types, SpellCompletionAsTheProtocolDoes) {
  check_round_trip<CompletionList>(R"({"isIncomplete":true,
      "itemDefaults":{"editRange":{"start":{"line":1,"character":2},
                                   "end":{"line":1,"character":3}}},
      "items":[{"label":"x","insertText":"i","textEditText":"t"},{"label":"#Survey","labelDetails":{"description":"12"},"kind":14,"detail":"d",
      "documentation":{"kind":"markdown","value":"**v**"},"preselect":true,"sortText":"0",
      "filterText":"f","insertTextFormat":1,"commitCharacters":[","],"data":{"n":[1,null]},
      "command":{"title":"t","command":"c","arguments":[1,"x"]},
      "additionalTextEdits":[],
      "textEdit":{"newText":"n","range":{"start":{"line":1,"character":2},
                                         "end":{"line":1,"character":3}}}}]})");
  check_round_trip<InsertReplaceEdit>(R"({"newText":"n",
      "insert":{"start":{"line":1,"character":2},"end":{"line":1,"character":3}},
      "replace":{"start":{"line":1,"character":2},"end":{"line":1,"character":9}}})");
}

TEST(Types, SpellDiagnosticsAsTheProtocolDoes) {
  check_round_trip<DocumentDiagnosticReport>(R"({"kind":"full","resultId":"7","items":[{
      "range":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}},"severity":2,
      "code":"same-work","codeDescription":{"href":"https://x"},"source":"s","message":"m",
      "tags":[1],"data":{},"relatedInformation":[{"message":"also here","location":{"uri":"u",
      "range":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}}}}]}]})");
}

TEST(Types, SpellWorkspaceEditsAsTheProtocolDoes) {
  WorkspaceEdit edit;
  edit.documentChanges.emplace().push_back(CreateFile{"create", "file:///a", {}});
  TextDocumentEdit document{{"file:///a", std::nullopt}, {}};
  document.edits.push_back({{{0, 0}, {0, 0}}, "x", "ask"});
  edit.documentChanges->push_back(document);
  edit.documentChanges->push_back(DeleteFile{"delete", "file:///b", {}});
  edit.changeAnnotations.emplace()["ask"] = {"Merge", true, {}};
  const Json json = Json::parse(to_text(edit));
  EXPECT_FALSE(json.contains("changes"));
  EXPECT_EQ(json["documentChanges"][0]["options"]["ignoreIfExists"], true);
  EXPECT_TRUE(json["documentChanges"][1]["textDocument"]["version"].is_null());
  EXPECT_EQ(json["documentChanges"][1]["edits"][0]["annotationId"], "ask");
  EXPECT_EQ(json["documentChanges"][2]["kind"], "delete");
  EXPECT_EQ(json["changeAnnotations"]["ask"]["needsConfirmation"], true);
}

TEST(Types, SpellSymbolsAsTheProtocolDoes) {
  check_round_trip<std::vector<DocumentSymbol>>(R"([{"name":"n","detail":"d","kind":15,
      "range":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}},
      "selectionRange":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}},
      "children":[]}])");
}

TEST(Types, ReadInitializeOfAFullClient) {
  const auto params = from_text<InitializeParams>(R"({"processId":42,"rootUri":"file:///v",
      "clientInfo":{"name":"Code"},"trace":"verbose","workDoneToken":"w",
      "initializationOptions":{"a":[1]},"workspaceFolders":[{"uri":"file:///v","name":"v"}],
      "capabilities":{"general":{"positionEncodings":["utf-8","utf-16"]},
        "window":{"workDoneProgress":true},
        "workspace":{"configuration":true,"diagnostics":{"refreshSupport":true},
                     "didChangeWatchedFiles":{"dynamicRegistration":true}},
        "textDocument":{"definition":{"linkSupport":true},"diagnostic":{},
          "completion":{"completionItem":{"insertReplaceSupport":true}}}}})");
  EXPECT_EQ(params.processId, 42);
  EXPECT_EQ(params.rootUri, "file:///v");
  EXPECT_EQ(params.clientInfo->name, "Code");
  EXPECT_EQ(params.trace, "verbose");
  EXPECT_EQ(params.initializationOptions->text, R"({"a":[1]})");
  EXPECT_EQ(params.workspaceFolders->at(0), (WorkspaceFolder{"file:///v", "v"}));
  EXPECT_EQ(params.workDoneToken, ProgressToken("w"));
  const ClientCapabilities& client = params.capabilities;
  EXPECT_EQ(client.general.positionEncodings, (std::vector<std::string>{"utf-8", "utf-16"}));
  EXPECT_TRUE(client.window.workDoneProgress);
  EXPECT_TRUE(client.workspace.configuration);
  EXPECT_TRUE(client.workspace.diagnostics.refreshSupport);
  EXPECT_TRUE(client.workspace.didChangeWatchedFiles.dynamicRegistration);
  EXPECT_TRUE(client.textDocument.definition.linkSupport);
  EXPECT_TRUE(client.textDocument.diagnostic.has_value());
  EXPECT_TRUE(client.textDocument.completion.completionItem.insertReplaceSupport);
  EXPECT_FALSE(client.textDocument.documentSymbol.hierarchicalDocumentSymbolSupport);
}

TEST(Types, ServeAClientThatSaysOddThingsOfItself) {
  const auto params = from_text<InitializeParams>(R"({"processId":null,"rootUri":null,
      "rootPath":null,"trace":7,"clientInfo":"x","workspaceFolders":null,
      "capabilities":{"workspace":[],"window":null,"general":{"positionEncodings":"utf-8"},
        "textDocument":{"definition":{"linkSupport":1},"hover":7,
                        "documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}})");
  EXPECT_EQ(params.processId, std::nullopt);
  EXPECT_EQ(params.trace, "off");
  EXPECT_FALSE(params.capabilities.textDocument.definition.linkSupport);
  EXPECT_TRUE(params.capabilities.textDocument.documentSymbol.hierarchicalDocumentSymbolSupport);
  EXPECT_EQ(trouble_with<InitializeParams>("{}"), "");
  EXPECT_EQ(trouble_with<InitializeParams>(R"({"capabilities":[]})"), "");
}

TEST(Types, SayWhereParamsAreWrong) {
  const auto at = [](std::string_view position) {
    return trouble_with<TextDocumentPositionParams>(R"({"textDocument":{"uri":"u"},"position":)" +
                                                    std::string(position) + "}");
  };
  EXPECT_EQ(at(R"({"line":1,"character":2})"), "");
  EXPECT_EQ(at(R"({"line":1})"), "position.character: missing");
  EXPECT_EQ(at(R"({"line":"1","character":2})"),
            "position.line: expected an unsigned integer, got string");
  EXPECT_EQ(at(R"({"line":-1,"character":2})"),
            "position.line: expected an unsigned integer, got -1");
  EXPECT_EQ(at(R"({"line":1.5,"character":2})"),
            "position.line: expected an unsigned integer, got number");
  EXPECT_EQ(at("7"), "position: expected an object, got number");
  EXPECT_EQ(at("null"), "position.line: missing");
  EXPECT_EQ(trouble_with<TextDocumentPositionParams>("null"), "textDocument: missing");
  EXPECT_EQ(trouble_with<DidChangeTextDocumentParams>(
                R"({"textDocument":{"uri":"u","version":1},"contentChanges":[{"text":""},{}]})"),
            "contentChanges[1].text: missing");
}

TEST(Types, ClampIntegersThatClientsSendTooLarge) {
  const auto line = [](std::string_view text) {
    return from_text<Position>(R"({"character":0,"line":)" + std::string(text) + "}").line;
  };
  EXPECT_EQ(line("9007199254740991"), 2147483647U);
  EXPECT_EQ(line("18446744073709551615"), 2147483647U);
  EXPECT_EQ(line("1e300"), 2147483647U);
  EXPECT_EQ(line("3.0"), 3U);
}

TEST(Types, ReadChangesWithAndWithoutRange) {
  const auto params = from_text<DidChangeTextDocumentParams>(R"({
      "textDocument":{"uri":"u","version":null},"contentChanges":[{"text":"all"},
      {"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":2}},"rangeLength":1,
       "text":"x"}]})");
  EXPECT_EQ(params.textDocument.version, std::nullopt);
  EXPECT_EQ(params.contentChanges[0].range, std::nullopt);
  EXPECT_EQ(params.contentChanges[1].range, (Range{{0, 1}, {0, 2}}));
}

TEST(Types, KeepUnreadJsonAsItIs) {
  check_round_trip<DidChangeConfigurationParams>(R"({"settings":{"a":[1,{"b":null}]}})");
  EXPECT_EQ(from_text<DidChangeConfigurationParams>("{}").settings.text, "null");
  EXPECT_EQ(to_text(from_text<std::vector<RawJson>>(R"([null,{"x":1}])")), R"([null,{"x":1}])");
}

TEST(Types, AdvertiseWhatMethodsPromise) {
  ServerCapabilities server;
  methods::DidOpen::advertise(server);
  methods::DidChange::advertise(server);
  methods::WorkspaceDiagnostic::advertise(server);
  methods::DidChangeWorkspaceFolders::advertise(server);
  EXPECT_EQ(in_order(to_text(server)),
            R"({"diagnosticProvider":{"interFileDependencies":true,"workspaceDiagnostics":true},)"
            R"("textDocumentSync":{"change":2,"openClose":true},)"
            R"("workspace":{"workspaceFolders":{"changeNotifications":true,"supported":true}}})");
}

}  // namespace
}  // namespace protocol

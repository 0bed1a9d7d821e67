#include <gtest/gtest.h>

#include "session_client.h"

namespace {

using testing_session::Client;
using testing_session::Json;

const std::map<std::string, std::string> kVault{
    {"/vault/a.md",
     "## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09\n"
     "#Architecture #Selected Papers/Blogs\nSeveral streams.\n\n"
     "## [Paper Note] Sparse Hyper-Graphs, Mia Koch+, ICML'24\n#Architecture\n"}};
constexpr const char* kDraft = "file:///vault/draft.md";

Json capabilities(Json properties, Json defaults) {
  return {{"textDocument",
           {{"completion",
             {{"completionItem", {{"resolveSupport", {{"properties", std::move(properties)}}}}},
              {"completionList", {{"itemDefaults", std::move(defaults)}}}}}}}};
}

Json completed(Client& client, const std::string& typed) {
  client.open(kDraft, typed);
  return client.call("textDocument/completion",
                     {{"textDocument", {{"uri", kDraft}}},
                      {"position", {{"line", 0}, {"character", typed.size()}}}});
}

TEST(SessionCompletion, DocumentsAnItemWhenItIsShown) {
  Client client(kVault);
  const Json can = client.start(capabilities({"documentation"}, Json::array()))["capabilities"];
  EXPECT_EQ(can["completionProvider"]["resolveProvider"], true);
  Json item = completed(client, "#Archi")["items"][0];
  EXPECT_FALSE(item.contains("documentation"));
  const Json shown = client.call("completionItem/resolve", item);
  EXPECT_EQ(shown["documentation"]["value"], "Goes with #Selected Papers/Blogs (1)");
  for (const auto& [name, value] : item.items()) EXPECT_EQ(shown[name], value) << name;
}

TEST(SessionCompletion, DocumentsAnEntryThatHasMovedMeanwhile) {
  Client client(kVault);
  client.start(capabilities({"documentation"}, Json::array()));
  const Json item = completed(client, "[[Sparse")["items"][0];
  EXPECT_EQ(item["label"], "Sparse Hyper-Graphs");
  EXPECT_FALSE(item.contains("documentation"));
  client.open("file:///vault/a.md", "## [Paper Note] First of All, Ann Lee+, ACL'24\n#NLP\n\n" +
                                        kVault.at("/vault/a.md"));
  const Json card = client.call("completionItem/resolve", item)["documentation"]["value"];
  EXPECT_NE(card.get<std::string>().find("Mia Koch"), std::string::npos) << card;
}

TEST(SessionCompletion, KnowsNothingOfAnItemThatIsGoneOrNobodyOffered) {
  Client client(kVault);
  client.start(capabilities({"documentation"}, Json::array()));
  for (const Json& data : {Json(), Json({0, 99}), Json({99, 0}), Json({-1, 0}), Json::array({0}),
                           Json("x"), Json({"a", 1})}) {
    const Json item{{"label", "No Such Paper"}, {"kind", 18}, {"data", data}};
    const Json shown = client.call("completionItem/resolve", item);
    EXPECT_EQ(shown["label"], "No Such Paper") << data;
    EXPECT_FALSE(shown.contains("documentation")) << data;
  }
  EXPECT_EQ(client.call("completionItem/resolve", {{"label", "x"}}), Json({{"label", "x"}}));
}

TEST(SessionCompletion, DocumentsAtOnceForWhoWillNotAsk) {
  Client client(kVault);
  client.start();
  EXPECT_EQ(completed(client, "#Archi")["items"][0]["documentation"]["value"],
            "Goes with #Selected Papers/Blogs (1)");
}

TEST(SessionCompletion, SaysOnceWhatAllItemsShareToWhoTakesThat) {
  for (const bool takes : {true, false}) {
    Client client(kVault);
    client.start(capabilities(Json::array(), takes ? Json({"editRange"}) : Json::array()));
    const Json list = completed(client, "#Archi");
    const Json item = list["items"][0];
    const Json range{{"start", {{"line", 0}, {"character", 0}}},
                     {"end", {{"line", 0}, {"character", 6}}}};
    EXPECT_EQ(item["label"], "#Architecture");
    EXPECT_FALSE(item.contains("filterText"));  // the label is what is filtered by
    if (takes) {
      EXPECT_EQ(list["itemDefaults"]["editRange"], range);
      EXPECT_FALSE(item.contains("textEdit"));
    } else {
      EXPECT_FALSE(list.contains("itemDefaults"));
      EXPECT_EQ(item["textEdit"], Json({{"newText", "#Architecture"}, {"range", range}}));
    }
    const Json link = completed(client, "[[Sparse")["items"][0];
    EXPECT_EQ(takes ? link["textEditText"] : link["textEdit"]["newText"],
              "a#Sparse Hyper-Graphs]]");
  }
}

}  // namespace

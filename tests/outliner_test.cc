#include "outliner.h"

#include <gtest/gtest.h>

#include <random>

#include "documents.h"
#include "protocol/json_text.h"

namespace server {
namespace {

using protocol::Json;

constexpr const char* kUri = "file:///v/a.md";

Json position(const View& view, uint32_t offset) {
  const notes::Position at = view.note(0).text().position(offset, view.client->encoding);
  return {{"line", at.line}, {"character", at.column}};
}

Json range(const View& view, notes::Range range) {
  return {{"start", position(view, range.begin)}, {"end", position(view, range.end)}};
}

// As the protocol says it, one symbol after the other.
Json tree(const View& view, const std::vector<features::DocumentSymbol>& symbols) {
  Json out = Json::array();
  for (const features::DocumentSymbol& symbol : symbols) {
    Json one = {{"name", symbol.name},
                {"kind", static_cast<int>(kind_of(symbol.kind))},
                {"range", range(view, symbol.range)},
                {"selectionRange", range(view, symbol.selection)}};
    if (!symbol.detail.empty()) one["detail"] = symbol.detail;
    if (!symbol.children.empty()) one["children"] = tree(view, symbol.children);
    out.push_back(std::move(one));
  }
  return out;
}

std::string written(Documents& documents) {
  const auto outline = documents.outliner_of(kUri)->write(documents.view(), 0);
  return std::get<protocol::LongJson>(outline).text.str();
}

void check(Documents& documents) {
  const View view = documents.view();
  EXPECT_EQ(Json::parse(written(documents)),
            tree(view, features::document_symbols(*view.vault, 0)));
}

Documents opened(const std::string& text, std::vector<std::string> encodings = {}) {
  Documents out;
  auto client = std::make_shared<Client>();
  client->capabilities.textDocument.documentSymbol.hierarchicalDocumentSymbolSupport = true;
  client->capabilities.general.positionEncodings = std::move(encodings);
  client->encoding = choose_encoding(client->capabilities);
  out.set_client(client);
  out.open(kUri, 1, text);
  return out;
}

constexpr const char* kParts[] = {
    "# Part\n\n",
    "## [Paper Note] Wide 🦙 \"Streams\", Ann Lee+, ACL'20\n#NLP\nSaid of it.\n\n",
    "### Method\n\ntext\n   \n\n",
    "#### 手法\n",
    ("[Paper Note] A Page of One, Bo Chen+, ICLR'21\nPaper/Blog Link My Issue\n#NLP Issue Date: "
     "2021-01-01 Comment\n# Its own heading\n\n"),
    "- [Paper Note] 翻訳の研究, Ken Ito+, EMNLP'22\n  - a word on it\n",
    "text alone\n\n\n",
    "\t\n",
};

std::string some(std::mt19937& random, size_t parts) {
  std::string out;
  for (size_t i = 0; i < parts; ++i) out += kParts[random() % std::size(kParts)];
  return out;
}

TEST(Outliner, IsTheTreeAfterEveryEdit) {
  for (const std::vector<std::string>& encodings :
       {std::vector<std::string>{"utf-8"}, std::vector<std::string>{"utf-16"}}) {
    std::mt19937 random(7);
    Documents documents = opened(some(random, 300), encodings);
    ASSERT_GT(documents.view().note(0).chunks().size(), 4U);
    check(documents);
    for (int i = 0; i < 60; ++i) {
      const uint32_t lines = documents.view().note(0).text().line_count();
      const auto line = static_cast<uint32_t>(random() % lines);
      const uint32_t taken = random() % 3 == 0 ? static_cast<uint32_t>(random() % 12) : 0;
      Documents::Touched touched;
      documents.change(kUri, 2 + i,
                       {{{{{line, 0}, {line + taken, 0}}}, some(random, random() % 3)}}, touched);
      check(documents);
    }
  }
}

TEST(Outliner, SaysWhatDependsOnTheWholeNote) {
  for (const char* text : {"", "\n", "text\n", "# One", "---\ntitle: The Whole\n---\n# Part\n",
                           "---\ntags: [a]\n---\n## [Paper Note] In It, Ann Lee+, ACL'20\n"}) {
    Documents documents = opened(text);
    check(documents);
  }
}

// Rows of papers at one level, which are written as one, with what is not around them.
TEST(Outliner, WritesRowsOfPapers) {
  std::mt19937 random(5);
  std::string text = "# All\n\n";
  for (int i = 0; i < 400; ++i) {
    text += "## [Paper Note] Paper " + std::to_string(i) + ", Ann Lee+, ACL'20\nwords\n\n";
    if (i % 90 == 0) text += "### Method\n\n";
  }
  Documents documents = opened(text);
  check(documents);
  for (int i = 0; i < 40; ++i) {
    const uint32_t lines = documents.view().note(0).text().line_count();
    const auto line = static_cast<uint32_t>(random() % lines);
    const auto taken = static_cast<uint32_t>(random() % 2);
    Documents::Touched touched;
    const std::vector<std::string> with = {"x", "\n", "# A\n", "### B\n", "- c\n", ""};
    documents.change(kUri, 2 + i,
                     {{{{{line, 0}, {line + taken, 0}}}, with[random() % with.size()]}}, touched);
    check(documents);
    ASSERT_FALSE(HasFailure()) << i;
  }
}

// Told by columns in another encoding, which a session never changes: what is kept has the old.
TEST(Outliner, WritesAgainOnlyWhatIsOther) {
  std::mt19937 random(3);
  Documents documents = opened(some(random, 300), {"utf-16"});
  written(documents);
  auto client = std::make_shared<Client>(*documents.view().client);
  client->encoding = notes::Encoding::kUtf8;
  documents.set_client(client);
  const auto anew = Outliner().write(documents.view(), 0);
  EXPECT_NE(std::get<protocol::LongJson>(anew).text.str(), written(documents));
}

TEST(Outliner, IsTheDocumentsOwnWhileItIsOpen) {
  Documents documents = opened("# One\n");
  const auto own = documents.outliner_of(kUri);
  EXPECT_EQ(documents.outliner_of(kUri), own);
  EXPECT_NE(documents.outliner_of("file:///v/b.md"), documents.outliner_of("file:///v/b.md"));
  Documents::Touched touched;
  documents.close(kUri, touched);
  EXPECT_NE(documents.outliner_of(kUri), own);
}

}  // namespace
}  // namespace server

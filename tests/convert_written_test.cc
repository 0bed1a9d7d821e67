#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "convert.h"
#include "features/tags.h"
#include "notes/workspace.h"

namespace {

using Json = nlohmann::json;

server::View view_of(const notes::Workspace& workspace, notes::Encoding encoding) {
  auto client = std::make_shared<server::Client>();
  client->encoding = encoding;
  return {std::make_shared<const notes::Snapshot>(workspace.snapshot()),
          std::make_shared<const server::Uris>(), std::move(client)};
}

// However many write it, and wherever they part.
TEST(ConvertWritten, SaysEveryPlaceInItsOrder) {
  for (const size_t lines : {0, 1, 100, 2100, 4500, 9000}) {
    notes::Workspace workspace;
    for (const char* path : {"/v/a b.md", "/v/深い/c.md"}) {
      std::string text;
      for (size_t i = 0; i < lines; ++i) text += i % 3 == 0 ? "猫🐈 #kept\n" : "of #kept, too\n";
      workspace.load(notes::Note::parse(path, notes::Text(std::move(text))));
    }
    for (const auto encoding :
         {notes::Encoding::kUtf8, notes::Encoding::kUtf16, notes::Encoding::kUtf32}) {
      const server::View view = view_of(workspace, encoding);
      const auto spots = features::uses_of_tag(*view.vault, "kept");
      ASSERT_EQ(spots.size(), 2 * lines);
      const Json said = Json::parse(server::to_lsp(view, spots).text.str());
      ASSERT_EQ(said.size(), spots.size());
      for (size_t i = 0; i < spots.size(); ++i) {
        const auto range = view.range(spots[i].note, spots[i].range);
        const auto at = [](const protocol::Position& one) {
          return Json{{"line", one.line}, {"character", one.character}};
        };
        const Json expected = {{"uri", view.uri(spots[i].note)},
                               {"range", {{"start", at(range.start)}, {"end", at(range.end)}}}};
        ASSERT_EQ(said[i], expected) << i;
      }
    }
  }
}

}  // namespace

// One thing that many people spell differently: keys of bibliographies, identifiers, anchors, front
// matter.
#include <gtest/gtest.h>

#include "notes/citation_key.h"
#include "notes/identifier.h"
#include "notes/observed.h"

namespace {

using namespace notes;

TEST(Spellings, FieldsThatHoldACitationKey) {
  for (const char* name :
       {"citekey", "citation-key", "citationKey", "citation_key", "bibkey", "cite-key"}) {
    const auto note = Note::parse(
        "/vault/a.md",
        Text("---\ntitle: Quiet Gates\n" + std::string(name) + ": doe2020gates\n---\n\nText.\n"));
    ASSERT_EQ(note->entries().size(), 1u) << name;
    ASSERT_EQ(note->entries()[0]->identifiers.size(), 1u) << name;
    EXPECT_EQ(to_string(note->entries()[0]->identifiers[0]), "citekey:doe2020gates") << name;
  }
}

TEST(Spellings, CitationKeysInAnyScript) {
  const auto key = [](std::string_view text) {
    const auto found = citation_key_at(text, static_cast<uint32_t>(text.find('@')));
    return found ? std::string(found->key) : "";
  };
  EXPECT_EQ(key("see [@山田2022]"), "山田2022");
  EXPECT_EQ(key("see [@山田2022、p. 3]"), "山田2022");
  EXPECT_EQ(key("mail @山田2022"), "");
}

TEST(Spellings, TheAnthologysDoiIsItsIdentifier) {
  EXPECT_EQ(to_string(*identifier_of_url("https://doi.org/10.18653/v1/2020.acl-main.447")),
            "acl:2020.acl-main.447");
  EXPECT_EQ(to_string(*identifier_of_field("doi", "10.18653/v1/N16-1166")), "acl:n16-1166");
  EXPECT_EQ(to_string(*identifier_of_field("doi", "10.1145/1.2")), "doi:10.1145/1.2");
}

TEST(Spellings, FrontMatterThatIsNearlyRight) {
  EXPECT_EQ(observed::titles("---\ntitle：Quiet Gates\nauthors：Jane Doe, Rob Roe\n---\n\nText.\n"),
            "Quiet Gates");
  EXPECT_EQ(
      observed::titles("---\n\ttitle: Quiet Gates\n\tauthors: Jane Doe, Rob Roe\n---\n\nText.\n"),
      "Quiet Gates");
  const auto note = Note::parse(
      "/vault/a.md", Text("---\ntitle: Quiet Gates\nauthors: Jane Doe, Rob Roe\n----\n\nText.\n"));
  ASSERT_EQ(note->entries().size(), 1u);
  EXPECT_EQ(note->entries()[0]->title, "Quiet Gates");
  EXPECT_EQ(note->sections()[0]->front_matter.troubles.size(), 1u);
  EXPECT_EQ(observed::titles("----\n\nGates: of rooms\n\n----\n"), "");
}

}  // namespace

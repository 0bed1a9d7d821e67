#include "report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "rules.h"
#include "vault.h"

namespace {

using Json = nlohmann::json;
using Files = std::map<std::string, std::string>;

std::string report(Files files, server::Format format, const std::string& base = "/vault") {
  notes::MemoryDisk disk;
  disk.files = std::move(files);
  std::ostringstream out;
  write({server::find_all(server::read_vault(disk, {"/vault"}).snapshot()), base}, format, out);
  return out.str();
}

const std::string kAdam = "## [Paper Note] 適応 {Adam!}, Kingma+, ICLR'15\n";
const Files kTwice{{"/vault/a 100%.md", kAdam}, {"/vault/b/猫,:.md", "😀\n\n" + kAdam}};

TEST(Report, KnowsItsFormatsByName) {
  EXPECT_EQ(server::format_named("sarif"), server::Format::kSarif);
  EXPECT_FALSE(server::format_named("SARIF").has_value());
  EXPECT_FALSE(server::format_named("").has_value());
}

TEST(Report, JsonSaysAllThatTextSays) {
  const Json root = Json::parse(report(kTwice, server::Format::kJson));
  EXPECT_EQ(root["version"], 1);
  ASSERT_EQ(root["findings"].size(), 2u);
  const Json& second = root["findings"][1];
  EXPECT_EQ(second["path"], "b/猫,:.md");
  EXPECT_EQ(second["line"], 3);
  EXPECT_EQ(second["column"], 4);
  EXPECT_EQ(second["endLine"], 3);
  EXPECT_EQ(second["severity"], "warning");
  EXPECT_EQ(second["code"], "duplicate-entry");
  EXPECT_EQ(second["related"][0]["path"], "a 100%.md");
  EXPECT_EQ(second["related"][0]["line"], 1);
  EXPECT_EQ(Json::parse(report({}, server::Format::kJson))["findings"], Json::array());
}

TEST(Report, PathsAreRelativeToWhereItWasStarted) {
  const auto path = [](const std::string& base) {
    return Json::parse(report(kTwice, server::Format::kJson, base))["findings"][0]["path"];
  };
  EXPECT_EQ(path("/"), "vault/a 100%.md");
  EXPECT_EQ(path("/vault/b"), "/vault/a 100%.md");
}

TEST(Report, GithubCommandsAreEscaped) {
  const std::string text = report(kTwice, server::Format::kGithub);
  EXPECT_TRUE(text.starts_with("::warning file=a 100%25.md,line=1,endLine=1,col=4,endColumn="))
      << text;
  EXPECT_NE(text.find("\n::warning file=b/猫%2C%3A.md,line=3,"), std::string::npos) << text;
  EXPECT_NE(text.find(",title=papernotes duplicate-entry::Noted more than once: "),
            std::string::npos);
  EXPECT_NE(text.find("%0AAlso noted in a 100%25.md:1: "), std::string::npos) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
}

// The rules of the published schema for what we write of it.
void expect_location(const Json& location) {
  const Json& physical = location["physicalLocation"];
  const std::string uri = physical["artifactLocation"]["uri"];
  EXPECT_TRUE(std::regex_match(uri, std::regex("([A-Za-z0-9._~/:-]|%[0-9A-F]{2})+"))) << uri;
  const Json& region = physical["region"];
  for (const char* name : {"startLine", "startColumn", "endLine", "endColumn"})
    EXPECT_GE(region[name].get<int>(), 1) << name;
}

TEST(Report, SarifIsOfItsSchema) {
  const Json log = Json::parse(report(kTwice, server::Format::kSarif));
  EXPECT_EQ(log["version"], "2.1.0");
  EXPECT_TRUE(log["$schema"].get<std::string>().ends_with("sarif-schema-2.1.0.json"));
  ASSERT_EQ(log["runs"].size(), 1u);
  const Json& run = log["runs"][0];
  const Json& driver = run["tool"]["driver"];
  EXPECT_EQ(driver["name"], "papernotes");
  EXPECT_EQ(driver["version"], PAPERNOTES_VERSION);
  std::set<std::string> ids;
  const std::set<std::string> levels{"none", "note", "warning", "error"};
  for (const Json& rule : driver["rules"]) {
    EXPECT_TRUE(ids.insert(rule["id"]).second);
    EXPECT_TRUE(rule["shortDescription"]["text"].is_string());
    EXPECT_TRUE(levels.contains(rule["defaultConfiguration"]["level"]));
  }
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run["originalUriBaseIds"]["%SRCROOT%"]["uri"], "file:///vault/");
  ASSERT_EQ(run["results"].size(), 2u);
  for (const Json& result : run["results"]) {
    EXPECT_EQ(driver["rules"][result["ruleIndex"].get<size_t>()]["id"], result["ruleId"]);
    EXPECT_TRUE(levels.contains(result["level"]));
    EXPECT_FALSE(result["message"]["text"].get<std::string>().empty());
    ASSERT_EQ(result["locations"].size(), 1u);
    expect_location(result["locations"][0]);
    for (const Json& related : result["relatedLocations"]) {
      expect_location(related);
      EXPECT_GE(related["id"].get<int>(), 0);
      EXPECT_TRUE(related["message"]["text"].is_string());
    }
    for (const auto& print : result["partialFingerprints"].items())
      EXPECT_TRUE(print.value().is_string());
  }
  const Json& place = run["results"][1]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "b/%E7%8C%AB%2C%3A.md");
  EXPECT_EQ(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
  EXPECT_EQ(place["region"]["startColumn"], 4);
  const std::string said = run["results"][1]["relatedLocations"][0]["message"]["text"];
  EXPECT_NE(said.find("{{Adam!}}"), std::string::npos) << said;
}

TEST(Report, SarifOfACleanVaultHasResultsAndNone) {
  const Json log = Json::parse(report({}, server::Format::kSarif));
  EXPECT_EQ(log["runs"][0]["results"], Json::array());
}

TEST(Report, SarifKnowsAFindingAgainWhereverItsLineIs) {
  const auto prints = [](const Files& files) {
    std::multiset<std::string> out;
    const Json log = Json::parse(report(files, server::Format::kSarif));
    for (const Json& result : log["runs"][0]["results"])
      out.insert(result["partialFingerprints"]["papernotes/v1"].get<std::string>());
    return out;
  };
  const std::string bert = "## [Paper Note] BERT, Devlin+, NAACL'19\n";
  const auto before = prints({{"/vault/a.md", kAdam + bert}, {"/vault/b.md", kAdam + bert}});
  EXPECT_EQ(before.size(), 4u);
  EXPECT_EQ(before, prints({{"/vault/a.md", bert + "text\n\n" + kAdam},
                            {"/vault/b.md", "#tag\n\n" + kAdam + bert}}));
  EXPECT_EQ(std::set(before.begin(), before.end()).size(), 4u);
}

}  // namespace

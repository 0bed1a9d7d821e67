// The sample notes, read as a whole and compared with the truth about them in
// tests/vault/expected.json.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "export.h"
#include "vault.h"

namespace {

using Json = nlohmann::json;

const Json& expected() {
  static const Json truth = Json::parse(std::ifstream(SOURCE_DIR "/tests/vault/expected.json"));
  return truth;
}

const Json& found() {
  static const Json out = Json::parse(server::export_json(
      server::read_vault(notes::RealDisk(), {SOURCE_DIR "/editors/notes"}).snapshot()));
  return out;
}

std::string place(const Json& at) {
  return at["path"].get<std::string>() + ":" + std::to_string(at["line"].get<int>());
}

// Line breaks within a reference are white space.
std::string one_line(const std::string& text) {
  std::istringstream words(text);
  std::string out;
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Everything of one kind in the export, by place.
std::map<std::string, Json> by_place(const std::string& kind) {
  std::map<std::string, Json> out;
  for (const Json& note : found()["notes"])
    for (Json one : note[kind]) {
      one["path"] = note["path"];
      out[place(one) +
          (kind == "references" ? " " + one_line(one["text"].get<std::string>()) : "")] = one;
    }
  return out;
}

using Group = std::set<std::string>;
std::set<Group> groups(const Json& list, bool nested) {
  std::set<Group> out;
  for (const Json& group : list) {
    Group places;
    for (const Json& entry : nested ? group["entries"] : group) places.insert(place(entry));
    out.insert(places);
  }
  return out;
}

TEST(Samples, EveryEntryIsReadWithAllItsFields) {
  std::map<std::string, Json> entries = by_place("entries");
  for (Json want : expected()["entries"]) {
    const auto it = entries.find(place(want));
    if (it == entries.end()) {
      ADD_FAILURE() << "no entry at " << place(want) << ": " << want["title"];
      continue;
    }
    for (const auto& [key, value] : want.items()) {
      Json got = it->second[key];
      if (key == "identifiers") {
        const auto as_set = [](const Json& ids) { return std::set<Json>(ids.begin(), ids.end()); };
        EXPECT_EQ(as_set(got), as_set(value)) << place(want);
      } else {
        EXPECT_EQ(got, value) << key << " at " << place(want);
      }
    }
    entries.erase(it);
  }
  for (const auto& [where, entry] : entries)
    ADD_FAILURE() << "no entry is meant at " << where << ": " << entry["title"];
}

TEST(Samples, EveryReferenceIsFoundAndMeansWhatItShould) {
  std::map<std::string, Json> references = by_place("references");
  for (const Json& want : expected()["references"]) {
    const auto it = references.find(place(want) + " " + one_line(want["text"].get<std::string>()));
    if (it == references.end()) {
      ADD_FAILURE() << "no reference at " << place(want) << ": " << want["text"];
      continue;
    }
    EXPECT_EQ(it->second["target"], want["target"]) << place(want) << " " << want["text"];
  }
}

TEST(Samples, ExactlyThePlantedDuplicatesAreReported) {
  // A follow-up is related to what it follows, and yet no duplicate.
  Json same = Json::array();
  for (const Json& group : found()["duplicates"])
    if (group["kind"] == "same-work") same.push_back(group);
  EXPECT_EQ(groups(same, true), groups(expected()["duplicates"], false));
}

}  // namespace

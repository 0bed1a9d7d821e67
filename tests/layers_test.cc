// The arrows of the layers, read from every #include: Debian keeps all headers in one folder, so
// the build alone cannot tell that a layer reaches for what is above it, or for a library that is
// not its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Layer {
  std::string folder;
  bool recursive = true;
  std::set<std::string> own;  // prefixes of what may be included in quotes; `.` is a bare name
  std::set<std::string> libraries;  // first parts of third-party headers
};

const std::vector<Layer>& layers() {
  static const std::vector<Layer> kLayers{
      {"protocol", true, {"protocol"}, {"asio", "nlohmann"}},
      {"server/notes", true, {"notes"}, {"cmark.h", "yaml-cpp", "utf8proc.h", "toml++"}},
      {"server/features", true, {"features", "notes"}, {}},
      {"server",
       false,
       {".", "features", "notes", "protocol"},
       {"asio", "nlohmann", "CLI", "spdlog", "sqlite3.h"}},
  };
  return kLayers;
}

// Files that alone may name something, by what they name.
const std::map<std::string, std::set<std::string>>& keepers() {
  static const std::map<std::string, std::set<std::string>> kKeepers{
      {"cmark.h", {"server/notes/cmark_blocks.cc"}},
      {"yaml-cpp", {"server/notes/front_matter_yaml.cc"}},
      {"utf8proc.h", {"server/notes/fold.cc", "server/notes/unicode.cc"}},
      {"spdlog", {"server/log.cc"}},
      {"toml++", {"server/notes/toml_text.h"}},
      {"CLI", {"server/main.cc"}},
      {"sqlite3.h", {"server/note_cache.cc"}},
  };
  return kKeepers;
}

bool is_third_party(const std::string& header) {
  static const std::set<std::string> kKnown{"asio",      "asio.hpp",   "nlohmann", "cmark.h",
                                            "yaml-cpp",  "utf8proc.h", "toml++",   "CLI",
                                            "sqlite3.h", "spdlog",     "fmt"};
  return kKnown.contains(header.substr(0, header.find('/')));
}

template <class F>
void for_each_include(const Layer& layer, F&& f) {
  const fs::path root = fs::path(SOURCE_DIR) / layer.folder;
  const std::regex include(R"re(^\s*#include\s+([<"])([^>"]+)[>"])re");
  const auto look = [&](const fs::path& path) {
    if (path.extension() != ".h" && path.extension() != ".cc") return;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      std::smatch found;
      if (std::regex_search(line, found, include))
        f(fs::relative(path, SOURCE_DIR).generic_string(), found[1] == "\"", found[2].str());
    }
  };
  if (layer.recursive)
    for (const auto& entry : fs::recursive_directory_iterator(root)) look(entry.path());
  else
    for (const auto& entry : fs::directory_iterator(root)) look(entry.path());
}

TEST(Layers, NothingIncludesWhatIsAboveIt) {
  for (const Layer& layer : layers())
    for_each_include(layer, [&](const std::string& file, bool own, const std::string& header) {
      if (!own) return;
      const size_t slash = header.find('/');
      const std::string folder = slash == std::string::npos ? "." : header.substr(0, slash);
      EXPECT_TRUE(layer.own.contains(folder)) << file << " includes " << header;
    });
}

TEST(Layers, EachLibraryStaysInItsLayer) {
  for (const Layer& layer : layers())
    for_each_include(layer, [&](const std::string& file, bool own, const std::string& header) {
      if (own || !is_third_party(header)) return;
      EXPECT_TRUE(layer.libraries.contains(header.substr(0, header.find('/'))))
          << file << " includes " << header;
    });
}

TEST(Layers, WhatOneFileKeepsNoOtherNames) {
  for (const Layer& layer : layers())
    for_each_include(layer, [&](const std::string& file, bool own, const std::string& header) {
      const auto keeper = keepers().find(header.substr(0, header.find('/')));
      if (own || keeper == keepers().end()) return;
      EXPECT_TRUE(keeper->second.contains(file)) << file << " includes " << header;
    });
}

// The layers below the session know neither threads nor the protocol's JSON.
TEST(Layers, NotesAndFeaturesStartNoThreads) {
  const std::set<std::string> threads{"thread", "mutex",       "future", "condition_variable",
                                      "atomic", "shared_mutex"};
  for (const Layer& layer : layers()) {
    if (layer.folder != "server/notes" && layer.folder != "server/features") continue;
    for_each_include(layer, [&](const std::string& file, bool own, const std::string& header) {
      // A text joins its pieces when first asked, which any thread may do, and so it is with what
      // is kept in a memo.
      const bool is_made_when_asked =
          file == "server/notes/text.h" || file == "server/notes/memo.h";
      if (is_made_when_asked && header == "atomic") return;
      EXPECT_FALSE(!own && threads.contains(header)) << file << " includes " << header;
    });
  }
}

TEST(Layers, OneFileConvertsBetweenNotesAndProtocol) {
  // A file of the server that names types of both sides reaches them through convert.h alone.
  for_each_include(layers().back(),
                   [&](const std::string& file, bool own, const std::string& header) {
                     if (!own || !header.starts_with("protocol/types")) return;
                     const std::set<std::string> may{"server/convert.h", "server/progress.h"};
                     EXPECT_TRUE(may.contains(file)) << file << " includes " << header;
                   });
}

TEST(Layers, NoFileIsLongerThanAReaderCanHold) {
  for (const char* folder : {"protocol", "server", "tests"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cc") continue;
      std::ifstream file(entry.path());
      const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
      EXPECT_LE(lines, 400) << entry.path();
    }
}

}  // namespace

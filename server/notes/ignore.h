// Which paths are not the user's notes: patterns in the language of gitignore(5), from the vault's
// own `.gitignore` files, from its settings, and built in for what tools leave behind (`.obsidian`,
// `node_modules`, `logseq/bak`). IgnoreRules is a value; any thread. IgnoredPaths remembers what it
// has read; one thread at a time.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace notes {

inline constexpr std::string_view kIgnoreFile = ".gitignore";

class Disk;
struct Reading;

// One pattern: a glob over a path or a name.
class IgnorePattern {
 public:
  // Nothing for a comment, a blank line, and what can never fit.
  static std::optional<IgnorePattern> parse(std::string_view line);

  bool takes_back() const { return takes_back_; }
  // `path` is relative to the folder that the pattern was written for. Takes time proportional to
  // the path times the pattern, whatever stars are in it.
  bool fits(std::string_view path, bool is_folder) const;

  bool operator==(const IgnorePattern&) const = default;

 private:
  enum class Kind : uint8_t {
    kByte,     // one of a set
    kStar,     // any bytes but `/`
    kFolders,  // `**/`: any number of whole folders
    kRest,     // `**` at the end: everything below
  };
  struct Step {
    Kind kind = Kind::kByte;
    std::bitset<256> bytes;

    bool operator==(const Step&) const = default;
  };

  bool compile(std::string_view glob);
  bool compile_set(std::string_view glob, size_t& at);
  bool run(std::string_view path) const;

  bool takes_back_ = false;
  bool folders_only_ = false;
  bool anchored_ = false;  // fits the whole path, not just its last name
  bool plain_ = true;      // `text_` and nothing special
  std::string text_;
  std::vector<Step> steps_;
};

class IgnoreRules {
 public:
  IgnoreRules() = default;
  explicit IgnoreRules(std::string_view lines);

  void add(std::string_view line);
  // The last pattern that fits decides: true is ignored, false is taken back.
  std::optional<bool> decide(std::string_view path, bool is_folder) const;
  bool empty() const { return patterns_.empty(); }

  bool operator==(const IgnoreRules&) const = default;

 private:
  std::vector<IgnorePattern> patterns_;
};

// The rules of one vault. The settings are stronger than the `.gitignore` files, of which the
// nearest is strongest, and these than what is built in. The root itself is never ignored.
class IgnoredPaths {
 public:
  // REQUIRES: disk and reading outlive it; `root` is absolute and normalised.
  IgnoredPaths(const Disk& disk, std::string root, const Reading& reading);

  // Of a file or folder below the root whose folder is not ignored.
  bool ignores(std::string_view path, bool is_folder);
  // Of any file: whether it or a folder on the way to it is ignored.
  bool ignores_file(std::string_view path);

 private:
  const IgnoreRules& rules_in(std::string_view folder);

  const Disk& disk_;
  std::string root_;
  const Reading& reading_;
  std::unordered_map<std::string, IgnoreRules> rules_;  // by folder
};

}  // namespace notes

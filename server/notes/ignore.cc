#include "notes/ignore.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "notes/disk.h"
#include "notes/lines.h"
#include "notes/path.h"
#include "notes/reading.h"

namespace notes {
namespace {

// A name with a leading dot is a tool's: .git, .obsidian, .trash, .recycle.
constexpr std::string_view kBuiltIn =
    ".*\n"
    "node_modules/\n"
    "_site/\n"
    "**/logseq/bak/\n"
    "**/logseq/version-files/\n"
    "[Tt]emplates/\n";

size_t index_of(char c) { return static_cast<unsigned char>(c); }

bool in_class(std::string_view name, int c) {
  if (name == "alnum") return std::isalnum(c) != 0;
  if (name == "alpha") return std::isalpha(c) != 0;
  if (name == "blank") return c == ' ' || c == '\t';
  if (name == "cntrl") return std::iscntrl(c) != 0;
  if (name == "digit") return std::isdigit(c) != 0;
  if (name == "graph") return std::isgraph(c) != 0;
  if (name == "lower") return std::islower(c) != 0;
  if (name == "print") return std::isprint(c) != 0;
  if (name == "punct") return std::ispunct(c) != 0;
  if (name == "space") return std::isspace(c) != 0;
  if (name == "upper") return std::isupper(c) != 0;
  if (name == "xdigit") return std::isxdigit(c) != 0;
  return false;
}

// Spaces at the end of a line do not count, unless a backslash stands before them.
std::string_view without_trailing_space(std::string_view line) {
  size_t end = line.size();
  while (end > 0 && line[end - 1] == ' ') --end;
  size_t slashes = 0;
  while (slashes < end && line[end - 1 - slashes] == '\\') ++slashes;
  return line.substr(0, slashes % 2 == 1 && end < line.size() ? end + 1 : end);
}

}  // namespace

std::optional<IgnorePattern> IgnorePattern::parse(std::string_view line) {
  line = without_trailing_space(line);
  if (line.empty() || line[0] == '#') return std::nullopt;
  IgnorePattern out;
  if (line[0] == '!') {
    out.takes_back_ = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    out.folders_only_ = true;
    line.remove_suffix(1);
  }
  out.anchored_ = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty() || !out.compile(line)) return std::nullopt;
  return out;
}

bool IgnorePattern::compile(std::string_view glob) {
  for (size_t at = 0; at < glob.size();) {
    const char c = glob[at];
    Step step;
    if (c == '*') {
      const size_t stop = std::min(glob.find_first_not_of('*', at), glob.size());
      const bool whole = stop - at >= 2 && anchored_ && (at == 0 || glob[at - 1] == '/');
      plain_ = false;
      if (whole && stop == glob.size()) {
        step.kind = Kind::kRest;
      } else if (whole && glob[stop] == '/') {
        step.kind = Kind::kFolders;
        at = stop + 1;
        steps_.push_back(step);
        continue;
      } else {
        step.kind = Kind::kStar;
      }
      at = stop;
      steps_.push_back(step);
      continue;
    }
    if (c == '[') {
      plain_ = false;
      if (!compile_set(glob, at)) return false;
      continue;
    }
    if (c == '?') {
      plain_ = false;
      step.bytes.set().reset(index_of('/'));
      ++at;
    } else {
      if (c == '\\' && ++at == glob.size()) return false;
      step.bytes.set(index_of(glob[at]));
      text_ += glob[at++];
    }
    steps_.push_back(step);
  }
  return true;
}

// `[a-z]`, `[!a]`, `[[:digit:]]`; a `]` that comes first is one of the set.
bool IgnorePattern::compile_set(std::string_view glob, size_t& at) {
  Step step;
  ++at;
  const bool negated = at < glob.size() && (glob[at] == '!' || glob[at] == '^');
  if (negated) ++at;
  for (bool first = true;; first = false) {
    if (at >= glob.size()) return false;
    if (glob[at] == ']' && !first) break;
    if (glob.substr(at).starts_with("[:")) {
      const size_t close = glob.find(":]", at + 2);
      if (close != std::string_view::npos) {
        for (int c = 0; c < 128; ++c)
          if (in_class(glob.substr(at + 2, close - at - 2), c)) step.bytes.set(c);
        at = close + 2;
        continue;
      }
    }
    if (glob[at] == '\\' && ++at >= glob.size()) return false;
    const size_t low = index_of(glob[at++]);
    size_t high = low;
    if (at + 1 < glob.size() && glob[at] == '-' && glob[at + 1] != ']') {
      ++at;
      if (glob[at] == '\\' && ++at >= glob.size()) return false;
      high = index_of(glob[at++]);
    }
    for (size_t c = low; c <= high; ++c) step.bytes.set(c);
  }
  ++at;
  if (negated) step.bytes.flip();
  step.bytes.reset(index_of('/'));
  steps_.push_back(step);
  return true;
}

bool IgnorePattern::fits(std::string_view path, bool is_folder) const {
  if (folders_only_ && !is_folder) return false;
  if (!anchored_) path = last_component(path);
  return plain_ ? path == text_ : run(path);
}

// All that may have been read of the pattern so far is kept side by side, so nothing is tried
// twice.
bool IgnorePattern::run(std::string_view path) const {
  // As with most names and most patterns.
  if (!steps_.empty() && steps_[0].kind == Kind::kByte &&
      (path.empty() || !steps_[0].bytes.test(index_of(path[0]))))
    return false;
  std::vector<bool> now(steps_.size() + 1), next(steps_.size() + 1);
  const auto reach = [&](std::vector<bool>& at, size_t step) {
    at[step] = true;
    while (step < steps_.size() &&
           (steps_[step].kind == Kind::kStar || steps_[step].kind == Kind::kFolders))
      at[++step] = true;
  };
  reach(now, 0);
  for (char c : path) {
    next.assign(next.size(), false);
    for (size_t i = 0; i < steps_.size(); ++i) {
      if (!now[i]) continue;
      switch (steps_[i].kind) {
        case Kind::kByte:
          if (steps_[i].bytes.test(index_of(c))) reach(next, i + 1);
          break;
        case Kind::kStar:
          if (c != '/') reach(next, i);
          break;
        case Kind::kFolders:
          next[i] = true;
          if (c == '/') reach(next, i + 1);
          break;
        case Kind::kRest:
          next[i] = true;
          reach(next, i + 1);
          break;
      }
    }
    now.swap(next);
  }
  return now.back();
}

IgnoreRules::IgnoreRules(std::string_view lines) {
  for (size_t at = 0; at < lines.size();) {
    const size_t end = std::min(lines.find('\n', at), lines.size());
    std::string_view line = lines.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    add(line);
    at = end + 1;
  }
}

void IgnoreRules::add(std::string_view line) {
  if (auto pattern = IgnorePattern::parse(line)) patterns_.push_back(*std::move(pattern));
}

std::optional<bool> IgnoreRules::decide(std::string_view path, bool is_folder) const {
  for (auto it = patterns_.rbegin(); it != patterns_.rend(); ++it)
    if (it->fits(path, is_folder)) return !it->takes_back();
  return std::nullopt;
}

IgnoredPaths::IgnoredPaths(const Disk& disk, std::string root, const Reading& reading)
    : disk_(disk), root_(std::move(root)), reading_(reading) {}

const IgnoreRules& IgnoredPaths::rules_in(std::string_view folder) {
  const auto [at, fresh] = rules_.try_emplace(std::string(folder));
  if (fresh)
    if (const auto text =
            disk_.read((folder == "/" ? "" : at->first) + '/' + std::string(kIgnoreFile)))
      at->second = IgnoreRules(*text);
  return at->second;
}

bool IgnoredPaths::ignores(std::string_view path, bool is_folder) {
  static const IgnoreRules built_in(kBuiltIn);
  const auto below = [&](std::string_view folder) {
    return path.substr(folder == "/" ? 1 : folder.size() + 1);
  };
  if (const auto said = reading_.ignored.decide(below(root_), is_folder)) return *said;
  if (reading_.gitignore) {
    for (std::string_view folder = folder_of(path);; folder = folder_of(folder)) {
      if (const auto said = rules_in(folder).decide(below(folder), is_folder)) return *said;
      if (folder.size() <= root_.size()) break;
    }
  }
  return built_in.decide(below(root_), is_folder).value_or(false);
}

bool IgnoredPaths::ignores_file(std::string_view path) {
  if (!is_below(path, root_) || path == root_) return false;
  for (size_t end = path.find('/', root_ == "/" ? 1 : root_.size() + 1);
       end != std::string_view::npos; end = path.find('/', end + 1))
    if (ignores(path.substr(0, end), true)) return true;
  return ignores(path, false);
}

}  // namespace notes

// Learns what makes two entries one work from labelled vaults (see labelled.h), says how well, and
// writes the trees that notes/same_work_model.h asks.
//
//   train [--out server/notes/same_work_trees.h] [--errors N] FOLDER...
//
// How well: by folds, in which nothing is asked that was learned from, nor the same title in
// another vault; and of the first folder alone, asked about the others.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

#include "duplicates/boosting.h"
#include "duplicates/labelled.h"
#include "duplicates/noise.h"

namespace training {
namespace {

constexpr int kTrees = 160;
constexpr float kRate = 0.12F;
constexpr size_t kFolds = 5;

struct Group {  // samples of one vault, written one way
  std::string name;
  size_t vault = 0;
  bool is_original = false;
  std::vector<Sample> samples;
  std::vector<size_t> folds;       // of each sample
  std::vector<std::string> shown;  // of each sample, for those who ask what went wrong
};

size_t fold_of(const Fields& fields) {
  size_t hash = 14695981039346656037U;
  for (const char c : fields.title.substr(0, 14))
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return (hash >> 20) % kFolds;
}

std::string show(const Fields& fields) {
  return fields.title + " / " + fields.authors + " / " + fields.venue + " / " + fields.year;
}

// The one that comes first by its words is asked about first, as in work_verdict.
void add(const LabelledVault& one, const LabelledVault& other, float weight, Group& out) {
  size_t lost = 0;
  for (const LabelledPair& pair : one.pairs) {
    const notes::Entry *a = one.entries[pair.one], *b = other.entries[pair.other];
    if (!a || !b) {
      ++lost;
      continue;
    }
    const auto first = notes::profile_of(*a), second = notes::profile_of(*b);
    out.samples.push_back({notes::evidence_of(first, second).features, pair.same, weight});
    out.folds.push_back(fold_of(one.fields[pair.one]));
    out.shown.push_back(show(one.fields[pair.one]) + "\n      " + show(other.fields[pair.other]));
  }
  if (lost > 0) std::cerr << out.name << ": " << lost << " pairs have an entry that was not read\n";
}

std::vector<Group> groups_of(const LabelledVault& vault, size_t number) {
  std::vector<Group> groups;
  groups.push_back({vault.name, number, true, {}, {}, {}});
  add(vault, vault, 1, groups.back());
  const bool dirty = vault.name.find("Dirty") != std::string::npos;
  const auto more = [&](const char* name, Noise one, Noise other, float weight) {
    std::mt19937 random(static_cast<uint32_t>(7 + groups.size() * 31 + number));
    groups.push_back({vault.name + " " + name, number, false, {}, {}, {}});
    add(with_noise(vault, one, random), with_noise(vault, other, random), weight, groups.back());
  };
  if (dirty) return groups;
  more("misplaced", Noise::kMisplaced, Noise::kMisplaced, 0.4F);
  more("half misplaced", Noise::kNone, Noise::kMisplaced, 0.2F);
  more("scraped", Noise::kNone, Noise::kScraped, 0.4F);
  more("title lines", Noise::kTitleLine, Noise::kTitleLine, 0.3F);
  more("bare", Noise::kBare, Noise::kBare, 0.2F);
  return groups;
}

struct Score {
  size_t hits = 0, wrong = 0, missed = 0;
  void add(bool said, bool same) {
    hits += said && same;
    wrong += said && !same;
    missed += !said && same;
  }
  void print(const std::string& name) const {
    const double precision = hits ? double(hits) / double(hits + wrong) : 0;
    const double recall = hits ? double(hits) / double(hits + missed) : 0;
    const double f1 = hits ? 2 * precision * recall / (precision + recall) : 0;
    std::printf("  %-60s P %.4f R %.4f F1 %.4f\n", name.c_str(), precision, recall, f1);
  }
};

void print_folds(const std::vector<Group>& groups, size_t errors) {
  std::vector<Score> scores(groups.size());
  for (size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Sample> samples;
    for (const Group& group : groups)
      for (size_t i = 0; i < group.samples.size(); ++i)
        if (group.folds[i] != fold) samples.push_back(group.samples[i]);
    const Model model = boost(samples, kTrees, kRate);
    for (size_t g = 0; g < groups.size(); ++g)
      for (size_t i = 0; i < groups[g].samples.size(); ++i)
        if (groups[g].folds[i] == fold) {
          const Sample& sample = groups[g].samples[i];
          const float score = model.score(sample.features);
          scores[g].add(score > 0, sample.same);
          if (groups[g].is_original && (score > 0) != sample.same && errors > 0) {
            std::printf("%s %+.1f %s\n", sample.same ? "FN" : "FP", static_cast<double>(score),
                        groups[g].shown[i].c_str());
            --errors;
          }
        }
  }
  std::printf("by folds:\n");
  for (size_t g = 0; g < groups.size(); ++g) scores[g].print(groups[g].name);
}

void print_first_alone(const std::vector<Group>& groups) {
  std::vector<Sample> samples;
  for (const Group& group : groups)
    if (group.vault == 0) samples.insert(samples.end(), group.samples.begin(), group.samples.end());
  const Model model = boost(samples, kTrees, kRate);
  std::printf("the first alone:\n");
  for (const Group& group : groups) {
    if (group.vault == 0 || !group.is_original) continue;
    Score score;
    for (const Sample& sample : group.samples)
      score.add(model.score(sample.features) > 0, sample.same);
    score.print(group.name);
  }
}

void write(const Model& model, std::ostream& out) {
  char text[32];
  const auto number = [&](float value) {
    std::snprintf(text, sizeof text, "%.4gF", static_cast<double>(value));
    if (!std::strpbrk(text, ".e"))
      std::snprintf(text, sizeof text, "%.0f", static_cast<double>(value));
    return std::string(text);
  };
  out << "// What tests/duplicates/train has learned. Written by it; not to be edited.\n#pragma "
         "once\n\n"
         "#include \"notes/same_work_model.h\"\n\nnamespace notes {\n\n// clang-format off\n"
         "inline constexpr float kSameWorkBase = "
      << number(model.base) << ";\ninline constexpr SameWorkTree kSameWorkTrees[] = {\n";
  for (const auto& tree : model.trees) {
    out << "{{{";
    for (size_t i = 0; i < tree.questions.size(); ++i)
      out << (i ? ", {" : "{") << int{tree.questions[i].feature} << ", "
          << number(tree.questions[i].above) << "}";
    out << "}},\n {";
    for (size_t i = 0; i < tree.leaves.size(); ++i)
      out << (i ? ", " : "") << number(tree.leaves[i]);
    out << "}},\n";
  }
  out << "};\n// clang-format on\n\n}  // namespace notes\n";
}

int run(const std::vector<std::string>& folders, const std::string& to, size_t errors) {
  std::vector<Group> groups;
  for (size_t i = 0; i < folders.size(); ++i)
    for (Group& group : groups_of(read_labelled(folders[i]), i)) groups.push_back(std::move(group));
  print_first_alone(groups);
  print_folds(groups, errors);
  if (to.empty()) return 0;
  std::vector<Sample> samples;
  for (const Group& group : groups)
    samples.insert(samples.end(), group.samples.begin(), group.samples.end());
  std::ofstream out(to);
  write(boost(samples, kTrees, kRate), out);
  return out ? 0 : 1;
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  std::vector<std::string> folders;
  std::string to;
  size_t errors = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--out") == 0 && i + 1 < argc)
      to = argv[++i];
    else if (std::strcmp(argv[i], "--errors") == 0 && i + 1 < argc)
      errors = static_cast<size_t>(std::atoi(argv[++i]));
    else
      folders.push_back(argv[i]);
  }
  if (folders.empty()) {
    std::cerr << "usage: train [--out FILE] [--errors N] FOLDER...\n";
    return 2;
  }
  return training::run(folders, to, errors);
}

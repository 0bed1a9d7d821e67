// What reading a folder of notes costs beside what cmark alone costs on the same bytes: the two are
// timed in turns, so that what else the machine does meets both, and the median of the rounds'
// ratios is what counts.
//   build/release/tests/reading FOLDER [ROUNDS]
#include <cmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "notes/note.h"

namespace {

struct File {
  std::string path;
  std::string bytes;
};

std::vector<File> read_all(const char* folder) {
  std::vector<File> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    out.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  return out;
}

// Milliseconds of processor time that `f` takes for all files. Each has its own copy of the bytes,
// to do with as it likes: a note keeps the bytes that it is given.
template <class F>
double timed(std::vector<File> files, F&& f) {
  const std::clock_t begin = std::clock();
  for (File& file : files) f(file);
  return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: %s FOLDER [ROUNDS]\n", arguments[0]);
    return 2;
  }
  const std::vector<File> files = read_all(arguments[1]);
  const int rounds = count > 2 ? std::max(1, std::atoi(arguments[2])) : 9;
  size_t bytes = 0;
  for (const File& file : files) bytes += file.bytes.size();

  std::vector<double> cmark, reading, ratio;
  for (int round = 0; round < rounds; ++round) {
    cmark.push_back(timed(files, [](const File& file) {
      cmark_node_free(
          cmark_parse_document(file.bytes.data(), file.bytes.size(), CMARK_OPT_DEFAULT));
    }));
    reading.push_back(timed(files, [](File& file) {
      notes::Note::parse(file.path, notes::Text(std::move(file.bytes)));
    }));
    ratio.push_back(reading.back() / std::max(cmark.back(), 0.001));
  }
  std::printf("%zu files, %.1f MB: cmark %.1f ms, reading %.1f ms, ratio %.2f\n", files.size(),
              static_cast<double>(bytes) / 1e6, median(cmark), median(reading), median(ratio));
}

// The least that opening a folder of notes can cost: walking it, reading its notes, and parsing
// them with cmark alone, by as many threads as there are processors or as are named.
//   build/release/tests/floor FOLDER [THREADS]
// Prints JSON: seconds for walking, for walking and stat'ing, and for all.
#include <cmark.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<std::string> walk(const char* folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".md")
      out.push_back(entry.path().string());
  return out;
}

size_t parse(const std::string& path, std::string& bytes) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (file < 0 || fstat(file, &status) != 0) return 0;
  bytes.resize(static_cast<size_t>(status.st_size));
  size_t size = 0;
  for (ssize_t got = 1; got > 0 && size < bytes.size(); size += static_cast<size_t>(got))
    if ((got = read(file, bytes.data() + size, bytes.size() - size)) < 0) break;
  close(file);
  cmark_node_free(cmark_parse_document(bytes.data(), size, CMARK_OPT_DEFAULT));
  return size;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: %s FOLDER [THREADS]\n", arguments[0]);
    return 2;
  }
  const unsigned threads = count > 2 ? static_cast<unsigned>(std::atoi(arguments[2]))
                                     : std::max(1u, std::thread::hardware_concurrency());
  const auto begin = std::chrono::steady_clock::now();
  const std::vector<std::string> paths = walk(arguments[1]);
  const double walked = seconds_since(begin);

  std::atomic<size_t> next{0}, bytes{0};
  std::vector<std::thread> pool;
  for (unsigned i = 0; i < threads; ++i)
    pool.emplace_back([&] {
      std::string buffer;
      for (size_t at; (at = next++) < paths.size();) bytes += parse(paths[at], buffer);
    });
  for (std::thread& thread : pool) thread.join();
  const double all = seconds_since(begin);

  const auto again = std::chrono::steady_clock::now();
  for (const std::string& path : paths) {
    struct stat status {};
    stat(path.c_str(), &status);
  }
  std::printf(
      "{\"files\": %zu, \"bytes\": %zu, \"threads\": %u, \"walk\": %.4f, \"stat\": %.4f, "
      "\"all\": %.4f}\n",
      paths.size(), bytes.load(), threads, walked, walked + seconds_since(again), all);
}

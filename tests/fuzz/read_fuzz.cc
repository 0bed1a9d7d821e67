// Reads any bytes as a note, asks what has to hold of every note, and applies one edit, which must
// give what reading the new text gives. Two presets build it: `fuzz-fast` with the standard
// library's own checks, for many executions (several times as many as the other), and `fuzz` with
// ASan and UBSan, which is then given what the first has found worth keeping:
//   cmake --preset fuzz-fast && ninja -C build/fuzz-fast read_fuzz   # and the same with fuzz
//   tests/fuzz/seeds SEEDS FOLDER...
//   build/fuzz-fast/tests/read_fuzz -runs=10000000 -max_len=1024 -entropic=0 \
//     -dict=tests/fuzz/words FOUND SEEDS
//   build/fuzz/tests/read_fuzz -runs=0 FOUND SEEDS
// libFuzzer's entropic schedule takes half of the time when a text has thousands of features, so it
// is switched off.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "notes/observed.h"

namespace {

using namespace notes;

void require_same(const std::string& got, const std::string& wanted) {
  if (got == wanted) return;
  std::fprintf(stderr, "got:\n%s\nwanted:\n%s\n", got.c_str(), wanted.c_str());
  std::abort();
}

}  // namespace

// The first five bytes say where the edit is and how long; after them comes what is written there,
// up to a zero byte, then the note.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 5) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 5, size - 5);
  const size_t zero = rest.find('\0');
  const std::string_view with = zero == std::string_view::npos ? "" : rest.substr(0, zero);
  const std::string_view body = zero == std::string_view::npos ? rest : rest.substr(zero + 1);

  const auto note = Note::parse("/vault/note.md", Text(std::string(body)));
  require_same(observed::flaws(*note), "");
  const uint32_t place = (data[0] * 65536u + data[1] * 256u + data[2]) % (note->text().size() + 1);
  const Range range{place, place + data[3] * data[4] / 16u};
  const auto edited = note->edited(range, with);
  require_same(observed::flaws(*edited), "");
  require_same(observed::show(*edited),
               observed::show(*Note::parse("/vault/note.md", note->text().replaced(range, with))));
  return 0;
}

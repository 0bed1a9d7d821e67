// Does every piece of work once, for `instructions` to count what each takes:
//   build/release/tests/counted FOLDER
// Prints the pieces' names, in their order.
#include <cstdio>

#include "bench/pieces.h"

// Its name is what callgrind is told to collect in, and to write a count after.
extern "C" __attribute__((noinline)) void counted(const bench::Piece& piece, bench::Vault& vault) {
  piece.run(vault);
}

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: %s FOLDER\n", arguments[0]);
    return 2;
  }
  bench::Vault vault(bench::files_below(arguments[1]));
  for (const bench::Piece& piece : bench::pieces()) {
    piece.run(vault);  // what is only made once is made
    counted(piece, vault);
    std::puts(piece.name);
  }
}

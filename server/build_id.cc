#include "build_id.h"

#ifdef __linux__
#include <elf.h>
#include <link.h>

#include <cstring>
#endif

namespace server {

#ifdef __linux__
namespace {

size_t padded(size_t size) { return (size + 3) & ~size_t{3}; }

// A segment of notes in the sense of ELF: each a head, a name and its bytes, padded.
std::string id_in(const char* at, const char* end) {
  ElfW(Nhdr) head;
  while (at + sizeof head <= end) {
    std::memcpy(&head, at, sizeof head);
    const char* name = at + sizeof head;
    const char* bytes = name + padded(head.n_namesz);
    if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == sizeof ELF_NOTE_GNU &&
        std::memcmp(name, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU) == 0)
      return {bytes, head.n_descsz};
    at = bytes + padded(head.n_descsz);
  }
  return {};
}

int look_at(dl_phdr_info* module, size_t, void* out) {
  for (int i = 0; i < module->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = module->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* begin = reinterpret_cast<const char*>(module->dlpi_addr + segment.p_vaddr);
    std::string id = id_in(begin, begin + segment.p_memsz);
    if (id.empty()) continue;
    *static_cast<std::string*>(out) = std::move(id);
    break;
  }
  return 1;  // the program itself comes first, and nothing else is asked about
}

}  // namespace

std::string build_id() {
  std::string id;
  dl_iterate_phdr(look_at, &id);
  return id;
}
#else
std::string build_id() { return {}; }
#endif

}  // namespace server

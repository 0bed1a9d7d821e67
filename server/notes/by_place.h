// The order of entries in what people are told: by path, then by place. Pure: any thread.
#pragma once

#include <string_view>
#include <tuple>

#include "notes/snapshot.h"

namespace notes {

struct ByPlace {
  const Snapshot& vault;

  bool operator()(EntryId a, EntryId b) const {
    if (a.note == b.note) return a.index < b.index;
    return std::tuple(std::string_view(vault.note(a.note)->path()), a.index) <
           std::tuple(std::string_view(vault.note(b.note)->path()), b.index);
  }
};

}  // namespace notes

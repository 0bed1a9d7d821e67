#include "notes/layout.h"

#include <array>

namespace notes {

std::span<const Layout* const> layouts() {
  static const std::array<const Layout*, 3> kLayouts{&front_matter_file_layout(),
                                                     &page_entry_layout(), &heading_entry_layout()};
  return kLayouts;
}

}  // namespace notes

#include "notes/relation.h"

namespace notes {

std::string_view name_of(Relation relation) {
  switch (relation) {
    case Relation::kSameWork:
      return "same-work";
    case Relation::kOtherVersion:
      return "other-version";
    case Relation::kIdentifierConflict:
      return "identifier-conflict";
    case Relation::kCrossListing:
      return "cross-listing";
  }
  return "";
}

}  // namespace notes

#include "notes/verdict_reason.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include "notes/work_evidence.h"

namespace notes {
namespace {

using Works = std::span<const WorkProfile* const>;
using Strings = std::vector<std::string>;

void add_once(std::string what, Strings& out) {
  if (!what.empty() && std::find(out.begin(), out.end(), what) == out.end())
    out.push_back(std::move(what));
}

// `ICLR'24`, `ICLR`, `2024`, or empty.
std::string published(const Entry& entry) {
  if (!entry.year) return entry.venue.str();
  if (entry.venue.empty()) return std::to_string(*entry.year);
  char digits[8];
  std::snprintf(digits, sizeof digits, "'%02d", std::abs(*entry.year) % 100);
  return entry.venue + digits;
}

// Another says where in the same year, or when at the same venue.
bool says_less(const Entry& entry, Works works) {
  return std::any_of(works.begin(), works.end(), [&](const WorkProfile* work) {
    const Entry& other = *work->entry;
    if (entry.venue.empty()) return !other.venue.empty() && other.year == entry.year;
    return !entry.year && other.year && other.venue == entry.venue;
  });
}

void add_identifiers(Works works, Strings& out) {
  Row<Identifier> all;
  for (const WorkProfile* work : works)
    all.insert(all.end(), work->entry->identifiers.begin(), work->entry->identifiers.end());
  std::sort(all.begin(), all.end());
  for (size_t i = 1; i < all.size(); ++i)
    if (all[i] == all[i - 1])
      add_once("same " + std::string(label_of(all[i].kind)) + " " + all[i].value, out);
}

// One of the titles is how all of them begin: `Mamba` and `Mamba: Linear-Time …`.
bool is_begun(Works works) {
  return std::any_of(works.begin(), works.end(), [&](const WorkProfile* work) {
    const std::string_view key = work->entry->title_key;
    return !key.empty() && std::all_of(works.begin(), works.end(), [&](const WorkProfile* other) {
      const std::string_view longer = other->entry->title_key;
      return longer.starts_with(key) && (longer.size() == key.size() || longer[key.size()] == ' ');
    });
  });
}

void add_title(Works works, float share, Strings& out) {
  const bool same = std::all_of(works.begin(), works.end(), [&](const WorkProfile* work) {
    return work->entry->title_key == works.front()->entry->title_key;
  });
  if (same) return add_once("same title", out);
  if (share < 0.5F) {
    if (is_begun(works)) add_once("one title begins the other", out);
    return;
  }
  char text[32];
  std::snprintf(text, sizeof text, "%s title (%.2f)", share >= 0.75F ? "same" : "similar",
                static_cast<double>(std::min(share, 0.99F)));
  add_once(text, out);
}

// For those of whose titles little is the same, and nothing else is known.
void add_similar_title(float share, Strings& out) {
  char text[32];
  std::snprintf(text, sizeof text, "similar title (%.2f)", static_cast<double>(share));
  add_once(text, out);
}

void add_people(Works works, Strings& out) {
  const bool first = std::all_of(works.begin() + 1, works.end(), [&](const WorkProfile* work) {
    return same_first_author(*works.front(), *work) >= 0.5F;
  });
  if (first) add_once("same first author", out);
}

// Where one says other than another: `arXiv'23 and ICLR'24`, the earlier first.
void add_publications(Works works, Strings& out) {
  std::vector<std::pair<int, std::string>> all;
  for (const WorkProfile* work : works) {
    const Entry& entry = *work->entry;
    if (std::string text = published(entry); !text.empty() && !says_less(entry, works))
      all.emplace_back(entry.year.value_or(0), std::move(text));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (all.size() < 2) return;
  std::string words = all.front().second;
  for (size_t i = 1; i < all.size(); ++i)
    words += (i + 1 < all.size() ? ", " : " and ") + all[i].second;
  out.push_back(std::move(words));
}

}  // namespace

std::string reason_in_words(Works works, Relation relation, float title_share) {
  Strings reasons;
  add_identifiers(works, reasons);
  if (relation == Relation::kIdentifierConflict) {
    reasons.push_back("different titles");
  } else {
    add_title(works, title_share, reasons);
    add_people(works, reasons);
    add_publications(works, reasons);
  }
  if (reasons.empty()) add_similar_title(title_share, reasons);
  std::string out;
  for (const std::string& reason : reasons) out += (out.empty() ? "" : ", ") + reason;
  return out;
}

}  // namespace notes

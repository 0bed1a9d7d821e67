#include "notes/work_evidence.h"

#include <algorithm>
#include <cmath>

#include "notes/unicode.h"

namespace notes {
namespace {

constexpr float kUnknown = -1;
constexpr float kSwapped = 0.25F;  // may be one person

float share(float part, float whole) { return whole > 0 ? part / whole : 0; }

bool is_same_family(const std::string& one, const std::string& other) {
  return one == other || is_typo(one, other);
}

// `K. Shim` and `S. Kyuseok`, where somebody took the given name for the family's.
bool are_swapped(const Person& one, const Person& other) {
  return one.given != 0 && one.given == character_at(other.family, 0).code &&
         other.given == character_at(one.family, 0).code && one.given != other.given;
}

float same_person(const Person& one, const Person& other) {
  if (!is_same_family(one.family, other.family)) return are_swapped(one, other) ? kSwapped : 0;
  return one.given == 0 || other.given == 0 || one.given == other.given ? 1 : 0.5F;
}

bool names(std::span<const WorkWord> words, const Person& person) {
  return std::any_of(words.begin(), words.end(), [&](const WorkWord& word) {
    return is_same_family(word.text, person.family_word) ||
           is_same_family(word.text, person.family);
  });
}

bool names(const WorkProfile& work, const Person& person) {
  if (work.people.empty()) return names(work.title, person);
  return std::any_of(work.people.begin(), work.people.end(),
                     [&](const Person& one) { return same_person(one, person) > 0; });
}

// Of the shorter list, where both have one; of the only one in the words of the other title, which
// denies them only where it says more than the first.
void compare_people(const WorkProfile& one, const WorkProfile& other, Evidence& out) {
  auto& f = out.features;
  f[kPeopleShare] = f[kFirstAuthor] = kUnknown;
  f[kPeopleLeast] = static_cast<float>(std::min(one.people.size(), other.people.size()));
  if (one.people.empty() && other.people.empty()) return;
  const bool is_one_named = !one.people.empty() && other.people.empty();
  const bool are_both = !one.people.empty() && !other.people.empty();
  const bool swap = are_both ? other.people.size() < one.people.size() : !is_one_named;
  const WorkProfile &few = swap ? other : one, &many = swap ? one : other;
  const auto found = std::count_if(few.people.begin(), few.people.end(),
                                   [&](const Person& person) { return names(many, person); });
  if (!are_both && found == 0) {
    constexpr float kNames = 2;
    const WordMatch& match = out.titles;
    const float alone =
        swap ? match.weight - match.matched : match.other_weight - match.other_matched;
    if (alone < kNames) return;
  }
  f[kPeopleShare] = static_cast<float>(found) / static_cast<float>(few.people.size());
  f[kFirstAuthor] = are_both ? same_first_author(one, other)
                             : static_cast<float>(names(many.title, few.people.front()));
}

void compare_letters(const WorkProfile& one, const WorkProfile& other, Evidence& out) {
  const std::vector<uint32_t>&a = one.letter_runs, &b = other.letter_runs;
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++common;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  const float both = static_cast<float>(common);
  out.features[kLetterShare] = share(2 * both, static_cast<float>(a.size() + b.size()));
  out.features[kLetterShareMost] = share(both, static_cast<float>(std::min(a.size(), b.size())));
}

struct Alone {
  float weight = 0;
  float words = 0;
  float numbers = 0;
};
Alone alone(std::span<const WorkWord> words, const std::vector<int>& to) {
  Alone out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (to[i] >= 0) continue;
    out.weight += words[i].weight;
    out.words += words[i].weight >= 0.5F ? 1.0F : 0.0F;
    if (words[i].kind == WordKind::kNumber && year_of_word(words[i].text) == 0) out.numbers += 1;
  }
  return out;
}

void compare_titles(const WorkProfile& one, const WorkProfile& other, Evidence& out) {
  out.titles = match_words(one.title, other.title);
  const WordMatch& match = out.titles;
  auto& f = out.features;
  const float a = share(match.matched, match.weight);
  const float b = share(match.other_matched, match.other_weight);
  f[kTitleShare] = share(match.matched + match.other_matched, match.weight + match.other_weight);
  f[kTitleShareMost] = std::max(a, b);
  f[kTitleShareLeast] = std::min(a, b);
  const float start = common_start(match, one.title, other.title);
  f[kStartMost] = share(start, std::min(match.weight, match.other_weight));
  f[kStartLeast] = share(start, std::max(match.weight, match.other_weight));
  f[kTitleWeightLeast] = std::min(match.weight, match.other_weight);
  const Alone here = alone(one.title, match.to_other), there = alone(other.title, match.from_other);
  f[kAloneLeast] = std::min(here.weight, there.weight);
  f[kAloneMost] = std::max(here.weight, there.weight);
  f[kAloneWordsLeast] = std::min(here.words, there.words);
  f[kAloneWordsMost] = std::max(here.words, there.words);
  f[kTypos] = static_cast<float>(match.typos);
  f[kNumbersAlone] = here.numbers + there.numbers;
}

void compare_all(const WorkProfile& one, const WorkProfile& other, Evidence& out) {
  const WordMatch match = match_words(one.all, other.all);
  auto& f = out.features;
  const float a = share(match.matched, match.weight);
  const float b = share(match.other_matched, match.other_weight);
  f[kAllShare] = share(match.matched + match.other_matched, match.weight + match.other_weight);
  f[kAllShareMost] = std::max(a, b);
  f[kAllShareLeast] = std::min(a, b);
  const float start = common_start(match, one.all, other.all);
  const float rest = match.weight - start, other_rest = match.other_weight - start;
  f[kRestWeightLeast] = std::max(0.0F, std::min(rest, other_rest));
  if (f[kRestWeightLeast] < 0.5F) {
    f[kRestShare] = kUnknown;
    return;
  }
  const float found = rest < other_rest ? match.matched - start : match.other_matched - start;
  f[kRestShare] = std::clamp(found / f[kRestWeightLeast], 0.0F, 1.0F);
}

void compare_publication(const WorkProfile& one, const WorkProfile& other, Evidence& out) {
  auto& f = out.features;
  const bool dated = one.year > 0 && other.year > 0;
  f[kYearGap] =
      dated ? std::min(10.0F, std::abs(static_cast<float>(one.year - other.year))) : kUnknown;
  const Venue &a = one.venue, &b = other.venue;
  f[kSameVenue] =
      a.series == 0 || b.series == 0 ? kUnknown : static_cast<float>(a.series == b.series);
  f[kSameVenueKind] = a.kind == VenueKind::kUnknown || b.kind == VenueKind::kUnknown
                          ? kUnknown
                          : static_cast<float>(a.kind == b.kind);
  f[kHasPreprint] =
      static_cast<float>(a.kind == VenueKind::kPreprint || b.kind == VenueKind::kPreprint);
  // A preprint comes out somewhere, a year or two later.
  if (f[kHasPreprint] > 0 && a.kind != b.kind) {
    f[kSameVenue] = f[kSameVenueKind] = kUnknown;
    if (f[kYearGap] > 0 && f[kYearGap] <= 2) f[kYearGap] = 0;
  }
}

}  // namespace

float same_first_author(const WorkProfile& one, const WorkProfile& other) {
  if (one.people.empty() || other.people.empty()) return kUnknown;
  return same_person(one.people.front(), other.people.front());
}

Evidence evidence_of(const WorkProfile& one, const WorkProfile& other) {
  Evidence out;
  compare_titles(one, other, out);
  compare_letters(one, other, out);
  compare_all(one, other, out);
  compare_people(one, other, out);
  compare_publication(one, other, out);
  return out;
}

}  // namespace notes

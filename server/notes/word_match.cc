#include "notes/word_match.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

#include "notes/opposites.h"

namespace notes {
namespace {

using Words = std::span<const WorkWord>;

constexpr size_t kLongestWord = 24;  // that is compared letter by letter

// Letters to add, drop, change or swap with the next.
int edits(std::string_view a, std::string_view b) {
  std::array<std::array<uint8_t, kLongestWord + 1>, 3> rows{};
  auto *before = &rows[0], *last = &rows[1], *row = &rows[2];
  for (size_t j = 0; j <= b.size(); ++j) (*last)[j] = static_cast<uint8_t>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    (*row)[0] = static_cast<uint8_t>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      int best = (*last)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      best = std::min({best, (*last)[j] + 1, (*row)[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, (*before)[j - 2] + 1);
      (*row)[j] = static_cast<uint8_t>(best);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return (*last)[b.size()];
}

int most_edits(size_t longer) { return longer < 9 ? 1 : 2; }

// Each edit brings at most one letter that was not there.
bool takes_more_edits(uint32_t letters, uint32_t others, int most) {
  return std::popcount(letters & ~others) > most || std::popcount(others & ~letters) > most;
}

// No slip brings so many new letters.
bool are_of_other_letters(const WorkWord& one, const WorkWord& other) {
  const auto has_three = [](uint32_t bits) {
    bits &= bits - 1;
    return (bits & (bits - 1)) != 0;
  };
  return has_three(one.letters & ~other.letters) || has_three(other.letters & ~one.letters);
}

// `supervised` and `unsupervised` are no slip of the pen.
bool is_prefixed(std::string_view word, std::string_view stem) {
  constexpr std::string_view kPrefixes[] = {"a", "bi", "de", "il", "im", "in", "ir", "re", "un"};
  return word.size() > stem.size() && word.ends_with(stem) &&
         std::find(std::begin(kPrefixes), std::end(kPrefixes),
                   word.substr(0, word.size() - stem.size())) != std::end(kPrefixes);
}

class Matcher {
 public:
  Matcher(Words one, Words other) : one_(one), other_(other) {
    match_.to_other.assign(one.size(), -1);
    match_.from_other.assign(other.size(), -1);
  }

  WordMatch run() {
    pair_equal();
    if (has_open()) {
      pair_joined(one_, match_.to_other, other_, match_.from_other);
      pair_joined(other_, match_.from_other, one_, match_.to_other);
      pair_acronyms(one_, match_.to_other, other_, match_.from_other);
      pair_acronyms(other_, match_.from_other, one_, match_.to_other);
      pair_twos(one_, match_.to_other, other_, match_.from_other);
      pair_twos(other_, match_.from_other, one_, match_.to_other);
      pair_typos();
    }
    weigh(one_, match_.to_other, match_.weight, match_.matched);
    weigh(other_, match_.from_other, match_.other_weight, match_.other_matched);
    return std::move(match_);
  }

 private:
  bool has_open() const {
    return std::find(match_.to_other.begin(), match_.to_other.end(), -1) != match_.to_other.end() &&
           std::find(match_.from_other.begin(), match_.from_other.end(), -1) !=
               match_.from_other.end();
  }

  void pair(size_t i, size_t j) {
    match_.to_other[i] = static_cast<int>(j);
    match_.from_other[j] = static_cast<int>(i);
  }

  // Of several, the one nearest behind the last.
  void pair_equal() {
    int expected = 0;
    for (size_t i = 0; i < one_.size(); ++i) {
      int best = -1;
      for (size_t j = 0; j < other_.size(); ++j) {
        if (other_[j].hash != one_[i].hash || match_.from_other[j] >= 0) continue;
        const int at = static_cast<int>(j);
        if (best < 0 || std::abs(at - expected) < std::abs(best - expected)) best = at;
      }
      if (best < 0) continue;
      pair(i, static_cast<size_t>(best));
      expected = best + 1;
    }
  }

  // Two words of `many` written as one of `few`.
  static void pair_joined(Words few, std::vector<int>& to_many, Words many,
                          std::vector<int>& to_few) {
    for (size_t i = 0; i < few.size(); ++i) {
      if (to_many[i] >= 0 || few[i].text.size() < 4) continue;
      for (size_t j = 0; j + 1 < many.size(); ++j) {
        if (to_few[j] >= 0 && to_few[j + 1] >= 0) continue;
        const std::string_view whole = few[i].text, front = many[j].text, back = many[j + 1].text;
        if (whole.size() != front.size() + back.size() || !whole.starts_with(front) ||
            !whole.ends_with(back))
          continue;
        to_many[i] = static_cast<int>(j);
        to_few[j] = to_few[j + 1] = static_cast<int>(i);
        break;
      }
    }
  }

  // `llm` for `large language model`; grammar may stand between.
  static void pair_acronyms(Words brief, std::vector<int>& to_full, Words full,
                            std::vector<int>& to_brief) {
    for (size_t i = 0; i < brief.size(); ++i) {
      const std::string_view letters = brief[i].text;
      if (to_full[i] >= 0 || brief[i].kind != WordKind::kWord || letters.size() < 2 ||
          letters.size() > kLongestBrief)
        continue;
      for (size_t j = 0; j < full.size(); ++j) {
        std::array<size_t, kLongestBrief> spelled{};
        size_t count = 0;
        for (size_t k = j; k < full.size() && count < letters.size(); ++k) {
          if (full[k].text.front() == letters[count] && to_brief[k] < 0)
            spelled[count++] = k;
          else if (full[k].weight > 0.1F || count == 0)
            break;
        }
        if (count < letters.size()) continue;
        to_full[i] = static_cast<int>(j);
        for (size_t k = 0; k < count; ++k) to_brief[spelled[k]] = static_cast<int>(i);
        break;
      }
    }
  }

  // `b2b` for `business to business`, `seq2seq` for `sequence to sequence`.
  static void pair_twos(Words brief, std::vector<int>& to_full, Words full,
                        std::vector<int>& to_brief) {
    for (size_t i = 0; i < brief.size(); ++i) {
      if (to_full[i] >= 0 || brief[i].kind != WordKind::kNumber) continue;
      const std::string_view text = brief[i].text;
      const size_t two = text.find('2');
      if (two == std::string_view::npos || two == 0 || two + 1 >= text.size()) continue;
      for (size_t j = 0; j + 2 < full.size(); ++j) {
        if (full[j + 1].text != "to" || to_brief[j] >= 0 || to_brief[j + 2] >= 0 ||
            !full[j].text.starts_with(text.substr(0, two)) ||
            !full[j + 2].text.starts_with(text.substr(two + 1)))
          continue;
        to_full[i] = static_cast<int>(j);
        to_brief[j] = to_brief[j + 1] = to_brief[j + 2] = static_cast<int>(i);
        break;
      }
    }
  }

  void pair_typos() {
    for (size_t i = 0; i < one_.size(); ++i) {
      if (match_.to_other[i] >= 0 || one_[i].kind != WordKind::kWord) continue;
      for (size_t j = 0; j < other_.size(); ++j) {
        if (match_.from_other[j] >= 0 || other_[j].kind != WordKind::kWord ||
            are_of_other_letters(one_[i], other_[j]) || !is_typo(one_[i].text, other_[j].text))
          continue;
        pair(i, j);
        ++match_.typos;
        break;
      }
    }
  }

  static void weigh(Words words, const std::vector<int>& to, float& all, float& matched) {
    for (size_t i = 0; i < words.size(); ++i) {
      all += words[i].weight;
      if (to[i] >= 0) matched += words[i].weight;
    }
  }

  Words one_, other_;
  WordMatch match_;
};

}  // namespace

bool may_be_typo(const Spelling& one, const Spelling& other) {
  const size_t longer = std::max(one.size, other.size);
  const size_t shorter = std::min(one.size, other.size);
  if (longer < 5 || longer > kLongestWord || longer - shorter > 2) return false;
  if (one.front != other.front && longer < 7) return false;
  return !takes_more_edits(one.letters, other.letters, most_edits(longer));
}

bool is_typo(std::string_view one, std::string_view other) {
  if (!may_be_typo(Spelling(one), Spelling(other))) return false;
  if (is_prefixed(one, other) || is_prefixed(other, one)) return false;
  return edits(one, other) <= most_edits(std::max(one.size(), other.size())) &&
         !are_opposites(one, other);
}

WordMatch match_words(Words one, Words other) { return Matcher(one, other).run(); }

float common_start(const WordMatch& match, Words one, Words other) {
  constexpr float kLittle = 0.1F;
  float common = 0;
  size_t i = 0, j = 0;
  while (true) {
    while (i < one.size() && match.to_other[i] < 0 && one[i].weight <= kLittle) ++i;
    while (j < other.size() && match.from_other[j] < 0 && other[j].weight <= kLittle) ++j;
    if (i >= one.size() || j >= other.size() || match.to_other[i] < 0 || match.from_other[j] < 0)
      break;
    const bool meets = match.to_other[i] <= static_cast<int>(j) + 1 &&
                       match.to_other[i] + 1 >= static_cast<int>(j) &&
                       match.from_other[j] <= static_cast<int>(i) + 1 &&
                       match.from_other[j] + 1 >= static_cast<int>(i);
    if (!meets && one[i].weight > kLittle && other[j].weight > kLittle) break;
    common += (one[i].weight + other[j].weight) / 2;
    // Words that are one on the other side are passed together.
    const int to = match.to_other[i], from = match.from_other[j];
    while (i < one.size() && match.to_other[i] == to) ++i;
    while (j < other.size() && match.from_other[j] == from) ++j;
  }
  return common;
}

}  // namespace notes

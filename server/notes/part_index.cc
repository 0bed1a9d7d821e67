#include "notes/part_index.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "notes/find.h"
#include "notes/fuzzy.h"
#include "notes/numbered_texts.h"

namespace notes {
namespace {

template <class F>
void for_each_part(std::string_view text, F f) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = next_word_start(text, begin);
    if (text[begin] != ' ') f(text.substr(begin, end - begin));
    begin = end;
  }
}

uint64_t head_of(std::string_view text) {
  uint64_t out = 0;
  for (size_t i = 0; i < sizeof out; ++i)
    out = out << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  return out;
}

std::vector<std::string_view> words_of(std::string_view words) {
  std::vector<std::string_view> out;
  every_word(words, [&](std::string_view word) {
    out.push_back(word);
    return true;
  });
  return out;
}

}  // namespace

// What it is made from, and by which steps.
class PartIndex::Draft {
 public:
  Draft(PartIndex& index, const std::vector<Item>& items) : index_(index), items_(items) {}

  void collect() {
    for (const Item& item : items_) {
      part_begins_.push_back(static_cast<uint32_t>(parts_.size()));
      for_each_part(item.text,
                    [&](std::string_view text) { parts_.push_back(texts_.number_of(text)); });
    }
    part_begins_.push_back(static_cast<uint32_t>(parts_.size()));
  }

  // What is compared lies side by side: there may be hundreds of thousands.
  void rank() {
    struct Ranked {
      uint32_t size, item;
      uint64_t date;
    };
    std::vector<Ranked> ranked;
    for (uint32_t i = 0; i < items_.size(); ++i)
      if (const Item& item = items_[i]; !item.text.empty())
        ranked.push_back({static_cast<uint32_t>(item.text.size()), i, ~item.date});
    std::ranges::sort(ranked, {},
                      [](const Ranked& one) { return std::tuple(one.size, one.date, one.item); });
    for (const Ranked& one : ranked) index_.ranked_.push_back(one.item);
  }

  void write_parts() {
    struct Part {
      uint64_t head;  // the bytes it begins with: they decide between most
      uint32_t number;
    };
    std::vector<Part> sorted;
    for (uint32_t i = 0; i < texts_.size(); ++i) sorted.push_back({head_of(texts_[i]), i});
    std::ranges::sort(sorted, [&](const Part& a, const Part& b) {
      return a.head != b.head ? a.head < b.head : texts_[a.number] < texts_[b.number];
    });
    std::vector<uint32_t> place(sorted.size());
    constexpr size_t kAhead = 16;  // they lie all over memory
    for (uint32_t i = 0; i < sorted.size(); ++i) {
      if (i + kAhead < sorted.size()) __builtin_prefetch(texts_[sorted[i + kAhead].number].data());
      place[sorted[i].number] = i;
      index_.begins_.push_back(static_cast<uint32_t>(index_.text_.size()));
      index_.text_.append(texts_[sorted[i].number]) += '\n';
    }
    index_.begins_.push_back(static_cast<uint32_t>(index_.text_.size()));
    for (uint32_t& part : parts_) part = place[part];
  }

  // Those of a part lie together, by rank.
  void write_postings() {
    std::vector<uint32_t>& begins = index_.posting_begins_;
    begins.assign(texts_.size() + 1, 0);
    for (const uint32_t part : parts_) ++begins[part + 1];
    for (size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    index_.postings_.resize(parts_.size());
    std::vector<uint32_t> next(begins.begin(), begins.end() - 1);
    for (uint32_t rank = 0; rank < index_.ranked_.size(); ++rank) {
      const uint32_t item = index_.ranked_[rank];
      for (uint32_t i = part_begins_[item]; i < part_begins_[item + 1]; ++i)
        index_.postings_[next[parts_[i]]++] = 2 * rank + (i == part_begins_[item] ? 1 : 0);
    }
  }

 private:
  PartIndex& index_;
  const std::vector<Item>& items_;
  NumberedTexts texts_;                // of parts
  std::vector<uint32_t> parts_;        // of all items
  std::vector<uint32_t> part_begins_;  // of each item
};

PartIndex::PartIndex(const std::vector<Item>& items) {
  Draft draft(*this, items);
  draft.collect();
  draft.rank();
  draft.write_parts();
  draft.write_postings();
}

PartIndex::Span PartIndex::starting_with(std::string_view word) const {
  const auto first = [&](auto is_before) {
    size_t begin = 0, end = begins_.size() - 1;
    while (begin < end) {
      const size_t middle = begin + (end - begin) / 2;
      if (is_before(part(middle)))
        begin = middle + 1;
      else
        end = middle;
    }
    return begin;
  };
  return {first([&](std::string_view text) { return text < word; }),
          first([&](std::string_view text) { return text.substr(0, word.size()) <= word; })};
}

void PartIndex::add(Span parts, bool first, Ranks& ranks) const {
  for (uint32_t i = posting_begins_[parts.begin]; i < posting_begins_[parts.end]; ++i) {
    const uint32_t posting = postings_[i];
    if (first && posting % 2 == 0) continue;
    ranks[posting / 128] |= uint64_t{1} << posting / 2 % 64;
  }
}

void PartIndex::add_holding(std::string_view word, Ranks& ranks) const {
  for (size_t at = notes::find(text_, word); at != std::string_view::npos;) {
    const auto behind = std::ranges::upper_bound(begins_, at);
    const auto part = static_cast<size_t>(behind - begins_.begin()) - 1;
    add({part, part + 1}, false, ranks);
    at = notes::find(text_, word, *behind);
  }
}

bool PartIndex::can_find(std::string_view words) {
  return std::ranges::all_of(words_of(words), [](std::string_view word) {
    return next_word_start(word, 0) == word.size();
  });
}

void PartIndex::find(std::string_view words, const TextOf& text_of, const Found& f) const {
  const std::vector<std::string_view> all = words_of(words);
  const size_t size = (ranked_.size() + 63) / 64;
  if (all.empty() || size == 0) return;
  const auto held_by_all = [&](auto add_word) {
    Ranks out(size, ~uint64_t{0}), one;
    for (const std::string_view word : all) {
      one.assign(size, 0);
      add_word(word, one);
      for (size_t i = 0; i < size; ++i) out[i] &= one[i];
    }
    return out;
  };
  // Calls f with those that are not done, and gives whether it wants more.
  Ranks done(size, 0);
  const auto each = [&](const Ranks& ranks, auto score_of) {
    for (size_t i = 0; i < size; ++i)
      for (uint64_t left = ranks[i] & ~done[i]; left != 0; left &= left - 1) {
        const uint32_t item = ranked_[i * 64 + static_cast<size_t>(std::countr_zero(left))];
        const std::optional<std::string_view> text = text_of(item);
        const std::optional<int> score = text ? score_of(*text) : std::nullopt;
        if (!score) continue;
        done[i] |= left & -left;
        if (!f(item, *score)) return false;
      }
    return true;
  };

  Ranks first(size, 0);
  add(starting_with(all.front()), true, first);
  const auto starts = [&](std::string_view word, Ranks& to) {
    add(starting_with(word), false, to);
  };
  const bool is_one = all.size() == 1;
  const Ranks started = is_one ? Ranks() : held_by_all(starts);
  for (size_t i = 0; i < started.size(); ++i) first[i] &= started[i];
  const auto as_whole = [&](std::string_view text) {
    return text.starts_with(words) ? std::optional(fuzzy_bound(words, true, text.size()))
                                   : std::nullopt;
  };
  if (!each(first, as_whole)) return;
  const auto as_starts = [&](std::string_view text) {
    return std::optional(fuzzy_bound(words, false, text.size()));
  };
  if (!each(is_one ? held_by_all(starts) : started, as_starts)) return;
  const auto inside = [](std::string_view text) {
    return std::optional(fuzzy_bound_inside(text.size()));
  };
  each(held_by_all([&](std::string_view word, Ranks& to) { add_holding(word, to); }), inside);
}

}  // namespace notes

#include "notes/title_index.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "notes/find.h"
#include "notes/fuzzy.h"

namespace notes {
namespace {

constexpr size_t kNewest = 1000;

template <class F>
void for_each_part(std::string_view title, F f) {
  for (size_t begin = 0; begin < title.size();) {
    const size_t end = next_word_start(title, begin);
    if (title[begin] != ' ') f(title.substr(begin, end - begin));
    begin = end;
  }
}

std::vector<std::string_view> words_of(std::string_view words) {
  std::vector<std::string_view> out;
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) out.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace

// What it is made from, and by which steps.
class TitleIndex::Draft {
 public:
  explicit Draft(TitleIndex& index) : index_(index) {}

  void collect() {
    for (NoteId id = 0; id < index_.notes_.size(); ++id)
      if (const Note* note = index_.notes_.at(id).get())
        for (uint32_t i = 0; i < note->chunks().size(); ++i)
          if (const Digest& digest = note->chunks()[i].chunk->digest; digest.size() > 0) {
            index_.chunks_.push_back({id, i, count_});
            for (size_t entry = 0; entry < digest.size(); ++entry) add(digest, entry);
          }
    part_begins_.push_back(static_cast<uint32_t>(parts_.size()));
  }

  void rank() {
    std::vector<Titled> titled = std::move(titled_);
    const auto by_length = [](const Titled& one) {
      return std::tuple(one.length, ~one.date, one.ordinal);
    };
    const auto by_date = [](const Titled& one) { return std::tuple(~one.date, one.ordinal); };
    std::ranges::sort(titled, {}, by_length);
    for (const Titled& one : titled) index_.ranked_.push_back(one.ordinal);
    const size_t newest = std::min(kNewest, titled.size());
    std::ranges::partial_sort(titled, titled.begin() + static_cast<std::ptrdiff_t>(newest), {},
                              by_date);
    for (size_t i = 0; i < newest; ++i) index_.newest_.push_back(titled[i].ordinal);
  }

  void write_parts() {
    std::vector<uint32_t> sorted(texts_.size());
    for (uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
    std::ranges::sort(sorted, {}, [&](uint32_t i) { return texts_[i]; });
    std::vector<uint32_t> place(sorted.size());
    for (uint32_t i = 0; i < sorted.size(); ++i) {
      place[sorted[i]] = i;
      index_.begins_.push_back(static_cast<uint32_t>(index_.text_.size()));
      index_.text_.append(texts_[sorted[i]]) += '\n';
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
      const uint32_t ordinal = index_.ranked_[rank];
      for (uint32_t i = part_begins_[ordinal]; i < part_begins_[ordinal + 1]; ++i)
        index_.postings_[next[parts_[i]]++] = 2 * rank + (i == part_begins_[ordinal] ? 1 : 0);
    }
  }

 private:
  struct Titled {
    size_t length = 0;
    uint64_t date = 0;
    uint32_t ordinal = 0;
  };

  void add(const Digest& digest, size_t entry) {
    const std::string_view title = digest.title(entry);
    part_begins_.push_back(static_cast<uint32_t>(parts_.size()));
    if (!title.empty()) titled_.push_back({title.size(), digest.date(entry), count_});
    for_each_part(title, [&](std::string_view text) {
      const auto [at, is_new] = numbers_.try_emplace(text, static_cast<uint32_t>(texts_.size()));
      if (is_new) texts_.push_back(text);
      parts_.push_back(at->second);
    });
    ++count_;
  }

  TitleIndex& index_;
  uint32_t count_ = 0;  // of entries
  std::vector<Titled> titled_;
  std::unordered_map<std::string_view, uint32_t> numbers_;
  std::vector<std::string_view> texts_;  // of parts, by their numbers
  std::vector<uint32_t> parts_;          // of all titles
  std::vector<uint32_t> part_begins_;    // of each entry, by its ordinal
};

TitleIndex::TitleIndex(const Snapshot& vault) : notes_(vault.table()) {
  Draft draft(*this);
  draft.collect();
  draft.rank();
  draft.write_parts();
  draft.write_postings();
}

TitleIndex::Span TitleIndex::starting_with(std::string_view word) const {
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

void TitleIndex::add(Span parts, bool first, Ranks& ranks) const {
  for (uint32_t i = posting_begins_[parts.begin]; i < posting_begins_[parts.end]; ++i) {
    const uint32_t posting = postings_[i];
    if (first && posting % 2 == 0) continue;
    ranks[posting / 128] |= uint64_t{1} << posting / 2 % 64;
  }
}

void TitleIndex::add_holding(std::string_view word, Ranks& ranks) const {
  for (size_t at = notes::find(text_, word); at != std::string_view::npos;) {
    const auto behind = std::ranges::upper_bound(begins_, at);
    const auto part = static_cast<size_t>(behind - begins_.begin()) - 1;
    add({part, part + 1}, false, ranks);
    at = notes::find(text_, word, *behind);
  }
}

TitleIndex::Sight::Sight(const TitleIndex& index, const Snapshot& vault)
    : index_(index), vault_(vault) {
  for (const NoteId id : vault.table().differing_from(index.notes_)) compare(id);
}

void TitleIndex::Sight::compare(NoteId id) {
  std::unordered_map<const Chunk*, const PlacedChunk*> now;
  if (const Note* note = vault_.note(id))
    for (const PlacedChunk& in : note->chunks())
      if (in.chunk->digest.size() > 0) now.emplace(in.chunk.get(), &in);
  Chunks& moved = moved_[id];
  if (const Note* before = index_.notes_.at(id).get())
    for (const PlacedChunk& in : before->chunks()) {
      const auto at = now.find(in.chunk.get());
      moved.push_back(at == now.end() ? nullptr : at->second);
      if (at != now.end()) now.erase(at);
    }
  for (const auto& [chunk, in] : now) unknown_.emplace_back(id, in);
}

std::optional<TitleIndex::Hit> TitleIndex::Sight::at(uint32_t ordinal) const {
  const auto behind = std::ranges::upper_bound(index_.chunks_, ordinal, {}, &Placement::ordinal);
  const Placement& placed = *(behind - 1);
  if (vault_.stands_aside(placed.note)) return std::nullopt;
  const auto moved = moved_.find(placed.note);
  const PlacedChunk* const in = moved == moved_.end()
                                    ? &vault_.note(placed.note)->chunks()[placed.chunk]
                                    : moved->second[placed.chunk];
  if (!in) return std::nullopt;
  return Hit{placed.note, in, ordinal - placed.ordinal, 0};
}

bool TitleIndex::Sight::can_find(std::string_view words) {
  return std::ranges::all_of(words_of(words), [](std::string_view word) {
    return next_word_start(word, 0) == word.size();
  });
}

void TitleIndex::Sight::find(std::string_view words,
                             const std::function<bool(const Hit&)>& f) const {
  const std::vector<std::string_view> all = words_of(words);
  if (all.empty()) {
    for (const uint32_t ordinal : index_.newest_)
      if (const auto hit = at(ordinal); hit && !f(*hit)) return;
    return;
  }
  const size_t size = (index_.size() + 63) / 64;
  const auto held_by_all = [&](auto add) {
    Ranks out(size, ~uint64_t{0}), one;
    for (const std::string_view word : all) {
      one.assign(size, 0);
      add(word, one);
      for (size_t i = 0; i < size; ++i) out[i] &= one[i];
    }
    return out;
  };
  // Calls f with those that are not done, and gives whether it wants more.
  Ranks done(size, 0);
  const auto each = [&](const Ranks& ranks, auto score) {
    for (size_t i = 0; i < size; ++i)
      for (uint64_t left = ranks[i] & ~done[i]; left != 0; left &= left - 1) {
        auto hit = at(index_.ranked_[i * 64 + static_cast<size_t>(std::countr_zero(left))]);
        const std::string_view title = hit ? hit->in->chunk->digest.title(hit->entry) : "";
        const std::optional<int> scored = hit ? score(title) : std::nullopt;
        if (!scored) continue;
        hit->score = *scored;
        done[i] |= left & -left;
        if (!f(*hit)) return false;
      }
    return true;
  };

  Ranks first(size, 0);
  const Span begun = index_.starting_with(all.front());
  const bool is_one = all.size() == 1;
  index_.add({begun.begin, is_one ? begun.end : std::min(begun.end, begun.begin + 1)}, true, first);
  const auto starts = [&](std::string_view word, Ranks& to) {
    index_.add(index_.starting_with(word), false, to);
  };
  const Ranks started = is_one ? Ranks() : held_by_all(starts);
  for (size_t i = 0; i < started.size(); ++i) first[i] &= started[i];
  const auto as_whole = [&](std::string_view title) {
    return title.starts_with(words) ? std::optional(fuzzy_bound(words, true, title.size()))
                                    : std::nullopt;
  };
  if (!each(first, as_whole)) return;
  const auto as_starts = [&](std::string_view title) {
    return std::optional(fuzzy_bound(words, false, title.size()));
  };
  if (!each(is_one ? held_by_all(starts) : started, as_starts)) return;
  const auto inside = [&](std::string_view title) {
    return std::optional(fuzzy_bound_inside(title.size()));
  };
  each(held_by_all([&](std::string_view word, Ranks& to) { index_.add_holding(word, to); }),
       inside);
}

void TitleIndex::Sight::for_each_unknown(
    const std::function<void(NoteId, const PlacedChunk&)>& f) const {
  for (const auto& [note, in] : unknown_)
    if (!vault_.stands_aside(note)) f(note, *in);
}

size_t TitleIndex::Sight::unknown_entries() const {
  size_t out = 0;
  for (const auto& [note, in] : unknown_) out += in->chunk->digest.size();
  return out;
}

}  // namespace notes

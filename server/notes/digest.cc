#include "notes/digest.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "notes/archive.h"
#include "notes/find.h"
#include "notes/text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// fold(), without its cost for the ASCII that most names are.
void append_folded(std::string& out, std::string_view text) {
  if (!is_ascii(text)) {
    out += fold(text);
    return;
  }
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Three bytes in a row, or two and a zero.
uint32_t gram_of(const char* at, bool of_three) {
  const auto byte = [&](int i) { return static_cast<uint32_t>(static_cast<unsigned char>(at[i])); };
  return byte(0) << 16 | byte(1) << 8 | (of_three ? byte(2) : 0);
}

uint32_t hash_of(uint32_t gram) { return gram * 2654435761u >> 16; }

// So many bits that most of them stay free; a power of two.
size_t words_for_grams(size_t bytes) {
  constexpr size_t kMostBits = 1u << 15;
  return std::bit_ceil(std::clamp<size_t>(2 * bytes, 64, kMostBits)) / 64;
}

void prefetch_at(const void* address) { __builtin_prefetch(address); }

void prefetch_from(const void* begin, const void* end) {
  constexpr size_t kLine = 64;
  for (const char* at = static_cast<const char*>(begin); at < end; at += kLine) prefetch_at(at);
}

// Where uses of tags stand in the lines of their chunk. Asked in the order of the text.
class InLines {
 public:
  InLines(std::span<const Placed<Section>> sections, const Text& text, uint32_t base)
      : sections_(sections), text_(text), base_(base) {}

  // `index` is the use's in the chunk.
  Digest::Use operator()(const Placed<TagUse>& use, uint32_t index) {
    const Range range = use->range;
    const Digest::Use unknown{use.range().begin, index, 0, 0, 0};
    while (sections_[section_].base != use.base) lines_ += sections_[section_++]->lines.size();
    const Row<Line>& lines = sections_[section_]->lines;
    const auto behind = std::partition_point(lines.begin(), lines.end(), [&](const Line& line) {
      return line.range.begin <= range.begin;
    });
    if (!use->is_sure || !use->longer.empty() || behind == lines.begin()) return unknown;
    const Range line = behind[-1].range;
    constexpr uint32_t kLargest = std::numeric_limits<uint8_t>::max();
    if (range.end > line.end || range.empty() || range.size() > kLargest) return unknown;
    // A line may be the whole of a large file, with a tag in every word.
    if (counted_ < use.base + line.begin) counted_ = use.base + line.begin, column_ = 0;
    const Range at = range.shifted(use.base);
    const std::string_view bytes = text_.slice(Range{counted_, at.end}.shifted(base_));
    const uint32_t column = column_ + utf16_units(bytes.substr(0, at.begin - counted_));
    const uint32_t width = utf16_units(bytes.substr(at.begin - counted_));
    counted_ = at.end;
    column_ = column + width;
    if (column > std::numeric_limits<uint16_t>::max()) return unknown;
    const auto number = lines_ + static_cast<size_t>(behind - lines.begin()) - 1;
    return {use.range().begin, static_cast<uint32_t>(number), static_cast<uint16_t>(column),
            static_cast<uint8_t>(width), static_cast<uint8_t>(range.size())};
  }

 private:
  std::span<const Placed<Section>> sections_;
  const Text& text_;
  uint32_t base_ = 0;
  size_t section_ = 0;
  size_t lines_ = 0;      // of the sections before
  uint32_t counted_ = 0;  // up to there, in the chunk, columns of the line are counted
  uint32_t column_ = 0;   // and this is the next
};

}  // namespace

uint64_t order_of(const Entry& entry) {
  const Date noted = entry.noted.value_or(Date{});
  const auto part = [](int value, int most) {
    return static_cast<uint64_t>(std::clamp(value, 0, most));
  };
  return part(noted.year, 0xFFFF) << 48 | part(noted.month, 0xFF) << 40 |
         part(noted.day, 0xFF) << 32 | part(entry.year.value_or(0), 0xFFFF) << 8 |
         part(entry.month.value_or(0), 0xFF);
}

struct Digest::Draft {
  std::vector<uint64_t> dates;
  std::vector<Key> tags;
  std::vector<uint32_t> begins{0}, title_ends, tag_begins{0};
  std::string words;

  void add_words(const Entry& entry) {
    words += entry.title_key;
    title_ends.push_back(static_cast<uint32_t>(words.size()));
    for (const Phrase& author : entry.authors) append_folded(words += ' ', author);
    std::replace(words.begin() + begins.back(), words.end(), '\n', ' ');
    words += '\n';
    begins.push_back(static_cast<uint32_t>(words.size()));
  }
};

Digest::Digest(std::span<const Placed<Entry>> entries, std::span<const Placed<TagUse>> tags,
               std::span<const Placed<Section>> sections, const Text& text, uint32_t base) {
  NumberedTexts names;
  std::vector<Key> key_of_name;  // since folding is slow
  std::vector<std::pair<Key, uint32_t>> uses;
  uses.reserve(tags.size());
  std::vector<Use> placed;
  placed.reserve(tags.size());
  InLines in_lines(sections, text, base);
  for (uint32_t i = 0; i < tags.size(); ++i) {
    const TagUse& use = *tags[i];
    placed.push_back(in_lines(tags[i], i));
    has_sure_tags_ = has_sure_tags_ && use.is_sure && use.longer.empty();
    if (!use.key.empty()) {
      const uint32_t name = names.number_of(use.name);
      if (name == key_of_name.size()) key_of_name.push_back(make_key(KeyKind::kTag, use.key));
      uses.push_back({key_of_name[name], i});
    }
    for (const LongerTag& longer : use.longer)
      uses.push_back({make_key(KeyKind::kTag, longer.key), i});
  }
  std::sort(uses.begin(), uses.end());
  uses_.reserve(uses.size());
  for (const auto& [key, use] : uses) {
    if (by_tag_.empty() || by_tag_.back().tag != key) by_tag_.push_back({key, 0});
    uses_.push_back(placed[use]);
    by_tag_.back().end = static_cast<uint32_t>(uses_.size());
  }
  by_tag_.shrink_to_fit();
  uses_.shrink_to_fit();
  if (entries.empty()) return;
  Draft draft;
  for (const Placed<Entry>& entry : entries) {
    draft.add_words(*entry);
    draft.dates.push_back(order_of(*entry));
    for (const Phrase& tag : entry->tags) {
      const uint32_t name = names.number_of(tag);
      if (name == key_of_name.size()) key_of_name.push_back(make_key(KeyKind::kTag, tag_key(tag)));
      draft.tags.push_back(key_of_name[name]);
    }
    draft.tag_begins.push_back(static_cast<uint32_t>(draft.tags.size()));
  }
  lay_out(draft);
}

void Digest::lay_out(const Draft& draft) {
  size_ = static_cast<uint32_t>(draft.dates.size());
  tags_ = static_cast<uint32_t>(draft.tags.size());
  grams_ = static_cast<uint32_t>(words_for_grams(draft.words.size()));
  const size_t small = draft.begins.size() + draft.title_ends.size() + draft.tag_begins.size();
  const size_t bytes = small * sizeof(uint32_t) + size_ * kHead + draft.words.size();
  data_.resize(grams_ + size_ + tags_ + (bytes + 7) / 8);
  uint64_t* large = std::copy(draft.dates.begin(), draft.dates.end(), data_.data() + grams_);
  large = std::copy(draft.tags.begin(), draft.tags.end(), large);
  auto* to = reinterpret_cast<uint32_t*>(large);
  for (const std::vector<uint32_t>* list : {&draft.begins, &draft.title_ends, &draft.tag_begins})
    to = std::copy(list->begin(), list->end(), to);
  auto* heads = reinterpret_cast<char*>(to);
  for (size_t i = 0; i < size_; ++i) draft.words.copy(heads + i * kHead, kHead, draft.begins[i]);
  std::copy(draft.words.begin(), draft.words.end(), heads + size_ * kHead);

  newest_ = *std::max_element(draft.dates.begin(), draft.dates.end());
  for (size_t i = 0; i < size_; ++i)
    shortest_title_ = std::min(shortest_title_, static_cast<uint32_t>(title(i).size()));
  // The first has no line break before it to start behind.
  uint64_t* const grams = data_.data();
  const uint32_t mask = grams_ - 1;
  const auto add = [&](uint32_t gram) {
    const uint32_t bit = hash_of(gram);
    grams[bit / 64 & mask] |= uint64_t{1} << bit % 64;
  };
  uint32_t last = '\n';  // bytes, the last of them lowest
  for (size_t at = 0; at < draft.words.size(); ++at) {
    last = (last << 8 | static_cast<unsigned char>(draft.words[at])) & 0xFFFFFF;
    add((last & 0xFFFF) << 8);
    if (at > 0) add(last);
  }
}

bool Digest::has_gram(uint32_t gram) const {
  const uint32_t bit = hash_of(gram);
  return (data_[bit / 64 & (grams_ - 1)] >> bit % 64 & 1) != 0;
}

bool Digest::may_hold(std::string_view word) const {
  if (size_ == 0) return false;
  if (word.size() == 2) return has_gram(gram_of(word.data(), false));
  for (size_t at = 0; at + 3 <= word.size(); ++at)
    if (!has_gram(gram_of(word.data() + at, true))) return false;
  return true;
}

bool Digest::may_start(std::string_view start) const {
  if (size_ == 0 || start.empty()) return size_ > 0;
  const char gram[] = {'\n', start[0], start.size() > 1 ? start[1] : '\0'};
  return has_gram(gram_of(gram, true));
}

size_t Digest::find(std::string_view word, size_t from) const {
  if (from >= size()) return size();
  const size_t at = notes::find(all_words(), word, begins()[from]);
  if (at == std::string_view::npos) return size();
  const auto behind = std::upper_bound(begins(), begins() + size_ + 1, at);
  return std::min<size_t>(static_cast<size_t>(behind - begins()) - 1, size());
}

void Digest::prefetch(std::string_view word) const {
  if (size_ == 0) return;
  constexpr size_t kMost = 4;
  if (word.size() == 2)
    prefetch_at(&data_[hash_of(gram_of(word.data(), false)) / 64 & (grams_ - 1)]);
  for (size_t at = 0; at + 3 <= word.size() && at < kMost; ++at)
    prefetch_at(&data_[hash_of(gram_of(word.data() + at, true)) / 64 & (grams_ - 1)]);
}

void Digest::prefetch_tags() const {
  if (size_ == 0) return;
  prefetch_from(dates(), begins());
  prefetch_from(tag_begins(), heads());
}

void Digest::prefetch_words() const {
  constexpr ptrdiff_t kMost = 4 << 10;
  if (size_ == 0) return;
  const auto* begin = reinterpret_cast<const char*>(begins());
  const auto* end = reinterpret_cast<const char*>(data_.data() + data_.size());
  prefetch_from(begin, begin + std::min(end - begin, kMost));
}

std::span<const Digest::Use> Digest::uses(Key tag) const {
  const auto at = std::lower_bound(by_tag_.begin(), by_tag_.end(), tag,
                                   [](const Uses& uses, Key key) { return uses.tag < key; });
  if (at == by_tag_.end() || at->tag != tag) return {};
  const uint32_t begin = at == by_tag_.begin() ? 0 : (at - 1)->end;
  return std::span(uses_).subspan(begin, at->end - begin);
}

}  // namespace notes

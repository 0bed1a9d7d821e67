#include "notes/digest.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

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

uint32_t hash_of_three(const char* at) {
  const auto byte = [&](int i) { return static_cast<uint32_t>(static_cast<unsigned char>(at[i])); };
  return (byte(0) << 16 | byte(1) << 8 | byte(2)) * 2654435761u >> 16;
}

// At least as many bits as bytes, so that about half of them stay free; a power of two.
size_t size_of_triples(size_t bytes) {
  constexpr size_t kMostBits = 1u << 14;
  return std::bit_ceil(std::clamp<size_t>(bytes, 64, kMostBits)) / 64;
}

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

Digest::Digest(const std::vector<Placed<Entry>>& entries, const std::vector<Placed<TagUse>>& tags) {
  std::unordered_map<std::string_view, Key> known;  // by spelling, since folding is slow
  std::vector<std::pair<Key, uint32_t>> uses;
  uses.reserve(tags.size());
  for (uint32_t i = 0; i < tags.size(); ++i) {
    const TagUse& use = *tags[i];
    has_sure_tags_ = has_sure_tags_ && use.is_sure && use.longer.empty();
    const Key key = make_key(KeyKind::kTag, use.key);
    known.emplace(use.name, key);
    if (!use.key.empty()) uses.push_back({key, i});
    for (const LongerTag& longer : use.longer)
      uses.push_back({make_key(KeyKind::kTag, longer.key), i});
  }
  std::sort(uses.begin(), uses.end());
  uses_.reserve(uses.size());
  for (const auto& [key, use] : uses) {
    if (by_tag_.empty() || by_tag_.back().tag != key) by_tag_.push_back({key, 0});
    uses_.push_back(use);
    by_tag_.back().end = static_cast<uint32_t>(uses_.size());
  }
  title_ends_.reserve(entries.size());
  begins_.reserve(entries.size() + 1);
  dates_.reserve(entries.size());
  tag_begins_.reserve(entries.size() + 1);
  for (const Placed<Entry>& entry : entries) {
    add_words(*entry);
    dates_.push_back(order_of(*entry));
    for (const std::string& tag : entry->tags) {
      const auto at = known.find(tag);
      tags_.push_back(at != known.end() ? at->second : make_key(KeyKind::kTag, tag_key(tag)));
    }
    tag_begins_.push_back(static_cast<uint32_t>(tags_.size()));
  }
  note_words();
}

void Digest::add_words(const Entry& entry) {
  words_ += entry.title_key;
  title_ends_.push_back(static_cast<uint32_t>(words_.size()));
  for (const std::string& author : entry.authors) append_folded(words_ += ' ', author);
  std::replace(words_.begin() + begins_.back(), words_.end(), '\n', ' ');
  words_ += '\n';
  begins_.push_back(static_cast<uint32_t>(words_.size()));
}

void Digest::note_words() {
  words_.shrink_to_fit();
  begins_.shrink_to_fit();
  title_ends_.shrink_to_fit();
  dates_.shrink_to_fit();
  tags_.shrink_to_fit();
  tag_begins_.shrink_to_fit();
  by_tag_.shrink_to_fit();
  uses_.shrink_to_fit();
  triples_.resize(size_of_triples(words_.size()));
  for (size_t at = 0; at + 3 <= words_.size(); ++at) {
    const uint32_t bit = hash_of_three(words_.data() + at);
    triples_[bit / 64 & (triples_.size() - 1)] |= uint64_t{1} << bit % 64;
  }
}

bool Digest::may_hold(std::string_view word) const {
  if (triples_.empty()) return false;
  for (size_t at = 0; at + 3 <= word.size(); ++at) {
    const uint32_t bit = hash_of_three(word.data() + at);
    if ((triples_[bit / 64 & (triples_.size() - 1)] >> bit % 64 & 1) == 0) return false;
  }
  return true;
}

size_t Digest::find(std::string_view word, size_t from) const {
  if (from >= size()) return size();
  const size_t at = std::string_view(words_).find(word, begins_[from]);
  if (at == std::string_view::npos) return size();
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), at);
  return std::min(static_cast<size_t>(behind - begins_.begin()) - 1, size());
}

std::span<const uint32_t> Digest::uses(Key tag) const {
  const auto at = std::lower_bound(by_tag_.begin(), by_tag_.end(), tag,
                                   [](const Uses& uses, Key key) { return uses.tag < key; });
  if (at == by_tag_.end() || at->tag != tag) return {};
  const uint32_t begin = at == by_tag_.begin() ? 0 : (at - 1)->end;
  return std::span(uses_).subspan(begin, at->end - begin);
}

}  // namespace notes

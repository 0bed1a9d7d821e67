#include "notes/nearest_title.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

#include "notes/key.h"
#include "notes/path.h"
#include "notes/title_blocks.h"
#include "notes/title_difference.h"
#include "notes/word_match.h"

namespace notes {
namespace {

constexpr size_t kFewestWords = 3;  // fewer are a name, and names differ by a letter
constexpr float kLeastWeight = 2;
constexpr float kLittle = 0.3F;      // of grammar, which may be left out
constexpr size_t kShortestTypo = 6;  // letters: LLaMA and LLaVA are two
constexpr size_t kNameWords = 2;     // before a colon
constexpr size_t kMostTypos = 2;
constexpr float kSubtitle = 0.5F;  // what it costs to leave it out
constexpr float kClearly = 0.5F;   // nearer than the next
constexpr int kYearsApart = 1;     // of a preprint and its publication
constexpr size_t kMostInBlock = 256;

bool differ_in_spelling(const WorkWord& one, const WorkWord& other) {
  return one.hash != other.hash && is_typo(one.text, other.text);
}

// What was written as a title beside the title of an entry.
class Beside {
 public:
  Beside(const WorkProfile& written, const WorkProfile& noted)
      : written_(written), noted_(noted), match_(match_words(written.title, noted.title)) {}

  // How far the two are apart; nothing when they are titles of two works.
  std::optional<float> distance() const {
    if (title_difference(written_, noted_, match_) != TitleDifference::kNone) return std::nullopt;
    // Each word that says something stands in both, in one order.
    if (common_start(match_, written_.title, noted_.title) < weight_as_joined() - kLittle)
      return std::nullopt;
    const std::optional<size_t> slips = typos();
    if (!slips) return std::nullopt;
    float out = static_cast<float>(*slips) + match_.weight - match_.matched;
    const float left = match_.other_weight - match_.other_matched;
    if (left <= kLittle) return out + left;
    if (!ends_at_colon() || says_other_in_subtitle()) return std::nullopt;
    return out + kSubtitle;
  }

 private:
  // Of the words that were written; two that are one in the entry's title weigh as one.
  float weight_as_joined() const {
    float out = 0;
    for (size_t i = 0; i < written_.title.size(); ++i)
      if (i == 0 || match_.to_other[i] < 0 || match_.to_other[i] != match_.to_other[i - 1])
        out += written_.title[i].weight;
    return out;
  }

  // `: A Survey` would make another work of it if it stood there without the colon.
  bool says_other_in_subtitle() const {
    Entry plain = *noted_.entry;
    plain.title = plain.title_key;
    return title_difference(written_, profile_of(plain), match_) != TitleDifference::kNone;
  }

  // Nothing where they are too many, or where what is spelled otherwise may be another word.
  std::optional<size_t> typos() const {
    const size_t name = words_before_colon();
    size_t out = 0;
    for (size_t i = 0; i < noted_.title.size(); ++i) {
      if (match_.from_other[i] < 0) continue;
      const WorkWord& word = noted_.title[i];
      const WorkWord& other = written_.title[static_cast<size_t>(match_.from_other[i])];
      if (!differ_in_spelling(word, other)) continue;
      if (std::min(word.text.size(), other.text.size()) < kShortestTypo) return std::nullopt;
      if (i < name && name <= kNameWords) return std::nullopt;
      ++out;
    }
    if (out > kMostTypos || out * kFewestWords > written_.title.size()) return std::nullopt;
    return out;
  }

  size_t words_before_colon() const {
    return work_words(short_title_key(noted_.entry->title)).size();
  }

  // What was written is what stands before the colon.
  bool ends_at_colon() const {
    const size_t name = words_before_colon();
    const auto behind = [&](size_t i) { return i >= name; };
    for (size_t i = 0; i < noted_.title.size(); ++i) {
      const bool stands = match_.from_other[i] >= 0;
      if (stands == behind(i) && noted_.title[i].weight > kLittle) return false;
    }
    return name > 0;
  }

  const WorkProfile& written_;
  const WorkProfile& noted_;
  const WordMatch match_;
};

// The text of `[text](path)`, or of `[[name|text]]`.
std::string_view text_of(std::string_view link, char open, std::string_view close) {
  const size_t begin = link.find(open), end = link.find(close, begin);
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  return link.substr(begin + 1, end - begin - 1);
}

class Search {
 public:
  Search(const Snapshot& vault, NoteId from, const Placed<Reference>& reference)
      : vault_(vault), from_(from), reference_(reference) {}

  Resolution run() {
    switch (reference_->kind) {
      case ReferenceKind::kTitle:
        for (const auto& [title, begin] : reference_->titles)
          if (Resolution found = near(title); found.found()) {
            found.range = reference_.at({begin, reference_->range.end});
            return found;
          }
        return {};
      case ReferenceKind::kWiki:
        return near_either(last_component(reference_->path), text_of(reference_->text, '|', "]]"));
      case ReferenceKind::kLink:
        return near_either(text_of(reference_->text, '[', "]("), last_component(reference_->path));
      case ReferenceKind::kUrl:
      case ReferenceKind::kFile:
      case ReferenceKind::kCite:
        return {};
    }
    return {};
  }

 private:
  struct Found {
    EntryId id;
    float distance = 0;
  };

  Resolution near_either(std::string_view first, std::string_view second) {
    Resolution found = near(first);
    return found.found() ? found : near(second);
  }

  Resolution near(std::string_view title) {
    Entry entry;
    entry.title = title;
    entry.title_key = title_key(title.ends_with(".md") ? title.substr(0, title.size() - 3) : title);
    entry.author_key = author_key(reference_->author);
    const WorkProfile written = profile_of(entry);
    float weight = 0;
    for (const WorkWord& word : written.title) weight += word.weight;
    if (written.title.size() < kFewestWords || weight < kLeastWeight) return {};
    std::vector<Found> found;
    for (const EntryId id : candidates(entry))
      if (const auto distance = Beside(written, profile_of(*vault_.entry(id))).distance())
        found.push_back({id, *distance});
    return clearly_nearest(std::move(found));
  }

  // What shares a part of the title, and may be by that author of that year.
  std::vector<EntryId> candidates(const Entry& written) const {
    std::vector<EntryId> out;
    for (const Key key : title_blocks(written.title_key, written.author_key)) {
      const auto notes = vault_.index().notes_with(key);
      if (notes.size() > kMostInBlock) continue;  // words that say little
      for (const NoteId note : notes)
        for (const EntryKey& at : vault_.note(note)->entries_with(key))
          if (const EntryId id{note, at.entry}; may_be_meant(id, written)) out.push_back(id);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  bool may_be_meant(EntryId id, const Entry& written) const {
    const Placed<Entry>& entry = vault_.entry(id);
    // To say of an entry's own words that they mean it helps nobody.
    if (id.note == from_ && entry.range().overlaps(reference_.range())) return false;
    return may_be_one_author(entry->author_key, written.author_key) &&
           (!entry->year || !reference_->year ||
            std::abs(*entry->year - *reference_->year) <= kYearsApart);
  }

  Resolution clearly_nearest(std::vector<Found> found) const {
    if (found.empty()) return {};
    const auto order = [&](const Found& one) {
      return std::tuple(one.distance, std::string_view(vault_.note(one.id.note)->path()),
                        one.id.index);
    };
    std::sort(found.begin(), found.end(),
              [&](const Found& a, const Found& b) { return order(a) < order(b); });
    Resolution out;
    const std::string_view key = vault_.entry(found.front().id)->title_key;
    for (const auto& [id, distance] : found) {
      const Placed<Entry>& entry = vault_.entry(id);
      if (entry->title_key == key)
        out.targets.push_back({id.note, id.index, entry.at(entry->title_range)});
      else if (distance < found.front().distance + kClearly)
        return {};  // it may be either
    }
    out.range = reference_.range();
    return out;
  }

  const Snapshot& vault_;
  const NoteId from_;
  const Placed<Reference>& reference_;
};

}  // namespace

Resolution nearest_title(const Snapshot& vault, NoteId from, const Placed<Reference>& reference) {
  return Search(vault, from, reference).run();
}

}  // namespace notes

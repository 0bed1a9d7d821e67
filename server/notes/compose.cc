#include "notes/compose.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace notes {
namespace {

// A chunk is full with so many sections or bytes; one with fewer than a quarter of them is joined
// with the next when it is made anew.
constexpr size_t kFullSections = 32;
constexpr uint32_t kFullBytes = 32u << 10;

bool is_front_matter(const SharedSection& section) {
  return section->kind == SectionKind::kFrontMatter;
}

class Composer {
 public:
  explicit Composer(Sections from)
      : from_(std::move(from)),
        draft_{from_.path, from_.text, {}, from_.reading},
        next_(from_.last),
        taken_(from_.last) {}

  Composed compose() {
    if (from_.first > 0) {
      const PlacedChunk& last = from_.before[from_.first - 1];
      end_ = last.end();
    }
    zone_ = zone_before_ =
        from_.first < from_.before.size() ? from_.before[from_.first].chunk->zone_before : 0;
    show(std::move(from_.fresh));
    // What opens or closes a reference zone changes what stands below, too.
    while (next_ < from_.before.size() && from_.before[next_].chunk->zone_before != zone_) show();
    const bool same = take_survey();
    if (may_claim_whole(*first_section(), from_.path, draft_.survey))
      if (auto whole = claimed_whole()) return {{std::move(whole)}, 0, 0};
    if (!same) show_everything();
    taken_ = next_;
    middle_ = owned_.size();
    for (size_t chunk = from_.first; same && chunk < next_; ++chunk) keep_claims(chunk);
    claim();
    return result();
  }

 private:
  struct Kept {
    size_t chunk = 0;
    const Piece* piece = nullptr;
  };

  const SharedSection& first_section() const {
    return from_.first > 0 ? from_.before[0].chunk->owned[0] : owned_[0];
  }

  // Sees to it that these sections are looked at, behind those that are.
  void show(std::span<const SharedSection> sections) {
    const size_t shown = owned_.size();
    if (shown == 0) {
      owned_.reserve(sections.size());
      placed_.reserve(sections.size());
    }
    for (const SharedSection& section : sections) {
      owned_.push_back(section);
      placed_.push_back({section.get(), end_});
      end_ += section->size;
    }
    Draft part{from_.path, from_.text, std::span<const Placed<Section>>(placed_).subspan(shown),
               from_.reading};
    zone_ = survey(part, zone_);
    shown_ += part.survey;
    draft_.in_reference_zone.insert(draft_.in_reference_zone.end(), part.in_reference_zone.begin(),
                                    part.in_reference_zone.end());
    draft_.sections = placed_;
  }
  // The next chunk of those that may stay.
  void show() {
    starts_.push_back(owned_.size());
    show(from_.before[next_++].chunk->owned);
  }

  // What the whole note shows; true when all that claims may depend on far away is as it was.
  bool take_survey() {
    const auto add = [&](Survey& to, size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) add_packed(to, from_.before[i].chunk->survey);
    };
    Survey before;
    add(before, 0, from_.first);
    add(before, next_, from_.before.size());
    draft_.survey = before;
    draft_.survey += shown_;
    if (from_.before.empty()) return true;
    add(before, from_.first, next_);
    const SharedSection& head = from_.before[0].chunk->owned[0];
    return before.is_list() == draft_.survey.is_list() &&
           before.catalogue_level() == draft_.survey.catalogue_level() &&
           before.collected_level() == draft_.survey.collected_level() &&
           (head == first_section() ||
            (!is_front_matter(head) && !is_front_matter(first_section())));
  }

  // Nothing stays as a chunk; sections do.
  void show_everything() {
    while (next_ < from_.before.size()) show();
    if (from_.first == 0) return;
    std::vector<SharedSection> all;
    for (size_t i = 0; i < from_.first; ++i) {
      const Row<SharedSection>& owned = from_.before[i].chunk->owned;
      all.insert(all.end(), owned.begin(), owned.end());
    }
    all.insert(all.end(), owned_.begin(), owned_.end());
    owned_.clear();
    placed_.clear();
    starts_.clear();
    draft_.in_reference_zone.clear();
    end_ = 0;
    zone_ = zone_before_ = 0;
    from_.first = 0;
    show(all);
  }

  SharedChunk claimed_whole() {
    if (from_.before.empty()) return claimed_whole(draft_, owned_);
    std::vector<SharedSection> all;
    const auto add = [&](std::span<const SharedSection> sections) {
      all.insert(all.end(), sections.begin(), sections.end());
    };
    for (size_t i = 0; i < from_.first; ++i) add(from_.before[i].chunk->owned);
    add(owned_);
    for (size_t i = next_; i < from_.before.size(); ++i) add(from_.before[i].chunk->owned);
    std::vector<Placed<Section>> placed;
    placed.reserve(all.size());
    uint32_t end = 0;
    for (const SharedSection& section : all) {
      placed.push_back({section.get(), end});
      end += section->size;
    }
    Draft whole{from_.path, from_.text, placed, from_.reading};
    survey(whole);
    return claimed_whole(whole, std::move(all));
  }

  static SharedChunk claimed_whole(const Draft& whole, std::vector<SharedSection> all) {
    Claim claim = claim_whole(whole);
    if (claim.sections == 0) return nullptr;
    const Piece piece{0, claim.sections, std::make_shared<Claim>(std::move(claim)), false, true};
    return make_chunk(std::move(all), {piece}, 0, whole.survey, whole.text, 0);
  }

  void keep_claims(size_t chunk) {
    const Chunk& old = *from_.before[chunk].chunk;
    for (const Piece& piece : old.pieces)
      if (!piece.is_whole) kept_.emplace(old.owned[piece.first].get(), Kept{chunk, &piece});
  }

  // Claims of the note before may be kept when all their sections, and the one behind them, are the
  // same, and with them what take_survey() compares.
  const Piece* kept_at(size_t at) {
    const auto found = kept_.find(owned_[at].get());
    if (found == kept_.end()) return nullptr;
    auto [chunk, piece] = found->second;
    if (piece->in_zone != draft_.in_reference_zone[at]) return nullptr;
    while (at + piece->looked() > owned_.size() && next_ < from_.before.size()) show_next();
    if (at + piece->count > owned_.size()) return nullptr;
    size_t local = piece->first;
    for (size_t k = 0; k < piece->looked(); ++k, ++local) {
      while (chunk < from_.before.size() && local >= from_.before[chunk].chunk->owned.size())
        local -= from_.before[chunk++].chunk->owned.size();
      const Section* was =
          chunk < from_.before.size() ? from_.before[chunk].chunk->owned[local].get() : nullptr;
      const Section* is = at + k < owned_.size() ? owned_[at + k].get() : nullptr;
      if (was != is) return nullptr;
    }
    return piece;
  }

  void show_next() {
    keep_claims(next_);
    show();
  }

  void claim() {
    for (size_t at = 0;;) {
      while (at < middle_) {
        if (const Piece* piece = kept_at(at)) {
          pieces_.push_back({at, piece->count, piece->claim, piece->in_zone});
          at += piece->count;
          continue;
        }
        auto claim = std::make_shared<Claim>(claim_at(draft_, at));
        const size_t count = std::max<size_t>(claim->sections, 1);
        if (at + std::max(count + 1, claim->looked) > owned_.size() &&
            next_ < from_.before.size()) {
          // It may want more; it is asked again, so twice as much is shown.
          for (size_t shown = next_ - from_.last, i = 0; i <= shown; ++i)
            if (next_ < from_.before.size()) show_next();
          continue;
        }
        pieces_.push_back({at, count, std::move(claim), draft_.in_reference_zone[at]});
        at += count;
      }
      // A chunk stays when claims begin where it does.
      if (taken_ == from_.before.size() || (at == middle_ && middle_ >= kFullSections / 4)) return;
      if (taken_ == next_) show_next();
      ++taken_;
      middle_ = taken_ < next_ ? starts_[taken_ - from_.last] : owned_.size();
    }
  }

  Composed result() {
    Composed out;
    out.first = from_.first;
    out.behind = from_.before.size() - taken_;
    int zone = zone_before_;
    for (size_t i = 0; i < pieces_.size();) {
      const size_t begin = pieces_[i].first;
      size_t end = begin;
      std::vector<Piece> pieces;
      do {
        pieces.push_back(pieces_[i]);
        pieces.back().first -= begin;
        end += pieces_[i++].count;
      } while (i < pieces_.size() && end - begin < kFullSections &&
               end_of(end - 1) - placed_[begin].base < kFullBytes);
      Draft part{from_.path, from_.text,
                 std::span<const Placed<Section>>(placed_).subspan(begin, end - begin),
                 from_.reading};
      const int zone_before = std::exchange(zone, survey(part, zone));
      const auto first = owned_.begin() + static_cast<std::ptrdiff_t>(begin);
      out.made.push_back(make_chunk({first, first + static_cast<std::ptrdiff_t>(end - begin)},
                                    std::move(pieces), zone_before, part.survey, from_.text,
                                    placed_[begin].base));
    }
    return out;
  }

  uint32_t end_of(size_t section) const { return placed_[section].base + placed_[section]->size; }

  Sections from_;
  Draft draft_;  // of the sections shown; its survey is the whole note's
  std::vector<SharedSection> owned_;
  std::vector<Placed<Section>> placed_;
  uint32_t end_ = 0;
  int zone_ = 0;  // at the end of what is shown
  int zone_before_ = 0;
  Survey shown_;
  size_t next_ = 0;             // of the chunks that may stay, the first that is not shown
  size_t taken_ = 0;            // and the first whose claims are not asked about
  size_t middle_ = 0;           // how many of the sections shown come before that one
  std::vector<size_t> starts_;  // where each chunk shown begins, from `last` on
  std::unordered_map<const Section*, Kept> kept_;
  std::vector<Piece> pieces_;
};

}  // namespace

Composed compose(Sections sections) { return Composer(std::move(sections)).compose(); }

}  // namespace notes

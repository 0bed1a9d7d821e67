#include "notes/work_verdict.h"

#include <algorithm>
#include <tuple>

#include "notes/key.h"
#include "notes/same_work_model.h"
#include "notes/title_difference.h"
#include "notes/title_turns.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr float kSharedIdentifier = 6;
constexpr float kOfTwoTitles = -4;
constexpr float kPlain = 2;
constexpr float kLikely = 0.7F;
constexpr float kSure = 1;
constexpr float kSurer = 1.5F;
constexpr float kSurest = 2;
constexpr float kPreprintYears = 2;  // until a preprint is published
constexpr float kFewWords = 2.5F;    // what a short title weighs at most
constexpr float kManyWords = 5;

// Of one work only, or nearly: a proceedings' DOI and a book's ISBN are shared by its chapters.
bool identifies_one_work(const Identifier& id) {
  // `10.1007/978-3-030-01234-2` is of the book, `…-2_17` of a chapter.
  if (id.kind == IdentifierKind::kDoi)
    return id.value.find("/978-") == std::string::npos || id.value.find('_') != std::string::npos;
  return id.kind != IdentifierKind::kIsbn && id.kind != IdentifierKind::kIssue &&
         id.kind != IdentifierKind::kCitekey;
}

const Identifier* shared_identifier(const Entry& one, const Entry& other) {
  for (const Identifier& id : one.identifiers)
    if (identifies_one_work(id) && std::find(other.identifiers.begin(), other.identifiers.end(),
                                             id) != other.identifiers.end())
      return &id;
  return nullptr;
}

const Identifier* arxiv_id(const Entry& entry) {
  const auto found =
      std::find_if(entry.identifiers.begin(), entry.identifiers.end(),
                   [](const Identifier& id) { return id.kind == IdentifierKind::kArxiv; });
  return found == entry.identifiers.end() ? nullptr : &*found;
}

// It is known from a preprint server alone.
bool is_preprint(const Entry& entry) {
  const std::string venue = fold(entry.venue);
  if (!venue.empty()) return venue.starts_with("arxiv") || venue.ends_with("rxiv");
  return arxiv_id(entry) != nullptr;
}

// Each has an arXiv id of its own.
bool are_two_preprints(const Entry& one, const Entry& other) {
  return arxiv_id(one) != nullptr && arxiv_id(other) != nullptr;
}

// One digit is another, or two changed places.
bool is_slip(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  const size_t first =
      static_cast<size_t>(std::mismatch(one.begin(), one.end(), other.begin()).first - one.begin());
  if (first == one.size()) return false;
  if (one.substr(first + 1) == other.substr(first + 1)) return true;
  return first + 1 < one.size() && one[first] == other[first + 1] &&
         one[first + 1] == other[first] && one.substr(first + 2) == other.substr(first + 2);
}

// `ICASSP`, `TASLP`
bool is_acronym(std::string_view venue) {
  return venue.size() >= 3 && venue.size() <= 8 &&
         std::all_of(venue.begin(), venue.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Of which writing a title is long enough to be told from others.
enum class Writing : uint8_t { kNone, kSpaced, kIdeographs, kWithKana };

Writing writing_of(const WorkProfile& work) {
  constexpr size_t kWords = 3, kCharacters = 6;
  size_t words = 0, ideographs = 0, kana = 0;
  for (const WorkWord& word : work.title) {
    ideographs += word.kind == WordKind::kIdeograph;
    kana += word.kind == WordKind::kKana;
    words += word.kind == WordKind::kWord || word.kind == WordKind::kNumber;
  }
  if (words >= kWords && words * 2 > work.title.size()) return Writing::kSpaced;
  if (ideographs < kCharacters || words * 2 > work.title.size()) return Writing::kNone;
  return kana > 0 ? Writing::kWithKana : Writing::kIdeographs;
}

// Two whole titles that are not two ways to say one: nicknames and translations are.
bool are_unlike(const WorkProfile& one, const WorkProfile& other, const Evidence& evidence) {
  const Writing writing = writing_of(one);
  return writing != Writing::kNone && writing == writing_of(other) &&
         evidence.features[kTitleShare] < 0.35F && evidence.features[kTitleShareMost] < 0.6F;
}

class Judge {
 public:
  Judge(const WorkProfile& one, const WorkProfile& other)
      : one_(one), other_(other), evidence_(evidence_of(one, other)) {}

  Verdict judge(bool only_relations) const {
    Verdict out;
    out.score =
        std::clamp(same_work_score(evidence_.features), -Verdict::kCertain, Verdict::kCertain);
    out.title_share = feature(kTitleShare);
    out.shared = shared_identifier(*one_.entry, *other_.entry);
    if (out.shared)
      judge_shared(out);
    else
      judge_titles(out, only_relations);
    return out;
  }

 private:
  float feature(Feature which) const { return evidence_.features[which]; }
  // Nearly as dear as all else, and often nobody asks.
  TitleDifference difference() const {
    if (!difference_) difference_ = title_difference(one_, other_, evidence_.titles);
    return *difference_;
  }
  bool has_same_first_author() const { return feature(kFirstAuthor) == 1; }
  bool has_other_people() const {
    // Where one has them in its title, or none, it takes more than names.
    if (feature(kPeopleLeast) < 1) return false;
    // Of two lists that share a name the order, or an entity in a name, may be all that differs.
    if (feature(kPeopleLeast) >= 2 && feature(kPeopleShare) > 0) return false;
    return feature(kFirstAuthor) == 0 && feature(kPeopleShare) < 0.34F;
  }
  bool is_same_title() const {
    return one_.entry->title_key == other_.entry->title_key && !one_.title.empty();
  }

  void judge_shared(Verdict& out) const {
    // People rename their preprints, but rarely beyond recognition. Who copies the identifier of
    // another entry may have copied its authors. A supplement may rightly have it.
    if (is_supplement(one_.entry->title_key) != is_supplement(other_.entry->title_key)) {
      out.score = -Verdict::kCertain;
      return;
    }
    const bool apart = are_unlike(one_, other_, evidence_) || are_strangers() ||
                       difference() == TitleDifference::kPart ||
                       (difference() == TitleDifference::kNumber && has_other_people());
    if (!apart) {
      out.relation = Relation::kSameWork;
      out.score = std::max(out.score, kSharedIdentifier);
      return;
    }
    out.score = -Verdict::kCertain;
    out.relation = Relation::kIdentifierConflict;
  }

  // Other people, and not a word of the titles in common. Of titles in two languages that means
  // nothing.
  bool are_strangers() const {
    const auto is_spaced = [](const WorkProfile& work) {
      return std::all_of(work.title.begin(), work.title.end(), [](const WorkWord& word) {
        return word.kind == WordKind::kWord || word.kind == WordKind::kNumber;
      });
    };
    return has_other_people() && feature(kTitleShareMost) == 0 && is_spaced(one_) &&
           is_spaced(other_);
  }

  void judge_titles(Verdict& out, bool only_relations) const {
    if (is_plainly_same()) out.score = std::max(out.score, kPlain);
    if (is_same_work(out.score)) {
      out.relation = Relation::kSameWork;
      out.score = std::max(out.score, 0.1F);
      out.is_of_two_preprints =
          are_two_preprints(*one_.entry, *other_.entry) &&
          !is_slip(arxiv_id(*one_.entry)->value, arxiv_id(*other_.entry)->value);
      return;
    }
    out.score = std::min(out.score, -0.5F);
    if (is_other_version() && !is_another_year()) out.relation = Relation::kOtherVersion;
    if (only_relations && !out.relation) return;
    if (out.score > kOfTwoTitles && difference() != TitleDifference::kNone)
      out.score = kOfTwoTitles;
  }

  // Whatever catalogues have taught: one title, or the title and its short form, by one author at
  // one time; or one long title of which nobody says by whom.
  bool is_plainly_same() const {
    if (feature(kPeopleShare) < 0 && is_same_title() && feature(kTitleWeightLeast) >= kFewWords)
      return feature(kYearGap) <= 0 && feature(kSameVenueKind) != 0;
    if (has_same_first_author() && is_same_title() && feature(kYearGap) <= kPreprintYears &&
        is_preprint(*one_.entry) != is_preprint(*other_.entry))
      return true;
    if (!has_same_first_author() || feature(kYearGap) > 1 || feature(kSameVenue) == 0) return false;
    const Entry &a = *one_.entry, &b = *other_.entry;
    const auto is_short = [&] {
      return a.title_key == short_title_key(b.title) || b.title_key == short_title_key(a.title);
    };
    return (is_same_title() && feature(kYearGap) <= 0 && feature(kSameVenueKind) != 0) ||
           (feature(kPeopleShare) >= 0.67F && is_short());
  }

  // What is dear to know is asked last.
  bool is_same_work(float score) const {
    if (are_two_preprints(*one_.entry, *other_.entry)) {
      if (!is_same_title() || one_.title.size() < 4) return false;
    } else {
      if (score <= least_score()) return false;
      if (feature(kTitleWeightLeast) < kFewWords && !tells_short_titles_apart()) return false;
    }
    // A journal's article comes years after the paper that it extends.
    if (feature(kSameVenueKind) == 0 && feature(kYearGap) > kPreprintYears) return false;
    if (is_follow_up() || is_another_year() || are_titles_in_other_words()) return false;
    // Names are misread more often than two groups find one long title.
    const float enough = feature(kPeopleLeast) >= 2 ? kManyWords : kFewWords;
    if (has_other_people()) {
      const bool starts_alike =
          feature(kStartMost) >= 0.85F && feature(kTitleWeightLeast) >= enough;
      // Where no colon tells, `…の読解` may be all of a title that another goes on from.
      const bool may_go_on =
          writing_of(one_) >= Writing::kIdeographs && feature(kStartLeast) < 0.85F;
      const bool names_one_and_year = feature(kPeopleLeast) < 2 && feature(kYearGap) >= 0;
      if (!starts_alike || may_go_on || (names_one_and_year && feature(kAloneWordsMost) >= 1))
        return false;
    }
    // Whole lists are not misread name by name: the title was copied by mistake.
    if (one_.names_all_people && other_.names_all_people && feature(kPeopleShare) == 0 &&
        feature(kPeopleLeast) >= 3)
      return false;
    return difference() == TitleDifference::kNone;
  }

  // Some years later, by more people, and with a word more: `Approach to Low-Power Hearing` and
  // `Approach to Low-Power RF Hearing`.
  bool is_follow_up() const {
    const size_t here = one_.people.size(), there = other_.people.size();
    return feature(kYearGap) >= kPreprintYears && feature(kAloneWordsMost) >= 1 &&
           one_.names_all_people && other_.names_all_people &&
           std::max(here, there) >= std::min(here, there) + 2;
  }

  // Reports and columns keep their title from year to year.
  bool is_another_year() const {
    return feature(kYearGap) >= 1 && is_of_each_year(one_.entry->title_key) &&
           is_of_each_year(other_.entry->title_key);
  }

  // Nothing is known that could tell them apart but titles, and these share words, not how they
  // begin: `Nets for Lost Sensors` and `Hearing Lost Sensors with Nets`.
  bool are_titles_in_other_words() const {
    if (is_same_title() || !one_.people.empty() || !other_.people.empty() ||
        feature(kStartMost) >= 0.5F)
      return false;
    const int venues = !one_.entry->venue.empty() + !other_.entry->venue.empty();
    const bool are_two = is_acronym(one_.entry->venue) && is_acronym(other_.entry->venue) &&
                         one_.entry->venue != other_.entry->venue;
    if (!are_two && (venues == 2 || feature(kYearGap) >= 0)) return false;
    // A name or a venue that got into a title stands in one of them alone.
    return feature(kTitleShare) > 0.85F || (venues == 0 && feature(kAloneWordsLeast) >= 2);
  }

  // Nobody is named who could; or two lists are, that share but the first: many write about one
  // field.
  bool tells_short_titles_apart() const {
    if (feature(kPeopleShare) < 0) return feature(kRestShare) >= 0.5F;
    return !(one_.names_all_people && other_.names_all_people && feature(kPeopleShare) < 0.67F &&
             feature(kTitleShare) < 0.8F);
  }

  // Where both say by whom, a title holds nothing but the title: much of it must be the same. Where
  // neither says where, nothing but titles tells the papers of one group apart.
  float least_score() const {
    if (one_.people.empty() && other_.people.empty()) {
      const bool is_inside = feature(kTitleShare) < 0.8F && feature(kStartMost) < 0.95F;
      return is_inside && feature(kRestWeightLeast) < 3 ? kSurest : 0;
    }
    if (one_.people.empty() || other_.people.empty()) return 0;
    if (one_.entry->venue.empty() && other_.entry->venue.empty()) {
      if (feature(kStartMost) < 0.5F) return kSurer;
      if (feature(kAloneWordsLeast) >= 1) return kSure;
    }
    const bool is_likely =
        feature(kTitleShare) >= 0.8F ||
        (has_same_first_author() && feature(kPeopleLeast) >= 2 && feature(kPeopleShare) >= 0.5F);
    return is_likely ? 0 : kLikely;
  }

  bool is_other_version() const {
    const bool may_be_edition =
        (has_same_first_author() || feature(kPeopleShare) < 0) && feature(kTitleShareMost) >= 0.6F;
    const bool may_be_other = is_told_apart_in_time() || is_by_project();
    if (!may_be_edition && !may_be_other) return false;
    return difference() == TitleDifference::kEdition ? may_be_edition : may_be_other;
  }

  bool is_told_apart_in_time() const {
    return has_same_first_author() && feature(kTitleShare) > 0.85F &&
           (feature(kYearGap) > 0 || feature(kSameVenueKind) == 0) &&
           difference() == TitleDifference::kNone;
  }

  bool is_by_project() const {
    const bool is_of_group = feature(kPeopleShare) >= 0.5F && feature(kPeopleLeast) >= 3;
    return (has_same_first_author() || is_of_group) && are_of_one_project();
  }

  bool are_of_one_project() const {
    if (feature(kTitleShare) >= 0.8F) return false;
    const std::string project = project_key(one_.entry->title);
    return !project.empty() && project == project_key(other_.entry->title);
  }

  const WorkProfile& one_;
  const WorkProfile& other_;
  Evidence evidence_;
  mutable std::optional<TitleDifference> difference_;
};

// So that it does not matter which is asked about first.
auto order_of(const WorkProfile& work) {
  return std::tie(work.entry->title_key, work.entry->author_key, work.entry->venue,
                  work.entry->year, work.entry->identifiers);
}

Judge in_order(const WorkProfile& one, const WorkProfile& other) {
  return order_of(other) < order_of(one) ? Judge(other, one) : Judge(one, other);
}

}  // namespace

Verdict verdict_on(const WorkProfile& one, const WorkProfile& other) {
  return in_order(one, other).judge(false);
}

Verdict verdict_if_related(const WorkProfile& one, const WorkProfile& other) {
  return in_order(one, other).judge(true);
}

}  // namespace notes

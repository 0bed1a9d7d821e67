#include "notes/venue.h"

#include <string>

namespace notes {
namespace {

struct Name {
  std::string_view words;
  int series;
  VenueKind kind;
};

constexpr VenueKind kProceedings = VenueKind::kProceedings;
constexpr VenueKind kJournal = VenueKind::kJournal;
constexpr VenueKind kPreprint = VenueKind::kPreprint;

// The first that is found counts, so what holds another stands before it.
constexpr Name kNames[] = {
    {"arxiv", 1, kPreprint},
    {"corr", 1, kPreprint},
    {"biorxiv", 2, kPreprint},
    {"preprint", 3, kPreprint},
    {"sigmod record", 10, kJournal},
    {"vldb journal", 11, kJournal},
    {"vldb j", 11, kJournal},
    {"journal on very large data bases", 11, kJournal},
    {"tods", 12, kJournal},
    {"transactions on database systems", 12, kJournal},
    {"trans database syst", 12, kJournal},
    {"sigmod", 13, kProceedings},
    {"management of data", 13, kProceedings},
    {"vldb", 14, kProceedings},
    {"very large data bases", 14, kProceedings},
    {"very large databases", 14, kProceedings},
    {"tkde", 15, kJournal},
    {"knowledge and data engineering", 15, kJournal},
    {"icde", 16, kProceedings},
    {"conference on data engineering", 16, kProceedings},
    {"pods", 17, kProceedings},
    {"principles of database systems", 17, kProceedings},
    {"neurips", 20, kProceedings},
    {"nips", 20, kProceedings},
    {"neural information processing systems", 20, kProceedings},
    {"icml", 21, kProceedings},
    {"international conference on machine learning", 21, kProceedings},
    {"iclr", 22, kProceedings},
    {"learning representations", 22, kProceedings},
    {"jmlr", 23, kJournal},
    {"journal of machine learning research", 23, kJournal},
    {"tmlr", 24, kJournal},
    {"cvpr", 30, kProceedings},
    {"computer vision and pattern recognition", 30, kProceedings},
    {"eccv", 31, kProceedings},
    {"european conference on computer vision", 31, kProceedings},
    {"iccv", 32, kProceedings},
    {"international conference on computer vision", 32, kProceedings},
    {"tpami", 33, kJournal},
    {"pattern analysis and machine intelligence", 33, kJournal},
    {"tacl", 40, kJournal},
    {"transactions of the association for computational linguistics", 40, kJournal},
    {"naacl", 41, kProceedings},
    {"eacl", 42, kProceedings},
    {"aacl", 43, kProceedings},
    {"acl", 44, kProceedings},
    {"meeting of the association for computational linguistics", 44, kProceedings},
    {"emnlp", 45, kProceedings},
    {"empirical methods in natural language processing", 45, kProceedings},
    {"aaai", 50, kProceedings},
    {"ijcai", 51, kProceedings},
    {"kdd", 52, kProceedings},
    {"sigkdd", 52, kProceedings},
    {"knowledge discovery and data mining", 52, kProceedings},
    {"www", 53, kProceedings},
    {"sigir", 54, kProceedings},
    {"cikm", 55, kProceedings},
    {"icdm", 56, kProceedings},
    {"osdi", 60, kProceedings},
    {"sosp", 61, kProceedings},
    {"nsdi", 62, kProceedings},
    {"eurosys", 63, kProceedings},
};

constexpr std::string_view kJournalWords[] = {"journal", "transactions", "trans",  "record",
                                              "letters", "magazine",     "review", "j"};
constexpr std::string_view kProceedingsWords[] = {"proceedings", "proc",     "conference", "conf",
                                                  "symposium",   "workshop", "meeting"};

}  // namespace

Venue venue_of(std::string_view key) {
  if (key.empty()) return {};
  const std::string spaced = " " + std::string(key) + " ";
  const auto holds = [&](std::string_view words) {
    const size_t at = spaced.find(words);
    return at != std::string::npos && spaced[at - 1] == ' ' && spaced[at + words.size()] == ' ';
  };
  for (const Name& name : kNames)
    if (holds(name.words)) return {name.series, name.kind};
  for (const std::string_view word : kJournalWords)
    if (holds(word)) return {0, kJournal};
  for (const std::string_view word : kProceedingsWords)
    if (holds(word)) return {0, kProceedings};
  return {};
}

}  // namespace notes

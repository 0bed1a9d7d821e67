#include "duplicates/noise.h"

#include <algorithm>
#include <sstream>

#include "notes/unicode.h"

namespace training {
namespace {

using Strings = std::vector<std::string>;

class Writer {
 public:
  explicit Writer(std::mt19937& random) : random_(random) {}

  std::string write(Fields fields, Noise noise) {
    switch (noise) {
      case Noise::kNone:
        return labelled(fields);
      case Noise::kMisplaced:
        if (chance(0.4)) scrape(fields);
        return labelled(misplaced(fields));
      case Noise::kScraped:
        if (chance(0.6)) scrape(fields);
        return labelled(fields);
      case Noise::kTitleLine:
        return title_line(fields);
      case Noise::kBare:
        fields.authors.clear();
        if (chance(0.5)) fields.venue.clear();
        return labelled(fields);
    }
    return {};
  }

 private:
  bool chance(double of_one) { return below(1000) < static_cast<size_t>(of_one * 1000); }
  size_t below(size_t limit) { return random_() % limit; }

  static Strings split(const std::string& text, char mark) {
    Strings out;
    std::istringstream in(text);
    for (std::string piece; std::getline(in, piece, mark);) {
      const size_t begin = piece.find_first_not_of(' '), end = piece.find_last_not_of(' ');
      if (begin != std::string::npos) out.push_back(piece.substr(begin, end - begin + 1));
    }
    return out;
  }
  static std::string joined(const Strings& pieces, std::string_view between) {
    std::string out;
    for (const std::string& piece : pieces)
      out += (out.empty() ? "" : std::string(between)) + piece;
    return out;
  }

  // The subtitle, if there is one, left out.
  static void shorten(std::string& title) {
    for (const std::string_view mark : {" : ", " - "})
      if (const size_t at = title.find(mark); at != std::string::npos && at > 4) title.resize(at);
  }

  static std::string labelled(const Fields& fields) {
    std::string out = "## " + fields.title + "\n\n";
    if (!fields.authors.empty()) out += "- authors: " + fields.authors + "\n";
    if (!fields.venue.empty()) out += "- venue: " + fields.venue + "\n";
    if (!fields.year.empty()) out += "- year: " + fields.year + "\n";
    return out + "\n";
  }

  Fields misplaced(Fields fields) {
    for (std::string* field : {&fields.authors, &fields.venue, &fields.year}) {
      if (field->empty() || !chance(0.5)) continue;
      fields.title += " " + *field;
      field->clear();
    }
    return fields;
  }

  // `michael j. franklin` as `mj franklin`.
  static std::string with_initials(const std::string& name) {
    Strings words = split(name, ' ');
    if (words.size() < 2) return name;
    std::string initials;
    for (size_t i = 0; i + 1 < words.size(); ++i) initials += words[i].front();
    return initials + " " + words.back();
  }

  std::string with_slip(std::string word) {
    const size_t at = below(word.size());
    switch (below(3)) {
      case 0:
        return word.erase(at, 1);
      case 1:
        return word.insert(at, 1, word[below(word.size())]);
      default:
        if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
        return word;
    }
  }

  void scrape(Fields& fields) {
    Strings authors = split(fields.authors, ',');
    for (std::string& author : authors) author = with_initials(author);
    if (authors.size() > 1 && chance(0.2)) authors.resize(1 + below(authors.size()));
    if (authors.size() > 1 && chance(0.05)) std::swap(authors.front(), authors.back());
    fields.authors = joined(authors, " , ");
    Strings words = split(fields.title, ' ');
    for (std::string& word : words)
      if (word.size() > 4 && chance(0.03)) word = with_slip(word);
    if (words.size() > 3 && chance(0.1)) {
      const size_t at = below(words.size() - 1);
      words[at] += words[at + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
    if (words.size() > 6 && chance(0.05)) words.resize(words.size() - 1 - below(2));
    if (chance(0.04)) words.push_back("( extended abstract )");
    fields.title = joined(words, " ");
    if (chance(0.03)) shorten(fields.title);
    if (chance(0.3)) fields.venue.clear();
    if (chance(0.4)) fields.year.clear();
    if (!fields.year.empty() && chance(0.06))
      fields.year = std::to_string(std::atoi(fields.year.c_str()) + (chance(0.5) ? 1 : -1));
  }

  std::string title_line(const Fields& fields) {
    const Strings authors = split(fields.authors, ',');
    std::string first = authors.empty() ? "" : authors.front();
    if (chance(0.3) && !first.empty()) first = split(first, ' ').back();
    for (size_t i = 0; i < first.size(); ++i)
      if (i == 0 || first[i - 1] == ' ')
        first[i] = static_cast<char>(std::toupper(static_cast<unsigned char>(first[i])));
    std::string title = fields.title;
    if (chance(0.05)) shorten(title);
    std::string out = "## [Paper Note] " + title;
    if (!first.empty()) out += ", " + first + (authors.size() > 1 ? "+" : "");
    const std::string year = fields.year.size() == 4 ? fields.year.substr(2) : "";
    if (!year.empty()) out += ", " + (fields.venue.empty() ? "arXiv" : fields.venue) + "'" + year;
    return out + "\n\n";
  }

  std::mt19937& random_;
};

}  // namespace

LabelledVault with_noise(const LabelledVault& vault, Noise noise, std::mt19937& random) {
  LabelledVault out{vault.name, vault.fields, {}, {}, vault.pairs};
  Writer writer(random);
  std::string text = "# Papers\n\n";
  std::vector<uint32_t> places;
  for (const Fields& fields : vault.fields) {
    places.push_back(static_cast<uint32_t>(text.size()));
    text += notes::valid_utf8(writer.write(fields, noise));
  }
  out.notes.push_back(notes::Note::parse("/notes.md", notes::Text(std::move(text))));
  const notes::Note& note = *out.notes.front();
  for (const uint32_t place : places) {
    const auto entry = note.entry_at(place + 3);
    out.entries.push_back(entry ? note.entries()[*entry].value : nullptr);
  }
  return out;
}

}  // namespace training

// Answers that may be megabytes, for they name every use of a tag: written as JSON straight away,
// and never held as values of the protocol.
#include "convert.h"
#include "gathering.h"

namespace server {

using features::Spot;

namespace {

// What is known of notes lies all over memory, so that of those to come is fetched.
void prefetch(const View& view, const std::vector<Spot>& spots, size_t at) {
  constexpr size_t kAhead = 12;
  const auto ahead = [&](size_t times) -> const Spot* {
    return at + times * kAhead < spots.size() ? &spots[at + times * kAhead] : nullptr;
  };
  if (const Spot* const spot = ahead(3)) view.note(spot->note).prefetch();
  if (const Spot* const spot = ahead(2)) {
    __builtin_prefetch(view.note(spot->note).path().data());
    view.note(spot->note).text().prefetch();
  }
  if (const Spot* const spot = ahead(1)) view.note(spot->note).text().prefetch(spot->range.begin);
}

}  // namespace

protocol::RawJson to_lsp(const View& view, const std::vector<Spot>& spots) {
  protocol::RawJson json{"["};
  std::string opening;  // of a place in the note
  {
    Gathering out(json.text);
    for (size_t i = 0; i < spots.size(); ++i) {
      prefetch(view, spots, i);
      const auto [note, range] = spots[i];
      if (i == 0 || note != spots[i - 1].note) {
        opening = "{\"uri\":";
        view.uris->append_quoted(opening, view.note(note).path());
        opening += ",\"range\":{\"start\":{\"line\":";
      }
      if (i == 0) {
        constexpr size_t kUsual = 80;  // of what stands behind the opening
        json.text.reserve(spots.size() * (opening.size() + kUsual));
      }
      if (i > 0) out.put(",");
      out.put(opening);
      const auto [begin, end] = view.note(note).text().positions(range, view.client->encoding);
      out.put(begin);
      out.put(",\"end\":{\"line\":");
      out.put(end);
      out.put("}}");
    }
  }
  json.text += ']';
  return json;
}

}  // namespace server

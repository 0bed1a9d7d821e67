// Answers that may be megabytes, for they name every use of a tag: written as JSON straight away,
// and never held as values of the protocol.
#include <algorithm>
#include <future>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "convert.h"
#include "gathering.h"

namespace server {

using features::Spot;

namespace {

// Some of the places, on any thread: views never change.
class Writing {
 public:
  Writing(const View& view, std::span<const Spot> spots) : view_(view), spots_(spots) {
    view.vault->for_each_block(
        [&](const notes::NoteTable::Block& block, notes::NoteId) { blocks_.push_back(&block); });
  }

  // One behind the other, with commas between them.
  void write(std::string& json) const {
    json.reserve(json.size() + likely_size());
    std::string opening;  // of a place in the note
    Gathering out(json);
    for (size_t i = 0; i < spots_.size(); ++i) {
      prefetch(i);
      const notes::NoteId note = spots_[i].note;
      if (i == 0 || note != spots_[i - 1].note) {
        opening = "{\"uri\":";
        view_.uris->append_quoted(opening, view_.note(note).path());
        opening += ",\"range\":{\"start\":{\"line\":";
      }
      if (i > 0) out.put(",");
      out.put(opening);
      const auto [begin, end] = positions(spots_[i]);
      out.put(begin);
      out.put(",\"end\":{\"line\":");
      out.put(end);
      out.put("}}");
    }
  }

 private:
  std::pair<notes::Position, notes::Position> positions(const Spot& spot) const {
    if (has_columns(spot))
      return {{spot.columns->line, spot.columns->begin}, {spot.columns->line, spot.columns->end}};
    return view_.note(spot.note).text().positions(spot.range, view_.client->encoding);
  }
  bool has_columns(const Spot& spot) const {
    return spot.columns && view_.client->encoding == notes::Encoding::kUtf16;
  }

  // By some of them; a little more than it will be, mostly, for to grow costs a copy of it all.
  size_t likely_size() const {
    constexpr size_t kSampled = 32, kUsual = 128;  // of what is no path
    const size_t sampled = std::min(kSampled, spots_.size());
    std::string paths;
    for (size_t i = 0; i < sampled; ++i)
      view_.uris->append_quoted(paths, view_.note(spots_[spots_.size() * i / sampled].note).path());
    return sampled == 0 ? 0 : spots_.size() * (paths.size() / sampled + kUsual);
  }

  // What is known of notes lies all over memory, so that of those to come is fetched.
  void prefetch(size_t at) const {
    constexpr size_t kAhead = 12;
    const auto ahead = [&](size_t times) -> const Spot* {
      return at + times * kAhead < spots_.size() ? &spots_[at + times * kAhead] : nullptr;
    };
    if (const Spot* const spot = ahead(4))
      __builtin_prefetch(&blocks_[spot->note / notes::NoteTable::kBlock]
                              ->notes[spot->note % notes::NoteTable::kBlock]);
    if (const Spot* const spot = ahead(3)) view_.note(spot->note).prefetch();
    if (const Spot* const spot = ahead(2)) {
      __builtin_prefetch(view_.note(spot->note).path().data());
      if (!has_columns(*spot)) view_.note(spot->note).text().prefetch();
    }
    if (const Spot* const spot = ahead(1); spot && !has_columns(*spot))
      view_.note(spot->note).text().prefetch(spot->range.begin);
  }

  const View& view_;
  std::span<const Spot> spots_;
  std::vector<const notes::NoteTable::Block*> blocks_;
};

// How many write the answer: it is worth a thread where it waits for memory for milliseconds.
size_t writers_for(size_t spots) {
  constexpr size_t kWorthOne = 4096, kMost = 4;
  return std::clamp<size_t>(
      std::min<size_t>(spots / kWorthOne, std::thread::hardware_concurrency()), 1, kMost);
}

}  // namespace

protocol::LongJson to_lsp(const View& view, const std::vector<Spot>& spots) {
  const size_t writers = writers_for(spots.size());
  const auto part = [&](size_t i) {
    const size_t begin = spots.size() * i / writers, end = spots.size() * (i + 1) / writers;
    return Writing(view, std::span(spots).subspan(begin, end - begin));
  };
  std::vector<std::future<std::string>> others;
  for (size_t i = 1; i < writers; ++i)
    others.push_back(std::async(std::launch::async, [&part, i] {
      std::string json;
      part(i).write(json);
      return json;
    }));
  std::string first = "[";
  part(0).write(first);
  protocol::LongJson json{std::move(first)};
  for (std::future<std::string>& other : others) {
    json.text.add(",");
    json.text.add(other.get());
  }
  json.text.add("]");
  return json;
}

}  // namespace server

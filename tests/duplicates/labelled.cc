#include "duplicates/labelled.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace training {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The entry whose title stands on one of the lines [first, last], counted from 1.
const notes::Entry* entry_on(const notes::Note& note, uint32_t first, uint32_t last) {
  for (const auto& entry : note.entries()) {
    const uint32_t line = note.text().line_of(entry.at(entry->title_range).begin) + 1;
    if (line >= first && line <= last) return entry.value;
  }
  return nullptr;
}

}  // namespace

LabelledVault read_labelled(const std::string& folder) {
  const auto truth = nlohmann::json::parse(read(folder + "/truth.json"));
  LabelledVault out;
  out.name = folder.substr(folder.find_last_of('/') + 1);
  std::map<std::string, size_t> by_id;
  std::map<std::string, std::shared_ptr<const notes::Note>> notes;
  for (const auto& item : truth.at("entries").items()) {
    const auto& entry = item.value();
    const std::string file = entry.at("file");
    auto& note = notes[file];
    if (!note) note = notes::Note::parse("/" + file, notes::Text(read(folder + "/vault/" + file)));
    by_id[item.key()] = out.fields.size();
    const auto& fields = entry.at("fields");
    const auto text = [&](const char* name) { return fields.value(name, std::string()); };
    out.fields.push_back({text("title"), text("authors"), text("venue"), text("year")});
    out.entries.push_back(entry_on(*note, entry.at("start_line"), entry.at("end_line")));
  }
  for (const auto& [file, note] : notes) out.notes.push_back(note);
  if (truth.at("candidates").is_null()) return out;
  std::map<std::string, size_t> by_place;
  for (const auto& item : truth.at("entries").items())
    by_place[item.value().at("file").get<std::string>() + ":" +
             std::to_string(item.value().at("start_line").get<int>())] = by_id[item.key()];
  const auto at = [&](const std::string& place) { return by_place.at(place); };
  for (const auto& pair : truth.at("candidates"))
    out.pairs.push_back({at(pair[0]), at(pair[1]), pair[2].get<int>() != 0});
  return out;
}

}  // namespace training

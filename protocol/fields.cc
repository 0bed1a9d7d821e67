#include "protocol/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "protocol/json_text.h"

namespace protocol {
namespace {

constexpr std::int64_t kMaxInteger = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kMinInteger = std::numeric_limits<std::int32_t>::min();

[[noreturn]] void expected(const char* what, const Json& got) {
  throw Mismatch(std::string("expected ") + what + ", got " + got.type_name());
}

std::int64_t clamped_integer(const Json& json, const char* what) {
  if (json.is_number_unsigned()) {
    return static_cast<std::int64_t>(
        std::min<std::uint64_t>(json.get<std::uint64_t>(), kMaxInteger));
  }
  if (json.is_number_integer()) {
    return std::clamp<std::int64_t>(json.get<std::int64_t>(), kMinInteger, kMaxInteger);
  }
  if (json.is_number_float()) {
    const double value = std::clamp(json.get<double>(), static_cast<double>(kMinInteger),
                                    static_cast<double>(kMaxInteger));
    const auto integer = static_cast<std::int64_t>(value);
    if (static_cast<double>(integer) == value) return integer;
  }
  expected(what, json);
}

// Lua and PHP clients write an empty table as [], whatever it stands for; no params at all come as
// null.
bool stands_for_empty_object(const Json& json) {
  return json.is_null() || (json.is_array() && json.empty());
}

template <class Integer>
void append_number(std::string& out, Integer value) {
  std::array<char, 16> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

}  // namespace

Mismatch::Mismatch(std::string why) : why_(std::move(why)), text_(why_) {}

void Mismatch::inside(std::string_view name) { prefix(std::string(name)); }

void Mismatch::inside(std::size_t index) {
  std::string step = "[";
  step.append(std::to_string(index)).append("]");
  prefix(std::move(step));
}

void Mismatch::prefix(std::string step) {
  if (!path_.empty() && path_.front() != '[') step += '.';
  path_ = step + path_;
  text_ = path_ + ": " + why_;
}

void Reader::throw_missing(const char* name) {
  Mismatch mismatch("missing");
  mismatch.inside(std::string_view(name));
  throw mismatch;
}

namespace detail {

bool is_null(const Json& json) { return json.is_null(); }

const Json* find(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

const Json& checked_object(const Json& json) {
  if (!json.is_object() && !stands_for_empty_object(json)) expected("an object", json);
  return json;
}

std::size_t checked_size(const Json& array) {
  if (!array.is_array()) expected("an array", array);
  return array.size();
}

const Json& element(const Json& array, std::size_t index) { return array[index]; }

void read_text(std::string_view text, void (*read)(const Json&, void*), void* value) {
  const std::optional<Json> json = parse_json(text);
  if (!json) throw Mismatch("not JSON");
  read(*json, value);
}

}  // namespace detail

void write_json(std::string& out, std::nullptr_t) { out += "null"; }
void write_json(std::string& out, bool value) { out += value ? "true" : "false"; }
void write_json(std::string& out, std::int32_t value) { append_number(out, value); }
void write_json(std::string& out, std::uint32_t value) { append_number(out, value); }
void write_json(std::string& out, const std::string& value) { append_quoted(out, value); }
void write_json(std::string& out, const RawJson& value) { out += value.text; }
void write_json(std::string& out, const LongJson& value) { out += value.text.str(); }

void read_json(const Json&, std::nullptr_t& value) { value = nullptr; }

void read_json(const Json& json, bool& value) {
  if (!json.is_boolean()) expected("a boolean", json);
  value = json.get<bool>();
}

void read_json(const Json& json, std::int32_t& value) {
  value = static_cast<std::int32_t>(clamped_integer(json, "an integer"));
}

void read_json(const Json& json, std::uint32_t& value) {
  const std::int64_t integer = clamped_integer(json, "an unsigned integer");
  if (integer < 0) throw Mismatch("expected an unsigned integer, got " + std::to_string(integer));
  value = static_cast<std::uint32_t>(integer);
}

void read_json(const Json& json, std::string& value) {
  if (!json.is_string()) expected("a string", json);
  value = json.get_ref<const std::string&>();
}

void read_json(const Json& json, RawJson& value) { value.text = dump(json); }

}  // namespace protocol

// How a struct becomes JSON and back. A struct says its fields once, in `void fields(auto& io)`; a
// Writer or a Reader visits them. This header needs only the name of the JSON type, so that whoever
// includes the LSP types does not compile the JSON library. Pure: any thread.
//
// `io(name, x)`: an optional x that is empty stays absent; any other x must be there when read.
// `io.nullable(name, x)`: an empty optional x is written as null, where LSP says `T | null`.
// `io.tolerant(name, x)`: a value that is absent or of the wrong type leaves x as it was; for what
// a client says of itself.
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "protocol/raw_json.h"

namespace protocol {

using Json = nlohmann::json;

// Thrown where JSON is not what a struct needs; says where and why, as "position.line: expected an
// integer, got a string".
class Mismatch : public std::exception {
 public:
  explicit Mismatch(std::string why);
  void inside(std::string_view name);
  void inside(std::size_t index);
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  void prefix(std::string step);

  std::string path_;
  std::string why_;
  std::string text_;
};

// The few touches of JSON that the templates below need.
namespace detail {
bool is_null(const Json& json);
const Json* find(const Json& object, const char* name);
const Json& checked_object(const Json& json);
std::size_t checked_size(const Json& array);
const Json& element(const Json& array, std::size_t index);
void read_text(std::string_view text, void (*read)(const Json&, void*), void* value);

struct Probe {
  void operator()(const char*, auto&) {}
  void nullable(const char*, auto&) {}
  void tolerant(const char*, auto&) {}
};
}  // namespace detail

template <class T>
concept Struct = std::is_class_v<T> && requires(T& x, detail::Probe& io) {
  x.fields(io);
};
template <class T>
concept Enumeration = std::is_enum_v<T>;

// Appended to the text straight away: a large result is never held as a tree. Bytes that are not
// UTF-8 become U+FFFD.
void write_json(std::string& out, std::nullptr_t);
void write_json(std::string& out, bool value);
void write_json(std::string& out, std::int32_t value);
void write_json(std::string& out, std::uint32_t value);
void write_json(std::string& out, const std::string& value);
void write_json(std::string& out, const RawJson& value);
void write_json(std::string& out, const LongJson& value);
template <Enumeration T>
void write_json(std::string& out, T value);
template <Struct T>
void write_json(std::string& out, const T& value);
template <class T>
void write_json(std::string& out, const std::optional<T>& value);
template <class T>
void write_json(std::string& out, const std::vector<T>& values);
template <class T>
void write_json(std::string& out,
                const std::map<std::string, T>& values);  // an object; only written
template <class... T>
void write_json(std::string& out, const std::variant<T...>& value);

// Each throws Mismatch. Integers beyond 32 bits are clamped and integral fractions (1.0) accepted,
// since clients send both.
void read_json(const Json& json, std::nullptr_t& value);
void read_json(const Json& json, bool& value);
void read_json(const Json& json, std::int32_t& value);
void read_json(const Json& json, std::uint32_t& value);
void read_json(const Json& json, std::string& value);
void read_json(const Json& json, RawJson& value);
template <Enumeration T>
void read_json(const Json& json, T& value);
template <Struct T>
void read_json(const Json& json, T& value);
template <class T>
void read_json(const Json& json, std::optional<T>& value);
template <class T>
void read_json(const Json& json, std::vector<T>& values);
template <class... T>
void read_json(const Json& json, std::variant<T...>& value);

template <class T>
std::string to_text(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}
// The same of what is not needed any more: what is JSON already is not copied.
template <class T>
LongText to_text_of(T&& value) requires(!std::is_reference_v<T>) {
  return to_text(value);
}
inline LongText to_text_of(RawJson&& value) { return std::move(value.text); }
inline LongText to_text_of(LongJson&& value) { return std::move(value.text); }
template <class... T>
LongText to_text_of(std::variant<T...>&& value) {
  return std::visit([](auto& x) { return to_text_of(std::move(x)); }, value);
}
template <class T>
T from_text(std::string_view text) {
  T value{};
  detail::read_text(
      text, [](const Json& json, void* x) { read_json(json, *static_cast<T*>(x)); }, &value);
  return value;
}

// What keeps `json` from being a T, or nothing.
template <class T>
std::optional<std::string> try_read(const Json& json, T& value) {
  try {
    read_json(json, value);
    return std::nullopt;
  } catch (const Mismatch& mismatch) {
    return mismatch.what();
  }
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  template <class T>
  void operator()(const char* name, const T& value) {
    begin(name);
    write_json(out_, value);
  }
  template <class T>
  void operator()(const char* name, const std::optional<T>& value) {
    if (value) (*this)(name, *value);
  }
  template <class T>
  void nullable(const char* name, const std::optional<T>& value) {
    begin(name);
    write_json(out_, value);
  }
  template <class T>
  void tolerant(const char* name, const T& value) {
    (*this)(name, value);
  }

 private:
  void begin(const char* name) {
    out_ += is_first_ ? "\"" : ",\"";
    is_first_ = false;
    out_.append(name).append("\":");
  }

  std::string& out_;
  bool is_first_ = true;
};

class Reader {
 public:
  explicit Reader(const Json& object) : object_(object) {}

  template <class T>
  void operator()(const char* name, T& value) {
    const Json* found = detail::find(object_, name);
    found ? read_at(name, *found, value) : throw_missing(name);
  }
  template <class T>
  void operator()(const char* name, std::optional<T>& value) {
    const Json* found = detail::find(object_, name);
    if (found && !detail::is_null(*found)) read_at(name, *found, value);
  }
  template <class T>
  void nullable(const char* name, std::optional<T>& value) {
    (*this)(name, value);
  }
  template <class T>
  void tolerant(const char* name, T& value) {
    const Json* found = detail::find(object_, name);
    T fresh{};
    if (found && !detail::is_null(*found) && !try_read(*found, fresh)) value = std::move(fresh);
  }

 private:
  template <class T>
  static void read_at(const char* name, const Json& json, T& value) {
    try {
      read_json(json, value);
    } catch (Mismatch& mismatch) {
      mismatch.inside(std::string_view(name));
      throw;
    }
  }

  [[noreturn]] static void throw_missing(const char* name);

  const Json& object_;
};

template <Enumeration T>
void write_json(std::string& out, T value) {
  write_json(out, static_cast<std::int32_t>(value));
}

template <Struct T>
void write_json(std::string& out, const T& value) {
  out += '{';
  Writer writer(out);
  const_cast<T&>(value).fields(writer);  // one list of fields serves both ways; a Writer only reads
  out += '}';
}

template <class T>
void write_json(std::string& out, const std::optional<T>& value) {
  value ? write_json(out, *value) : write_json(out, nullptr);
}

template <class T>
void write_json(std::string& out, const std::vector<T>& values) {
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    write_json(out, values[i]);
  }
  out += ']';
}

template <class T>
void write_json(std::string& out, const std::map<std::string, T>& values) {
  const char* separator = "{";
  for (const auto& [name, value] : values) {
    out += std::exchange(separator, ",");
    write_json(out, name);
    out += ':';
    write_json(out, value);
  }
  out += values.empty() ? "{}" : "}";
}

template <class... T>
void write_json(std::string& out, const std::variant<T...>& value) {
  std::visit([&out](const auto& x) { write_json(out, x); }, value);
}

template <Enumeration T>
void read_json(const Json& json, T& value) {
  std::int32_t number = 0;
  read_json(json, number);
  value = static_cast<T>(number);
}

template <Struct T>
void read_json(const Json& json, T& value) {
  Reader reader(detail::checked_object(json));
  value.fields(reader);
}

template <class T>
void read_json(const Json& json, std::optional<T>& value) {
  value.reset();
  if (!detail::is_null(json)) read_json(json, value.emplace());
}

template <class T>
void read_json(const Json& json, std::vector<T>& values) {
  const std::size_t size = detail::checked_size(json);
  values.clear();
  for (std::size_t i = 0; i < size; ++i) {
    try {
      read_json(detail::element(json, i), values.emplace_back());
    } catch (Mismatch& mismatch) {
      mismatch.inside(i);
      throw;
    }
  }
}

template <class... T>
void read_json(const Json& json, std::variant<T...>& value) {
  // The first alternative that fits is meant; what the last one lacks is reported when none does.
  std::optional<std::string> trouble;
  const auto fits = [&]<class Alternative>(std::type_identity<Alternative>) {
    Alternative fresh{};
    trouble = try_read(json, fresh);
    if (!trouble) value = std::move(fresh);
    return !trouble;
  };
  if (!(fits(std::type_identity<T>{}) || ...)) throw Mismatch(*trouble);
}

}  // namespace protocol

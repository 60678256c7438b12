#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace ce::audit {

/// One member of an entry's detail. There is no constructor from Secret<T>; text is for codes, states and
/// numbers of certificates, never for what a person is called, for identity numbers or for reasons typed.
struct Field {
  std::string_view name;
  std::variant<std::int64_t, bool, std::string> value;

  Field(std::string_view n, std::int64_t v) : name(n), value(v) {}
  Field(std::string_view n, int v) : name(n), value(std::int64_t{v}) {}
  Field(std::string_view n, std::size_t v) : name(n), value(static_cast<std::int64_t>(v)) {}
  Field(std::string_view n, bool v) : name(n), value(v) {}
  Field(std::string_view n, std::string v) : name(n), value(std::move(v)) {}
  Field(std::string_view n, std::string_view v) : name(n), value(std::string{v}) {}
  Field(std::string_view n, char const* v) : name(n), value(std::string{v}) {}
};

/// A small JSON object, members in the order given: {"decision":"approve","round":1}.
[[nodiscard]] std::string detail(std::initializer_list<Field> fields);

}  // namespace ce::audit

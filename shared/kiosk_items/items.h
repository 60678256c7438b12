#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

/// The items of a kiosk's settings that central may set: those that are set at its screen as well, and what
/// version of its program it may take. Pure; any thread.
namespace ce::kiosk_items {

/// What a kiosk may upgrade to: central alone says it.
inline constexpr std::string_view program = "program";

enum class Kind : std::uint8_t { digits, choice, version };

struct Choice {
  std::string_view value;
  std::string_view label;
  std::string_view hint = {};
};

struct Field {
  std::string_view name;
  std::string_view hint;  // while empty
  Kind kind = Kind::digits;
  std::string_view key;     // as the configuration's findings name it: "[idle] idle_seconds"; may be empty
  std::size_t longest = 0;  // bytes
  std::vector<Choice> choices = {};
  bool optional = false;  // may be left empty
  std::int64_t least = 0;
  std::int64_t most = 0;  // of the number that the digits are; 0: any
};

struct Item {
  std::string_view code;  // stable: part of the protocol
  std::string_view name;
  std::string_view about;
  std::vector<Field> fields;
  std::string_view needless_after = {};  // this value of the first field leaves nothing more to fill in
};

using Values = std::vector<std::string>;  // one a field

[[nodiscard]] std::span<Item const> all();
/// Null for a code that is none.
[[nodiscard]] Item const* find(std::string_view code);

/// What is wrong with one field's value, in Chinese.
struct Fault {
  std::size_t field = 0;
  std::string wrong;
};
/// All that is wrong with those values, one a field at most: as many as the item has fields, digits or one of
/// the choices, not too long, in the field's range, hours that a hall can have.
[[nodiscard]] std::vector<Fault> faults_of(Item const& item, Values const& values);
/// Fails with input_invalid where there is any, with the first: "name of the field：what".
[[nodiscard]] Result<void> check(Item const& item, Values const& values);

/// "60 秒后提醒，再过 20 秒退出 ...": for people. Empty where nothing is known.
[[nodiscard]] std::string words_of(Item const& item, Values const& values);

}  // namespace ce::kiosk_items

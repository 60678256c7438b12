#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "central/casebook/fields.h"

namespace ce::casebook {

/// One word of the file format and what it means to us.
template <class Value>
struct Word {
  std::string_view word;
  Value value;
};

/// What the text field `name` means by `words`; `fallback` where it is absent. Fails with input_invalid for
/// another word.
template <class Value, std::size_t Size>
Result<Value> word_of(Json const& object, std::string_view name, std::array<Word<Value>, Size> const& words,
                      std::optional<Value> fallback = {}) {
  CE_TRY(auto const given, optional_text(object, name));
  if (!given) return fallback ? Result<Value>{*fallback} : Result<Value>{malformed(name, "missing")};
  for (auto const& row : words) {
    if (row.word == *given) return row.value;
  }
  return malformed(name, "unknown word \"" + *given + "\"");
}

}  // namespace ce::casebook

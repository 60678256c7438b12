#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ce::audit {

/// What may be done, one row each in actions.def.
enum class Action : std::uint8_t {
#define CE_ACTION(word, chinese) word,
#include "central/audit/actions.def"
#undef CE_ACTION
};

inline constexpr auto action_words = std::to_array<std::string_view>({
#define CE_ACTION(word, chinese) #word,
#include "central/audit/actions.def"
#undef CE_ACTION
});

/// "record_registered", as it stands in the table.
[[nodiscard]] constexpr std::string_view word_of(Action action) {
  return action_words[static_cast<std::size_t>(action)];
}

/// "登记学习记录" for the word of a row; the word itself where a newer program wrote it.
[[nodiscard]] std::string_view chinese_of(std::string_view word);

}  // namespace ce::audit

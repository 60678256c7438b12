#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "shared/base/result.h"
#include "shared/credit/record.h"
#include "shared/credit/roles.h"
#include "shared/protocol/names.h"

/// The words by which enumerations stand in the tables: those of the protocol, and here those that it
/// lacks.
namespace ce::store {

inline constexpr auto assessment_words = std::to_array<std::string_view>({"none", "pass", "fail", "absent"});
inline constexpr auto achievement_words = std::to_array<std::string_view>(
    {"patent", "monograph", "provincial_project", "paper", "other_recognised"});
inline constexpr auto author_role_words = std::to_array<std::string_view>({"lead", "other"});
inline constexpr auto route_words =
    std::to_array<std::string_view>({"employed", "hosted", "provincial_unit"});
inline constexpr auto level_words =
    std::to_array<std::string_view>({"township", "county", "city", "province"});
inline constexpr auto decision_words =
    std::to_array<std::string_view>({"approve", "return_for_correction", "reject", "resubmit"});
inline constexpr auto channel_words = std::to_array<std::string_view>({"single", "file", "site", "earlier"});

/// The enumerator at the place of `word`. A word that is not there means the table was written by something
/// else: storage_fault.
template <class E, std::size_t N>
[[nodiscard]] Result<E> from_word(std::array<std::string_view, N> const& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == word) return static_cast<E>(i);
  }
  return Failure{FailureCode::storage_fault, "unknown word '" + std::string{word} + "' in a table"};
}

template <class E>
[[nodiscard]] Result<E> from_protocol_word(std::string_view word) {
  if (auto const found = protocol::named<E>(word)) return *found;
  return Failure{FailureCode::storage_fault, "unknown word '" + std::string{word} + "' in a table"};
}

[[nodiscard]] inline Result<credit::Party> party_from_word(std::string_view word) {
  if (auto const found = credit::party_named(word)) return *found;
  return Failure{FailureCode::storage_fault, "unknown party '" + std::string{word} + "' in a table"};
}

template <class E, std::size_t N>
[[nodiscard]] constexpr std::string_view to_word(std::array<std::string_view, N> const& words, E value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace ce::store

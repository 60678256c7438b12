#pragma once

#include <cstdint>

#include "shared/base/date.h"

/// Where what stands in a payload. Private to this room.
namespace ce::token {

inline constexpr std::uint64_t version = 1;
inline constexpr std::size_t number_digits = 14;
inline constexpr std::size_t number_bytes = 6;
inline constexpr std::size_t authority_digits = 6;
inline constexpr std::size_t authority_bytes = 3;
inline constexpr std::size_t day_bytes = 2;
inline constexpr std::size_t key_id_bytes = 4;
inline constexpr int year_zero = 2000;
inline constexpr int first_year = 2010;
inline constexpr int last_year = 2099;
inline constexpr std::int32_t last_day = 0xFFFF;

/// 2010-01-01: the regulation came into force that year.
inline std::int32_t first_day() {
  constexpr std::int32_t days_to_2010 = 14'610;
  return days_to_2010;
}

}  // namespace ce::token

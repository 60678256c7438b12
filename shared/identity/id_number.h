#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/date.h"

namespace ce::identity {

/// Which numbering scheme a number belongs to.
enum class IdKind : std::uint8_t {
  resident18,                  // GB 11643
  resident15,                  // legacy; insert 19, append the check digit
  hk_residence_permit,         // 810000
  mo_residence_permit,         // 820000
  tw_residence_permit,         // 830000
  foreign_permanent18,         // 9 + province 2 + nationality 3 + birth 8 + sequence 3 + check
  foreign_permanent15_legacy,  // 3 letters + 12 digits
};

enum class IdReason : std::uint8_t { ok, length, not_digits, birth_date, birth_future, check_digit, format };

enum class Sex : std::uint8_t { male, female };

/// What examining a number gave. `canonical` is what the number is looked up by: the 18-digit form
/// for the legacy 15-digit one, the number itself otherwise; empty unless valid.
struct IdExamination {
  bool valid = false;
  IdKind kind = IdKind::resident18;
  IdReason reason = IdReason::ok;
  std::string canonical;
  std::optional<Date> birth;
  std::optional<Sex> sex;
};

/// Examines by form, date and check digit (ISO 7064 MOD 11-2) only: never by a list of addresses, which
/// goes out of date. A lower-case x counts as X. `today` bounds the birth date.
[[nodiscard]] IdExamination examine_id_number(std::string_view number, Date today);

/// The check character of the first 17 digits. Precondition: 17 ASCII digits.
[[nodiscard]] char check_character(std::string_view first17);

[[nodiscard]] std::string_view name_of(IdKind kind);      // "resident18"
[[nodiscard]] std::string_view code_of(IdReason reason);  // "CHECK_DIGIT"

}  // namespace ce::identity

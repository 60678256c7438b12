#include "shared/identity/id_number.h"

#include <algorithm>
#include <array>

namespace ce::identity {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// After upper().
bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

// The kind that a number of 18 characters claims to be, by its first digits.
IdKind kind_of_18(std::string_view number) {
  if (number.starts_with("810000")) return IdKind::hk_residence_permit;
  if (number.starts_with("820000")) return IdKind::mo_residence_permit;
  if (number.starts_with("830000")) return IdKind::tw_residence_permit;
  if (number.starts_with('9')) return IdKind::foreign_permanent18;
  return IdKind::resident18;
}

// The kind that a number of any length most looks like, so that a complaint about it can name one.
IdKind claimed_kind(std::string_view number) {
  if (!number.empty() && is_letter(number.front())) return IdKind::foreign_permanent15_legacy;
  if (number.size() == 15) return IdKind::resident15;
  return kind_of_18(number);
}

// Digits throughout but for an X at the end.
bool only_number_characters(std::string_view number) {
  if (number.ends_with('X')) number.remove_suffix(1);
  return all_digits(number);
}

std::string upper(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

Sex sex_of(char sequence_end) {
  return (sequence_end - '0') % 2 == 1 ? Sex::male : Sex::female;
}

// Precondition: 18 characters, digits but for the last, which may be X.
IdExamination examine_18(std::string const& number, IdExamination result, Date today) {
  auto const birth = Date::parse_compact(std::string_view{number}.substr(6, 8));
  if (!birth) {
    result.reason = IdReason::birth_date;
  } else if (*birth > today) {
    result.reason = IdReason::birth_future;
  } else if (check_character(std::string_view{number}.substr(0, 17)) != number[17]) {
    result.reason = IdReason::check_digit;
  } else {
    result.valid = true;
    result.canonical = number;
    result.birth = *birth;
    // Digit 17 of a foreigner's number is not told to mean the sex in the sources at hand.
    if (result.kind != IdKind::foreign_permanent18) result.sex = sex_of(number[16]);
  }
  return result;
}

IdExamination examine_15(std::string const& number, IdExamination result, Date today) {
  if (!is_digit(number.back())) {
    result.reason = IdReason::not_digits;
    return result;
  }
  std::string full = number.substr(0, 6) + "19" + number.substr(6);
  // Cards of 15 digits were residents' alone: permits and foreigners' numbers never had so few.
  if (kind_of_18(full) != IdKind::resident18) {
    result.reason = IdReason::format;
    return result;
  }
  full.push_back(check_character(full));
  return examine_18(full, std::move(result), today);
}

// Shape only: the check rule of the older cards is not published.
IdExamination examine_letters(std::string const& number, IdExamination result) {
  std::string_view const text = number;
  if (text.size() != 15) {
    result.reason = IdReason::length;
  } else if (!std::all_of(text.begin(), text.begin() + 3, is_letter) || !all_digits(text.substr(3))) {
    result.reason = IdReason::format;
  } else {
    result.valid = true;
    result.canonical = number;
  }
  return result;
}

}  // namespace

char check_character(std::string_view first17) {
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view characters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += (first17.at(i) - '0') * weights.at(i);
  return characters.at(static_cast<std::size_t>(sum % 11));
}

IdExamination examine_id_number(std::string_view number, Date today) {
  std::string const text = upper(number);
  IdExamination result;
  result.kind = claimed_kind(text);
  if (result.kind == IdKind::foreign_permanent15_legacy) return examine_letters(text, std::move(result));
  // A wrong character is the better complaint also where the length is wrong: it is why it is.
  if (!only_number_characters(text)) {
    result.reason = IdReason::not_digits;
  } else if (text.size() == 18) {
    return examine_18(text, std::move(result), today);
  } else if (text.size() == 15) {
    return examine_15(text, std::move(result), today);
  } else {
    result.reason = IdReason::length;
  }
  return result;
}

std::string_view name_of(IdKind kind) {
  constexpr auto names = std::to_array<std::string_view>(
      {"resident18", "resident15", "hk_residence_permit", "mo_residence_permit", "tw_residence_permit",
       "foreign_permanent18", "foreign_permanent15_legacy"});
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view code_of(IdReason reason) {
  constexpr auto codes = std::to_array<std::string_view>(
      {"OK", "LENGTH", "NOT_DIGITS", "BIRTH_DATE", "BIRTH_FUTURE", "CHECK_DIGIT", "FORMAT"});
  return codes.at(static_cast<std::size_t>(reason));
}

}  // namespace ce::identity

#include "shared/certificate_pdf/sheet_check.h"

#include <algorithm>

#include "shared/base/text.h"

namespace ce::certificate_pdf {
namespace {

Failure invalid(std::string const& field, std::string const& what) {
  return {FailureCode::input_invalid, field + ": " + what};
}

/// Characters without a place on paper: controls, direction marks, line ends, byte order marks.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\u3000';
}

Result<void> check_text(std::string const& field, std::string const& text, std::size_t longest) {
  auto const characters = decode_utf8(text);
  if (!characters) return invalid(field, "not well-formed UTF-8");
  if (characters->empty()) return invalid(field, "is empty");
  if (characters->size() > longest) {
    return invalid(field, "has " + std::to_string(characters->size()) + " characters, at most " +
                              std::to_string(longest) + " fit the form");
  }
  for (std::size_t i = 0; i < characters->size(); ++i) {
    if (is_invisible((*characters)[i])) {
      return invalid(field, "character " + std::to_string(i + 1) + " is a control or invisible character");
    }
  }
  if (is_blank(characters->front()) || is_blank(characters->back())) {
    return invalid(field, "begins or ends with a blank");
  }
  return {};
}

bool all_digits(std::string const& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> check_blank_number(std::string const& text) {
  auto const allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  };
  if (text.size() > 20) return invalid("blank_number", "longer than 20 characters");
  if (!std::all_of(text.begin(), text.end(), allowed)) {
    return invalid("blank_number", "only digits, Latin letters and '-' can stand on a paper blank");
  }
  return {};
}

Result<void> check_url(std::string const& url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) {
    return invalid("verify_url", "must begin with https:// or http://");
  }
  if (url.size() > 300) return invalid("verify_url", "longer than the 300 bytes that the QR code may hold");
  if (std::any_of(url.begin(), url.end(), [](char c) { return c <= 0x20 || c >= 0x7F; })) {
    return invalid("verify_url", "holds a blank, a control or a character outside ASCII");
  }
  return {};
}

}  // namespace

Result<void> check_sheet(certificate::Sheet const& sheet, Fonts const& fonts) {
  if (sheet.number.size() != 14 || !all_digits(sheet.number)) {
    return invalid("number", "a certificate number has 14 digits (article 15)");
  }
  CE_CHECK(check_text("name", sheet.name, longest_name));
  CE_CHECK(fonts.covers(sheet.name));
  if (sheet.year < 2010 || sheet.year > 2099) {
    return invalid("year", std::to_string(sheet.year) + " is not between 2010 and 2099");
  }
  CE_CHECK(check_text("authority", sheet.authority, longest_authority));
  if (auto const covered = fonts.covers(sheet.authority); !covered) {
    return invalid("authority", covered.failure().detail);
  }
  CE_CHECK(check_blank_number(sheet.blank_number));
  return check_url(sheet.verify_url);
}

}  // namespace ce::certificate_pdf

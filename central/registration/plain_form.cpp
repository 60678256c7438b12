#include "central/registration/plain_form.h"

#include "shared/base/text.h"
#include "shared/identity/name.h"

namespace ce::registration {
namespace {

bool is_any_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == U'\u00A0' || c == U'\u3000' ||
         c == U'\uFEFF';
}

}  // namespace

std::string plain_form(std::string_view typed) {
  auto const decoded = decode_utf8(typed);
  if (!decoded) return std::string{typed};
  std::u32string_view text{*decoded};
  while (!text.empty() && is_any_blank(text.front())) text.remove_prefix(1);
  if (!text.empty() && text.front() == U'\'') text.remove_prefix(1);
  while (!text.empty() && is_any_blank(text.back())) text.remove_suffix(1);
  std::u32string plain{text};
  for (char32_t& c : plain) {
    if (c >= U'\uFF01' && c <= U'\uFF5E') c = c - U'\uFF01' + U'!';
    if (c == U'\u3000') c = U' ';
  }
  return encode_utf8(plain);
}

Result<std::string> checked_reason(std::string_view typed) {
  auto reason = plain_form(typed);
  auto const decoded = decode_utf8(reason);
  if (!decoded || (!reason.empty() && !identity::is_plain_text(reason))) {
    return Failure{FailureCode::input_invalid, "原因中含有不能使用的字符，请删去换行和控制符"};
  }
  if (decoded->size() > most_reason_characters) {
    return Failure{FailureCode::input_invalid, "原因超过 500 字，请缩短"};
  }
  return reason;
}

}  // namespace ce::registration

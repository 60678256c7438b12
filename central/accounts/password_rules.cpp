#include "central/accounts/password_rules.h"

#include <algorithm>
#include <array>

#include "shared/base/text.h"

namespace ce::accounts {
namespace {

// Of ten characters and more, what leaked lists and people here have most.
constexpr auto tried_first = std::to_array<std::string_view>({
    "0123456789",   "1234567890",  "0987654321",    "9876543210",  "12345678910",   "1234567891",
    "123456789a",   "a123456789",  "abc123456789",  "qq123456789", "woaini1314",    "woaini5201314",
    "5201314520",   "1314520520",  "qwertyuiop",    "1q2w3e4r5t",  "1qaz2wsx3edc",  "qwerty12345",
    "qwerty123456", "asdfghjkl;",  "password12",    "password123", "password1234",  "password12345",
    "passw0rd123",  "p@ssw0rd123", "admin12345",    "admin123456", "administrator", "iloveyou12",
    "letmein123",   "welcome123",  "changeme123",   "guangdong1",  "guangdong123",  "guangzhou123",
    "shenzhen123",  "jixujiaoyu",  "jixujiaoyu123", "zhuanji123",  "abcdefghij",    "abcd123456",
    "abc1234567",   "a1234567890", "11223344556",   "1122334455",  "1231231231",    "123123123123",
});

Failure refused(std::string_view chinese) {
  return {FailureCode::input_invalid, std::string{chinese}};
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower{text};
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

Result<void> check_password(SecretText const& password, std::string_view login) {
  auto const& text = password.reveal();
  auto const characters = decode_utf8(text);
  if (!characters || text.find('\0') != std::string::npos) return refused("密码中有不能使用的字符");
  if (characters->size() < shortest_password || characters->size() > longest_password) {
    return refused("密码应为 10 到 64 个字符");
  }
  if (std::all_of(characters->begin(), characters->end(),
                  [&](char32_t c) { return c == characters->front(); })) {
    return refused("密码不能只是同一个字符");
  }
  SecretText const lower{lower_case(text)};
  if (lower.reveal() == lower_case(login)) return refused("密码不能与登录名相同");
  if (std::find(tried_first.begin(), tried_first.end(), lower.reveal()) != tried_first.end()) {
    return refused("这个密码太常见，容易被猜到，请换一个");
  }
  return {};
}

Result<void> check_query_password(SecretText const& password, SecretText const& id_number) {
  auto const& text = password.reveal();
  bool const digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text.size() < shortest_query_password || text.size() > longest_query_password) {
    return refused("查询密码应为 8 到 20 位数字");
  }
  for (int const step : {0, 1, -1}) {
    bool const in_a_row = std::adjacent_find(text.begin(), text.end(), [step](char left, char right) {
                            return (left - '0' + step + 10) % 10 != right - '0';
                          }) == text.end();
    if (in_a_row) return refused("查询密码不能是同一个数字或连续的数字");
  }
  if (id_number.reveal().find(text) != std::string::npos) {
    return refused("查询密码不能是证件号码中的一段，例如出生日期");
  }
  return {};
}

}  // namespace ce::accounts

#include <gtest/gtest.h>
#include <qrencode.h>

#include <memory>

#include "shared/token/base32.h"
#include "support/token_key.h"

// Why Base32 (README of the room): the smallest code that is an address.
namespace ce::token {
namespace {

constexpr std::string_view address = "https://jxjy.example.gov.cn/v/";

/// Modules along a side.
int width_of(std::string const& text) {
  std::unique_ptr<QRcode, decltype(&QRcode_free)> const code{
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free};
  return code ? code->width : 0;
}

TEST(TokenCode, Base32MakesASmallerCodeThanBase64url) {
  test::TokenKey const key{'a'};
  auto const token = key.token(test::token_facts());
  // As many characters as base64url makes of the bytes, of both cases as it has them.
  std::string base64url;
  for (std::size_t i = 0; base64url.size() < (payload_bytes + 64) * 4 / 3 + 1; ++i) {
    base64url.push_back(static_cast<char>(i % 2 == 0 ? token[i] : 'a' + token[i] % 26));
  }
  EXPECT_EQ(width_of(std::string{address} + token), 49);
  EXPECT_EQ(width_of(std::string{address} + base64url), 53);
}

}  // namespace
}  // namespace ce::token

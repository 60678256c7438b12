#include "shared/base/text.h"

#include <gtest/gtest.h>

namespace ce {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, GoesThereAndBack) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string const text = encode_utf8(std::u32string(1, code));
    auto const back = decode_utf8(text);
    ASSERT_TRUE(back) << std::hex << static_cast<unsigned>(code);
    ASSERT_EQ(*back, std::u32string(1, code));
  }
}

TEST(Utf8, IsCutBetweenCharacters) {
  EXPECT_EQ(beginning_of("天河", 6), "天河");
  EXPECT_EQ(beginning_of("天河", 5), "天");
  EXPECT_EQ(beginning_of("天河", 3), "天");
  EXPECT_EQ(beginning_of("天河", 2), "");
  EXPECT_EQ(beginning_of("abc", 2), "ab");
  EXPECT_EQ(beginning_of("", 0), "");
}

TEST(Utf8, RefusesWhatRfc3629Refuses) {
  for (std::string_view text :
       {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x80\x80"sv, "\xE0\x9F\xBF"sv,
        "\xF0\x80\x80\x80"sv, "\xF0\x8F\xBF\xBF"sv, "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv, "\xF4\x90\x80\x80"sv,
        "\xF8\x88\x80\x80\x80"sv, "\xFE"sv, "\xFF"sv, "\xE5"sv, "\xE5\xBC"sv, "\xE5\xBC\x28"sv, "a\xC3"sv}) {
    EXPECT_FALSE(decode_utf8(text)) << hex(text);
  }
  EXPECT_EQ(decode_utf8("a\0b"sv)->size(), 3U);
}

TEST(Utf16, ReadsSurrogatePairs) {
  EXPECT_EQ(utf16le_to_utf8("\x40\xD8\x87\xDC"sv), "𠂇");
  EXPECT_EQ(utf16le_to_utf8("\x0E\x66 \0"sv), "明 ");
  EXPECT_EQ(utf16le_to_utf8(""), "");
  EXPECT_EQ(utf16le_to_utf8("\xFF\xDB\xFF\xDF"sv), "\U0010FFFF");
}

TEST(Utf16, RefusesLoneSurrogatesAndOddLength) {
  for (std::string_view bytes : {"\x40"sv, "\x40\xD8"sv, "\x87\xDC"sv, "\x40\xD8\x0E\x66"sv,
                                 "\x87\xDC\x40\xD8"sv, "\x40\xD8\x40\xD8\x87\xDC"sv}) {
    EXPECT_FALSE(utf16le_to_utf8(bytes)) << hex(bytes);
  }
}

TEST(TrimRight, TakesPaddingOnTheRightOnly) {
  EXPECT_EQ(trim_right("  张 明 　 "), "  张 明");
  EXPECT_EQ(trim_right("明\0\0"sv), "明");
  EXPECT_EQ(trim_right("　　"), "");
  EXPECT_EQ(trim_right("a\t"), "a\t");
}

TEST(Hex, IsLowerCase) {
  EXPECT_EQ(hex("\x00\x9F\xFF"sv), "009fff");
}

TEST(Text, IsUtf8WhereItCanBeDecoded) {
  using namespace std::string_view_literals;
  for (auto const text : {""sv, "abc"sv, "陈𠂇"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv,
                          "cut \xE9\x99"sv, "\x80"sv, "nul\0"sv}) {
    EXPECT_EQ(is_utf8(text), decode_utf8(text).has_value()) << hex(text);
  }
}

}  // namespace
}  // namespace ce

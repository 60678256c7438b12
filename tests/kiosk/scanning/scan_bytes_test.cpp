// Codes over a serial line: the same rules as for a scanner that poses as a keyboard.
#include "kiosk/scanning/scan_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ce::scanning {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;

struct SerialCodes : testing::Test {
  ScanLine line;
  Tick now{milliseconds{10'000}};

  std::vector<std::string> take(std::string_view bytes, std::size_t most = most_waiting) {
    return take_codes(line, bytes, now += milliseconds{2}, most);
  }
};

TEST_F(SerialCodes, EndWithCrLfOrBoth) {
  EXPECT_THAT(take("A1\rB2\nC3\r\n\n\rD4"), ElementsAre("A1", "B2", "C3"));
  EXPECT_THAT(take("\r"), ElementsAre("D4"));
}

TEST_F(SerialCodes, ComeInPieces) {
  EXPECT_THAT(take("https://jxjy.exam"), IsEmpty());
  EXPECT_THAT(take("ple.gov.cn/v/AEUA\r"), ElementsAre("https://jxjy.example.gov.cn/v/AEUA"));
}

TEST_F(SerialCodes, LettersOfLongBeforeAreForgotten) {
  EXPECT_THAT(take("half of somebody's co"), IsEmpty());
  now += milliseconds{501};
  EXPECT_THAT(take("AEUA\r"), ElementsAre("AEUA"));
  EXPECT_THAT(take("AEUA"), IsEmpty());
  now += milliseconds{501};
  EXPECT_THAT(take("\r"), IsEmpty());
}

TEST_F(SerialCodes, OneMegabyteWithoutAnEndIsHeldWithinBounds) {
  for (int i = 0; i < 256; ++i) EXPECT_THAT(take(std::string(4096, 'A')), IsEmpty());
  auto const codes = take("\r");
  ASSERT_EQ(codes.size(), 1U);
  EXPECT_EQ(codes[0].size(), ScanLine::longest);
  EXPECT_THAT(take("AEUA\r"), ElementsAre("AEUA")) << "the next code is whole again";
}

TEST_F(SerialCodes, OfManyAtOnceTheFirstAreKept) {
  std::string flood;
  for (int i = 0; i < 100'000; ++i) flood += std::to_string(i) + "\r\n";
  EXPECT_THAT(take(flood, 3), ElementsAre("0", "1", "2"));
}

TEST_F(SerialCodes, WhatNoKeyboardTypesIsNoPartOfACode) {
  EXPECT_THAT(take(std::string_view{"\x02"
                                    "A\0B\x7F"
                                    "C\x1D\r",
                                    8}),
              ElementsAre("ABC"));
  EXPECT_THAT(take("\xD6\xA4\r"), ElementsAre("\uFFFD\uFFFD")) << "GBK";
}

}  // namespace
}  // namespace ce::scanning

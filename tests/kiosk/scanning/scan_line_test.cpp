#include "kiosk/scanning/scan_line.h"

#include <gtest/gtest.h>

namespace ce::scanning {
namespace {

using std::chrono::milliseconds;

struct Scanner : testing::Test {
  ScanLine line;
  Tick now{milliseconds{10'000}};

  void type(std::string_view text, int pause_ms = 2) {
    for (char const c : text) line.letter(static_cast<unsigned char>(c), now += milliseconds{pause_ms});
  }
  std::optional<std::string> enter() { return line.enter(now += milliseconds{2}); }
};

TEST_F(Scanner, ALineEndsWithEnter) {
  type("https://jxjy.example.gov.cn/v/AEUA");
  EXPECT_EQ(enter(), "https://jxjy.example.gov.cn/v/AEUA");
  type("B");
  EXPECT_EQ(enter(), "B");
}

TEST_F(Scanner, EnterAloneIsNothing) {
  EXPECT_FALSE(enter());
}

TEST_F(Scanner, LettersOfLongBeforeAreForgotten) {
  type("zzz");
  now += milliseconds{501};
  type("AEUA");
  EXPECT_EQ(enter(), "AEUA");
  type("AEUA");
  now += milliseconds{501};
  EXPECT_FALSE(enter());
}

TEST_F(Scanner, AnEndlessLineIsHeldWithinBounds) {
  type(std::string(100'000, 'A'));
  EXPECT_EQ(enter()->size(), ScanLine::longest);
}

TEST_F(Scanner, OtherLettersComeAsUtf8AndBrokenOnesNotAtAll) {
  for (char32_t const letter : {U'证', char32_t{0xD800}, char32_t{0x110000}}) line.letter(letter, now);
  EXPECT_EQ(enter(), "证");
}

}  // namespace
}  // namespace ce::scanning

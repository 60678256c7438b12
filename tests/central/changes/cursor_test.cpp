#include "central/changes/cursor.h"

#include <gtest/gtest.h>

namespace ce::changes {
namespace {

TEST(ChangeCursor, ReadsWhatItWrites) {
  for (auto const& cursor : {Cursor{"5f0c7a9e", "440106", 63, {{"000000", 3}, {"440106", 1'000'000'000'000}}},
                             Cursor{"a", "440000", 4, {}}}) {
    EXPECT_EQ(read_cursor(text_of(cursor)).value(), cursor);
  }
}

TEST(ChangeCursor, AnythingElseIsNone) {
  for (auto const* text : {"1", "1.", "1..440106.", "2.a.440106.", "1.a.44010.", "1.a.440106.x",
                           "1.a.440106.", "1.a.440106.1.x", "1.a.440106.1.440106-", "1.a.440106.1.440106--1",
                           "1.a.440106.1.440106-1x", "1.a.440106.1.440106-1_440106-2", "1.a.440106.1.440106",
                           "1.a.440106.1.440106-99999999999999999999", "1.a.440106.1.44010a-1", "\xFF"}) {
    auto const read = read_cursor(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.failure().code, FailureCode::input_invalid);
  }
  EXPECT_FALSE(read_cursor("1.a.440106.1." + std::string(5000, '1')));
}

}  // namespace
}  // namespace ce::changes

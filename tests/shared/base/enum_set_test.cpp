#include "shared/base/enum_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ce {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum class Colour : std::uint8_t { red, green, blue, last = 31 };

TEST(EnumSet, IsWalkedInTheOrderOfTheEnumerationEachOnce) {
  EnumSet<Colour> some;
  EXPECT_THAT(some, IsEmpty());
  for (auto const colour : {Colour::last, Colour::blue, Colour::red, Colour::blue}) some.insert(colour);
  EXPECT_THAT(some, ElementsAre(Colour::red, Colour::blue, Colour::last));
  EXPECT_EQ(some.size(), 3U);
  EXPECT_TRUE(some.contains(Colour::last));
  EXPECT_FALSE(some.contains(Colour::green));
}

TEST(EnumSet, TakesInAnother) {
  EnumSet<Colour> some{Colour::green};
  some.insert(EnumSet<Colour>{Colour::red, Colour::green});
  EXPECT_EQ(some, (EnumSet<Colour>{Colour::red, Colour::green}));
  some.clear();
  EXPECT_TRUE(some.empty());
}

}  // namespace
}  // namespace ce

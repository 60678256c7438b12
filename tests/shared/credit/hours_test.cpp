#include "shared/credit/hours.h"

#include <gtest/gtest.h>

namespace ce::credit {
namespace {

TEST(ExactHours, ReadWhatIsAWholeNumberOfUnits) {
  EXPECT_EQ(exact_hours("0"), CreditUnits{});
  EXPECT_EQ(exact_hours("18"), CreditUnits::hours(18));
  EXPECT_EQ(exact_hours("10.5"), CreditUnits{945});
  EXPECT_EQ(exact_hours("0.1"), CreditUnits{9});
  EXPECT_EQ(exact_hours("0.30000000"), CreditUnits{27});
  EXPECT_EQ(exact_hours("1619/90"), CreditUnits{1619});
}

TEST(ExactHours, RefuseEverythingElse) {
  for (auto const* text : {"",       "-1",    "+1",         "1e3",       "6,5",         "6.",  ".5",
                           "0.01",   "1.2.3", " 6",         "6 ",        "0x6",         "/90", "1/45",
                           "1.5/90", "11713", "1054081/90", "123456789", "0.300000000", "六",  "nan"}) {
    EXPECT_EQ(exact_hours(text), std::nullopt) << text;
  }
}

TEST(ExactHours, AreWrittenAsTheyAreRead) {
  for (std::int64_t units = 0; units < 1'000'000; units += units < 20'000 ? 1 : 997) {
    ASSERT_EQ(exact_hours(exact_hours_text({units})), CreditUnits{units});
  }
  EXPECT_EQ(exact_hours_text(CreditUnits::hours(18)), "18");
  EXPECT_EQ(exact_hours_text({945}), "10.5");
  EXPECT_EQ(exact_hours_text({1619}), "1619/90");
}

}  // namespace
}  // namespace ce::credit

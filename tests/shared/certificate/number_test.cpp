#include "shared/certificate/number.h"

#include <gtest/gtest.h>

#include "shared/certificate/own_regions.h"

namespace ce::certificate {
namespace {

class Numbers : public ::testing::Test {
 protected:
  [[nodiscard]] NumberReason reason(std::string_view input, NumberRules const& rules = {}) const {
    return examine_number(input, regions_, rules).reason;
  }
  Regions regions_ = testing::own_regions();
};

TEST_F(Numbers, TellTheirParts) {
  Number const number{"440106", 2011, 7};
  EXPECT_EQ(number.text(), "44010611000007");
  EXPECT_EQ(number.region(), "440106");
  EXPECT_EQ(number.year(), 2011);
  EXPECT_EQ(number.sequence(), 7);
}

TEST_F(Numbers, AreReadBackAsWritten) {
  for (Region const& region : regions_.all()) {
    for (int sequence : {1, 42, 999'999}) {
      Number const number{region.code, 2026, sequence};
      auto const examined = examine_number(number.text(), regions_);
      ASSERT_TRUE(examined.valid) << number.text();
      EXPECT_EQ(examined.number, number);
    }
  }
}

TEST_F(Numbers, LoseBlanksAndHyphens) {
  EXPECT_EQ(examine_number(" 4401-06\t11 000001 ", regions_).normalized, "44010611000001");
}

TEST_F(Numbers, SayWhatIsWrong) {
  EXPECT_EQ(reason(""), NumberReason::length);
  EXPECT_EQ(reason("4401061100001"), NumberReason::length);
  EXPECT_EQ(reason("4401061100000１"), NumberReason::not_digits);
  EXPECT_EQ(reason("45010611000001"), NumberReason::region_unknown);
  EXPECT_EQ(reason("44019911000001"), NumberReason::region_unknown);
  EXPECT_EQ(reason("44010609000001"), NumberReason::year_unknown);
  EXPECT_EQ(reason("44010611000000"), NumberReason::seq_zero);
  EXPECT_EQ(code_of(NumberReason::year_unknown), "YEAR_UNKNOWN");
}

TEST_F(Numbers, WarnOfRegionsThatCameOrWent) {
  EXPECT_EQ(reason("44011613000001"), NumberReason::ok);
  EXPECT_EQ(reason("44011614000001"), NumberReason::warn_region_retired);
  EXPECT_EQ(reason("44011713000001"), NumberReason::warn_region_not_yet);
  EXPECT_EQ(reason("44011714000001"), NumberReason::ok);
  auto const retired = examine_number("44011614000001", regions_);
  EXPECT_TRUE(retired.valid);
  EXPECT_TRUE(retired.number.has_value());
}

TEST_F(Numbers, KeepToTheDigitsOfTheirScheme) {
  NumberRules rules;
  rules.city_level_01 = true;
  EXPECT_EQ(reason("44010111000001", rules), NumberReason::ok);
  EXPECT_EQ(reason("44010011000001", rules), NumberReason::region_unknown);
  EXPECT_EQ(reason("44000011000001", rules), NumberReason::ok);
  rules.provincial_digits = "9900";
  EXPECT_EQ(reason("44990011000001", rules), NumberReason::ok);
  EXPECT_EQ(reason("44000011000001", rules), NumberReason::region_unknown);
  EXPECT_EQ(region_digits("440000", rules), "449900");
  EXPECT_EQ(region_digits("441900", rules), "441901");
  EXPECT_EQ(region_digits("440106", rules), "440106");
}

TEST_F(Numbers, RunOnAndEndWithTheRange) {
  auto number = next_number(std::nullopt, "440106", 2011, 2012);
  ASSERT_TRUE(number);
  EXPECT_EQ(number->text(), "44010611000001");
  EXPECT_EQ(next_number(*number, "440106", 2011, 2012)->text(), "44010611000002");
  EXPECT_EQ(next_number(*number, "440106", 2012, 2012)->text(), "44010612000001");
  EXPECT_EQ(next_number(*number, "440105", 2011, 2012)->text(), "44010511000001");
  auto const end = next_number(Number{"440106", 2011, 999'999}, "440106", 2011, 2012);
  ASSERT_FALSE(end);
  EXPECT_EQ(end.failure().code, FailureCode::number_exhausted);
}

TEST_F(Numbers, FollowTheSwitches) {
  NumberRules rules;
  rules.sequence_per_county_only = true;
  EXPECT_EQ(next_number(Number{"440106", 2011, 5}, "440106", 2012, 2012, rules)->text(), "44010612000006");
  rules.issue_year_digits = true;
  EXPECT_EQ(next_number(Number{"440106", 2011, 5}, "440106", 2012, 2013, rules)->text(), "44010613000006");
}

}  // namespace
}  // namespace ce::certificate

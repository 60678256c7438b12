#include "central/seed/demo_file.h"

#include <gmock/gmock.h>

namespace ce::test {
namespace {

using testing::HasSubstr;

std::string const record =
    R"({ subject = "public", activity = "training", content = "课", hours = 30, from = "03-02", to = "03-06" })";

std::string file_with(std::string const& plan_record, std::string const& years) {
  return "[plans.full]\nrecords = [\n" + plan_record +
         "\n]\n[[person]]\ncard = \"c\"\nname = \"n\"\nid_number = \"i\"\nregion = \"440106\"\nemployer = "
         "\"e\"\n"
         "query_password = \"12345678\"\nyears = [ " +
         years + " ]\n";
}

void expect_failure(std::string const& text, FailureCode code, std::string const& words) {
  auto const read = seed::parse_demo(text, "people.toml");
  ASSERT_FALSE(read) << words;
  EXPECT_EQ(read.failure().code, code) << describe(read.failure());
  EXPECT_THAT(read.failure().detail, HasSubstr(words));
}

TEST(DemoFile, ReadsPeopleWithTheRecordsOfTheirPlans) {
  auto const people =
      seed::parse_demo(file_with(record, R"({ ago = 1, plan = "full", issued = true })"), "f");
  ASSERT_TRUE(people) << describe(people.failure());
  ASSERT_EQ(people->size(), 1U);
  auto const& year = people->at(0).years.at(0);
  EXPECT_EQ(year.ago, 1);
  EXPECT_TRUE(year.issued);
  EXPECT_EQ(year.records.at(0).record.hours, CreditUnits::hours(30));
  EXPECT_EQ(year.records.at(0).record.assessment, credit::Assessment::pass);
  EXPECT_EQ(year.records.at(0).to.day(), 6);
}

TEST(DemoFile, NamesWhatIsWrongAndWhere) {
  auto const year = std::string{R"({ ago = 0, plan = "full" })"};
  auto const with = [&](std::string const& from, std::string const& to) {
    auto changed = record;
    changed.replace(changed.find(from), from.size(), to);
    return file_with(changed, year);
  };
  expect_failure("[[person", FailureCode::config_malformed, "people.toml line 1");
  expect_failure(with("hours", "hourz"), FailureCode::config_key_unknown, "line 3: hourz");
  expect_failure(with("30", "30.5"), FailureCode::config_value_invalid, "hours");
  expect_failure(with("30", "\"0.001\""), FailureCode::config_value_invalid, "hours");
  expect_failure(with("\"public\"", "\"publik\""), FailureCode::config_value_invalid, "subject");
  expect_failure(with("03-02", "02-31"), FailureCode::config_value_invalid, "from");
  expect_failure(with("03-06", "01-06"), FailureCode::config_value_invalid, "to");
  expect_failure(file_with(record, R"({ ago = 0, plan = "none" })"), FailureCode::config_value_invalid,
                 "no such plan");
  expect_failure(file_with(record, R"({ ago = -1, plan = "full" })"), FailureCode::config_value_invalid,
                 "ago");
  expect_failure(file_with(record, R"({ ago = 0, plan = "full", printed = true })"),
                 FailureCode::config_value_invalid, "issued");
  expect_failure("person = 3", FailureCode::config_type_wrong, "person");
  expect_failure("", FailureCode::config_malformed, "person");
}

}  // namespace
}  // namespace ce::test

#include "shared/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

#include "shared/base/entry_id.h"

namespace ce {
namespace {

Failure const jam{FailureCode::printer_jammed, "tray 1"};

Result<int> half(int number) {
  if (number % 2 != 0) return jam;
  return number / 2;
}

Result<void> want_even(int number) {
  CE_CHECK(half(number));
  return {};
}

Result<std::string> quarter(int number) {
  CE_TRY(int const once, half(number));
  CE_TRY(auto const twice, half(once));
  return std::to_string(twice);
}

TEST(ResultTest, HoldsAValueOrAFailure) {
  EXPECT_EQ(half(8).value(), 4);
  EXPECT_EQ(half(7).failure(), jam);
  EXPECT_EQ(half(7).value_or(-1), -1);
  EXPECT_EQ(half(8).value_or(-1), 4);
  EXPECT_TRUE(half(8).ok());
  EXPECT_FALSE(half(7));
}

TEST(ResultTest, MacrosLeaveWithTheFailure) {
  EXPECT_TRUE(want_even(2));
  EXPECT_EQ(want_even(3).failure(), jam);
  EXPECT_EQ(quarter(8).value(), "2");
  EXPECT_EQ(quarter(6).failure(), jam) << "the second step fails";
  EXPECT_EQ(quarter(7).failure(), jam) << "the first step fails";
}

TEST(ResultTest, TakesWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> held{std::make_unique<int>(5)};
  EXPECT_EQ(**held, 5);
  std::unique_ptr<int> const out = *std::move(held);
  EXPECT_EQ(*out, 5);
  auto const taking = []() -> Result<int> {
    CE_TRY(auto const box, Result<std::unique_ptr<int>>{std::make_unique<int>(6)});
    return *box;
  };
  EXPECT_EQ(taking().value(), 6);
}

TEST(ResultDeathTest, AbortsWhenAskedForWhatIsNotThere) {
  Result<int> const failed = half(7);
  Result<int> const made = half(8);
  EXPECT_DEATH({ static_cast<void>(failed.value()); }, "");
  EXPECT_DEATH({ static_cast<void>(made.failure()); }, "");
  EXPECT_DEATH({ static_cast<void>(Result<void>{}.failure()); }, "");
}

TEST(FailureTest, EveryCodeHasAName) {
  std::set<std::string_view> names;
  for (FailureCode code : all_failure_codes) {
    EXPECT_EQ(failure_code_named(name_of(code)), code);
    EXPECT_TRUE(names.insert(name_of(code)).second) << name_of(code);
  }
  EXPECT_EQ(failure_code_named("no_such_code"), std::nullopt);
  EXPECT_EQ(describe(jam), "printer_jammed: tray 1");
  EXPECT_EQ(describe({FailureCode::printer_jammed, ""}), "printer_jammed");
  EXPECT_TRUE(is_retryable(FailureCode::printer_jammed));
  EXPECT_FALSE(is_retryable(FailureCode::card_expired));
}

TEST(EntryIdTest, IsAUuidOfVersionFour) {
  std::set<EntryId> ids;
  for (int i = 0; i < 1000; ++i) {
    EntryId const id = EntryId::make();
    EXPECT_EQ(id.text()[14], '4');
    EXPECT_NE(std::string_view{"89ab"}.find(id.text()[19]), std::string_view::npos);
    EXPECT_EQ(EntryId::parse(id.text()).value(), id);
    EXPECT_TRUE(ids.insert(id).second);
  }
}

TEST(EntryIdTest, RefusesOtherText) {
  for (char const* text : {"", "123e4567-e89b-42d3-a456-42661417400", "123e4567-e89b-42d3-a456-4266141740000",
                           "123E4567-e89b-42d3-a456-426614174000", "123e4567xe89b-42d3-a456-426614174000",
                           "{23e4567-e89b-42d3-a456-42661417400}", "123e4567-e89b-42d3-a456-42661417400g"}) {
    auto const id = EntryId::parse(text);
    ASSERT_FALSE(id) << text;
    EXPECT_EQ(id.failure().code, FailureCode::input_invalid);
  }
}

}  // namespace
}  // namespace ce

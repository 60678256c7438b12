#include "shared/protocol/site.h"

#include <gtest/gtest.h>

namespace ce::protocol {
namespace {

SiteRecord sample() {
  return {.delivery = EntryId::parse("6f1d3c52-9a40-4c1e-8a52-0f6f4f3f7a10").value(),
          .id_number = SecretText{"11010519491231002X"},
          .name = SecretText{"张三丰"},
          .content = "公需科目：数字经济",
          .subject = credit::Subject::professional,
          .mandatory = true,
          .in_guide = false,
          .passed = false,
          .units = CreditUnits::hours(30),
          .start = Date::make(2026, 3, 1).value(),
          .end = Date::make(2026, 3, 20).value(),
          .credit_year = 2026};
}

TEST(Site, RecordsComeBackAsTheyWere) {
  auto const first = sample();
  auto second = sample();
  second.credit_year.reset();
  std::vector<SiteRecord> const both{first, second};
  auto const back = read_site_records(write(std::span<SiteRecord const>{both}));
  ASSERT_TRUE(back) << describe(back.failure());
  ASSERT_EQ(back->size(), 2U);
  EXPECT_EQ(write(back->at(0)), write(first));
  EXPECT_EQ(write(back->at(1)), write(second));
  EXPECT_NE(write(first), write(second));
}

TEST(Site, RepliesComeBackAsTheyWere) {
  std::vector<SiteReply> const replies{{sample().delivery, Acceptance::accepted, {}, 17},
                                       {sample().delivery, Acceptance::refused, "没有此人", {}}};
  auto const back = read_site_replies(write(std::span<SiteReply const>{replies}));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, replies);
}

TEST(Site, WhatIsMissingOrWrongIsNamed) {
  auto const text = write(std::span<SiteRecord const>{std::vector{sample()}});
  for (auto const& [from, to, said] :
       {std::tuple{"\"passed\":false", "\"passed\":0", "records[0].passed"},
        std::tuple{"\"subject\":\"professional\"", "\"subject\":\"art\"", "records[0].subject"},
        std::tuple{"\"start\":\"2026-03-01\"", "\"start\":\"2026-02-30\"", "records[0].start"},
        std::tuple{"\"name\":", "\"nam\":", "records[0].name"},
        std::tuple{"6f1d3c52", "6F1D3C52", "records[0].delivery"}}) {
    auto broken = text;
    broken.replace(broken.find(from), std::string_view{from}.size(), to);
    auto const read = read_site_records(broken);
    ASSERT_FALSE(read) << to;
    EXPECT_NE(describe(read.failure()).find(said), std::string::npos) << describe(read.failure());
    EXPECT_EQ(describe(read.failure()).find("张三丰"), std::string::npos);
  }
}

TEST(Site, AtMostFiveHundred) {
  std::vector<SiteRecord> const many(501, sample());
  EXPECT_FALSE(read_site_records(write(std::span<SiteRecord const>{many})));
}

}  // namespace
}  // namespace ce::protocol

#include <gmock/gmock.h>

#include "central/issuing/record_facts.h"

namespace ce::issuing {
namespace {

using testing::HasSubstr;

credit::Record full_record() {
  credit::Record record;
  record.subject = credit::Subject::professional;
  record.activity = credit::Activity::achievement;
  record.review = credit::ReviewState::approved;
  record.assessment = credit::Assessment::pass;
  record.mandatory = true;
  record.in_guide = false;
  record.within_schooling = false;
  record.kind = credit::AchievementKind::paper;
  record.role = credit::AuthorRole::other;
  record.hours = CreditUnits{991};
  record.half_days = 3;
  record.hours_per_day = CreditUnits{541};
  record.minutes = 50;
  record.start = Date::make(2026, 1, 2).value();
  record.end = Date::make(2026, 3, 4).value();
  record.credit_year = 2026;
  return record;
}

TEST(FrozenFacts, ComeBackAsTheyWere) {
  auto const full = frozen({7, "课程", "", full_record()});
  auto const bare = frozen({8, "", "", {}});
  auto const lines = facts_line(full) + "\n" + facts_line(bare) + "\n";
  auto const back = parse_facts(lines).value();
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0].id, 7);
  EXPECT_EQ(back[0].record, full.record);
  EXPECT_EQ(back[0].content_digest, full.content_digest);
  EXPECT_EQ(back[1].record, credit::Record{});
  EXPECT_TRUE(parse_facts("").value().empty());
}

// Certificates of years hold these words.
TEST(FrozenFacts, KeepTheirWords) {
  EXPECT_THAT(
      facts_line(frozen({7, "课程", "", full_record()})),
      testing::StartsWith("7 subject=professional activity=achievement review=approved assessment=pass "
                          "mandatory=yes outside_guide=yes outside_schooling=yes achievement=paper "
                          "author=other units=991 half_days=3 units_per_day=541 minutes=50 "
                          "start=2026-01-02 end=2026-03-04 credit_year=2026 content="));
}

TEST(FrozenFacts, NameWhatCannotBeRead) {
  std::string const sound = facts_line(frozen({7, "", "", {}}));
  EXPECT_TRUE(parse_facts(sound));
  for (auto const* bad : {"x", "7", "7 loose", "7 subject=tea", "7 subject=public activity=tea"}) {
    EXPECT_FALSE(parse_facts(bad)) << bad;
  }
  for (auto const* more : {" colour=red", " minutes=5x", " minutes=99999999999",
                           " units=", " start=2026-02-30", " achievement=tea", " author=tea", "\nx"}) {
    EXPECT_FALSE(parse_facts(sound + more)) << more;
  }
  EXPECT_THAT(parse_facts(sound + " colour=red").failure().detail, HasSubstr("colour"));
}

}  // namespace
}  // namespace ce::issuing

#include "central/replay/replay.h"

#include <gmock/gmock.h>

#include "central/issuing/batch.h"
#include "central/replay/fixture.h"
#include "shared/credit/pack_file.h"

namespace ce::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Replaying = ReplayTest;

// The product's rules with another pack in the place of the one of 2026, or with none there.
rulebook::Rulebook rules_with(std::vector<credit::RulePack> packs) {
  return {credit::PackShelf::make(std::move(packs)).value(), rulebook().regions};
}

credit::RulePack pack_of_2026() {
  return **rulebook().packs.of_year(2026);
}

TEST_F(Replaying, GivesTheSameVerdictAgain) {
  auto const outcome = again().value();
  EXPECT_TRUE(outcome.same());
  EXPECT_TRUE(outcome.whole);
  EXPECT_EQ(outcome.pack, "GD2021");
  EXPECT_EQ(outcome.guide, CreditUnits::hours(14));
  EXPECT_THAT(outcome.record_ids, ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(outcome.frozen.total, CreditUnits::hours(90));
  EXPECT_EQ(outcome.again, outcome.frozen);
  EXPECT_EQ(outcome.from_facts, outcome.frozen);
}

TEST_F(Replaying, OfEverybodyWhoWasIssuedTogether) {
  for (std::int64_t id = 2; id <= 4; ++id) {
    add_person(id, "44010618850312" + std::to_string(1000 + id), "测试");
    complete_year(id, 2026);
  }
  registration::Actor const hrss{
      .account = "hrss-1", .party = credit::Party::hrss, .level = credit::Level::county, .region = "440106"};
  issuing::BatchOrder const order{EntryId::make(), 2026, today, {2, 3, 4}};
  ASSERT_EQ(issuing::issue_batch(store, hrss, order, now)->issued, 3);
  for (auto const& [each, first] :
       {std::pair{"44010626000002", 5}, {"44010626000003", 9}, {"44010626000004", 13}}) {
    number = each;
    auto const outcome = again().value();
    EXPECT_TRUE(outcome.same() && outcome.whole) << each;
    EXPECT_THAT(outcome.record_ids, ElementsAre(first, first + 1, first + 2, first + 3));
    EXPECT_EQ(outcome.from_facts, outcome.frozen);
    EXPECT_EQ(outcome.frozen.total, CreditUnits::hours(90));
    EXPECT_EQ(outcome.guide, CreditUnits::hours(14));
  }
  write("UPDATE yearly_verdicts SET others = REPLACE(others, '#4 1260 ', '#4 - ')");
  EXPECT_EQ(again()->guide, std::nullopt) << "a year without a guide";
  for (auto const* const broken : {"'#4 - x '", "'#4 - 1 2 '", "'#44 '"}) {
    write("UPDATE yearly_verdicts SET others = REPLACE(others, '#4 - ', " + std::string{broken} + ")");
    auto const refused = again();
    ASSERT_FALSE(refused) << broken;
    EXPECT_EQ(refused.failure().code, FailureCode::storage_fault);
    write("UPDATE yearly_verdicts SET others = REPLACE(others, " + std::string{broken} + ", '#4 - ')");
  }
}

TEST_F(Replaying, DoesNotReadTheConfigurationOfTheDay) {
  auto changed = pack_of_2026();
  changed.day = CreditUnits::hours(1);
  changed.professional_required = CreditUnits::hours(400);
  changed.total_required = CreditUnits::hours(500);
  changed.guides.clear();
  EXPECT_TRUE(again(rules_with({changed})).value().same());
  EXPECT_TRUE(again(rules_with({})).value().same()) << "the pack's file is gone";
}

TEST_F(Replaying, IsNotMovedByRecordsThatCameLater) {
  add_records(1, 2026, {{credit::Subject::elective, 5}, {credit::Subject::public_subject, 9}});
  EXPECT_TRUE(again().value().same());
}

TEST_F(Replaying, NamesTheRecordThatWasChanged) {
  write("UPDATE learning_records SET units = 900, assessment = 'none' WHERE id = 4");
  auto const outcome = again().value();
  EXPECT_FALSE(outcome.same());
  EXPECT_FALSE(outcome.complete);
  EXPECT_EQ(outcome.frozen.elective, CreditUnits::hours(18));
  EXPECT_EQ(outcome.again.elective, CreditUnits::hours(10));
  EXPECT_EQ(outcome.from_facts, outcome.frozen);
  ASSERT_EQ(outcome.changes.size(), 1U);
  EXPECT_EQ(outcome.changes[0].record, 4);
  ASSERT_EQ(outcome.changes[0].facts.size(), 2U);
  EXPECT_EQ(outcome.changes[0].facts[0].field, "考核结果");
  EXPECT_EQ(outcome.changes[0].facts[1].field, "学时");
  EXPECT_EQ(outcome.changes[0].facts[1].was, "18 学时");
  EXPECT_EQ(outcome.changes[0].facts[1].is, "10 学时");
}

TEST_F(Replaying, SeesAChangeThatLeavesTheSumAlone) {
  write("UPDATE learning_records SET content = '另一课程' WHERE id = 2");
  auto const outcome = again().value();
  EXPECT_EQ(outcome.again, outcome.frozen);
  EXPECT_FALSE(outcome.same());
  EXPECT_EQ(outcome.changes.at(0).facts.at(0).field, "学习内容");
}

TEST_F(Replaying, TellsARecordThatIsGone) {
  write("DELETE FROM learning_records WHERE id = 1");
  auto const outcome = again().value();
  EXPECT_FALSE(outcome.same());
  EXPECT_TRUE(outcome.changes.at(0).missing);
  EXPECT_EQ(outcome.changes.at(0).record, 1);
  EXPECT_EQ(outcome.from_facts, outcome.frozen);
}

TEST_F(Replaying, JudgesOlderCertificatesByTheConfiguredPackOfThatName) {
  write("UPDATE yearly_verdicts SET frozen_pack = NULL, record_facts = NULL");
  auto const outcome = again().value();
  EXPECT_FALSE(outcome.whole);
  EXPECT_TRUE(outcome.same());
  EXPECT_FALSE(outcome.from_facts);

  auto turned = pack_of_2026();
  turned.switches.subject_compensation = credit::SubjectCompensation::total_only;
  turned.guides.clear();
  auto const by_frozen_switches = again(rules_with({turned})).value();
  EXPECT_TRUE(by_frozen_switches.same()) << "switches and guide are the frozen ones";

  auto harder = pack_of_2026();
  harder.elective_required = CreditUnits::hours(19);
  harder.total_required = CreditUnits::hours(91);
  EXPECT_FALSE(again(rules_with({harder})).value().same());

  auto const refused = again(rules_with({}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::year_without_pack);
  EXPECT_THAT(refused.failure().detail, HasSubstr("GD2021"));
}

TEST_F(Replaying, RefusesWhatItCannotRead) {
  auto const breaks = [this](std::string const& sql, FailureCode code, std::string const& named) {
    write(sql);
    auto const refused = again();
    ASSERT_FALSE(refused) << sql;
    EXPECT_EQ(refused.failure().code, code) << sql;
    EXPECT_THAT(refused.failure().detail, HasSubstr(named));
  };
  breaks("UPDATE yearly_verdicts SET record_facts = '1 subject=public colour=red'",
         FailureCode::storage_fault, "");
  breaks("UPDATE frozen_packs SET pack = 'id = 7'", FailureCode::pack_invalid, "frozen pack GD2021");
  breaks("UPDATE yearly_verdicts SET record_ids = '1,2'", FailureCode::storage_fault, "record ids");
  breaks(
      "UPDATE yearly_verdicts SET record_ids = ''; UPDATE yearly_verdicts SET frozen_pack = NULL, "
      "record_facts = NULL; UPDATE rule_readings SET "
      "switches = 'old_switch=on'",
      FailureCode::pack_invalid, "old_switch");
  breaks("UPDATE rule_readings SET switches = '{}'", FailureCode::storage_fault, "{}");
  number = "44010626009999";
  EXPECT_EQ(again().failure().code, FailureCode::certificate_unknown);
}

// What was carried over from the year before is part of what the certificate rests on.
TEST_F(Replaying, HoldsTheSurplusOfTheYearBefore) {
  auto carrying = pack_of_2026();
  carrying.switches.carry_over = true;
  auto const rules = rules_with({carrying});
  add_records(1, 2024, {{credit::Subject::public_subject, 40}});
  add_records(1, 2025,
              {{credit::Subject::public_subject, 20},
               {credit::Subject::professional, 14, true},
               {credit::Subject::professional, 28},
               {credit::Subject::elective, 18}});
  ASSERT_TRUE(store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(number, issuing::issue(database, rules, {1, 2025, today, now}));
    return {};
  }));
  auto const outcome = again().value();
  EXPECT_TRUE(outcome.same());
  EXPECT_EQ(outcome.frozen.public_subject, CreditUnits::hours(30));
  EXPECT_THAT(outcome.changes, IsEmpty());
}

TEST_F(Replaying, TakesARecognitionAfterwardsForNoChange) {
  auto trusting = pack_of_2026();
  trusting.switches.auto_online_review = credit::AutoOnlineReview::automatic;
  complete_year(1, 2025);
  write("UPDATE learning_records SET activity = 'online_approved', review = 'pending_employer' WHERE id = 5");
  ASSERT_TRUE(store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(number, issuing::issue(database, rules_with({trusting}), {1, 2025, today, now}));
    return {};
  }));
  EXPECT_TRUE(again().value().same());
  write("UPDATE learning_records SET review = 'approved' WHERE id = 5");
  EXPECT_TRUE(again().value().same());
  write("UPDATE learning_records SET review = 'rejected' WHERE id = 5");
  EXPECT_FALSE(again().value().same());
}

}  // namespace
}  // namespace ce::test

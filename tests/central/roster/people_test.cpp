#include "central/roster/people.h"

#include "central/grants/hand_out.h"
#include "central/grants/keys.h"
#include "central/review/step.h"
#include "central/standings/refresh.h"
#include "fixture.h"

namespace ce::roster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct PeopleTest : test::RosterTest {
  PersonEntry entry(int sequence = 20, std::string employer = "天河设计院") const {
    return {SecretText{test::number_of(sequence)}, SecretText{"欧阳慧敏"}, "440106", std::move(employer), {}};
  }
  std::string opening(accounts::Keeper const& by, PersonEntry const& typed) {
    return said(open_person(store, by, typed, now));
  }
  std::int64_t changes_in(std::string const& region, std::int64_t person_id) const {
    return count("changes WHERE scope = '" + region + "' AND kind = 'standing' AND id = '" +
                 std::to_string(person_id) + "'");
  }
};

TEST_F(PeopleTest, AreOpenedByHrssAndCanBeRegisteredForAtOnce) {
  auto const made = open_person(store, county, entry(), now);
  ASSERT_TRUE(made) << describe(made.failure());
  ASSERT_GT(made->id, 0) << registration::sentence(made->faults);
  EXPECT_THAT(entries(), ElementsAre("person_opened professional " + std::to_string(made->id) + " @440106"));
  EXPECT_EQ(changes_in("440106", made->id), 1) << "kiosks hear of it";
  auto study = course();
  study.id_number = SecretText{test::number_of(20)};
  study.name = SecretText{"欧阳慧敏"};
  EXPECT_TRUE(registration::register_record(store, institution, study, now));
}

TEST_F(PeopleTest, NobodyElseKeepsThem) {
  for (auto const* by : {&keeper, &clerk}) {
    EXPECT_EQ(open_person(store, *by, entry(), now).failure().code, FailureCode::role_refused);
    EXPECT_EQ(change_person(store, *by, seen(1), entry(), now).failure().code, FailureCode::role_refused);
    EXPECT_EQ(set_person_closed(store, *by, seen(1), true, now).failure().code, FailureCode::role_refused);
  }
  EXPECT_EQ(change_person(store, other, seen(1), entry(), now).failure().code, FailureCode::person_unknown);
  EXPECT_TRUE(entries().empty());
}

TEST_F(PeopleTest, WhatIsWrongIsSaidAtItsField) {
  auto const with = [&](auto const& change) {
    auto typed = entry();
    change(typed);
    return opening(county, typed);
  };
  EXPECT_THAT(with([](auto& e) { e.id_number = SecretText{"440106188503120172"}; }),
              HasSubstr("证件号码：校验位不对"));
  EXPECT_THAT(with([](auto& e) { e.id_number = SecretText{"4401061885"}; }), HasSubstr("证件号码：位数不对"));
  EXPECT_THAT(with([](auto& e) { e.id_number = SecretText{"<b>"}; }), HasSubstr("证件号码："));
  EXPECT_THAT(with([](auto& e) { e.name = SecretText{" "}; }), HasSubstr("姓名：为空"));
  EXPECT_THAT(with([](auto& e) { e.region = "440306"; }), HasSubstr("所属地区：不归本部门管理"));
  EXPECT_THAT(with([](auto& e) { e.region = "44"; }), HasSubstr("所属地区：没有这个地区"));
  EXPECT_THAT(with([](auto& e) { e.employer = "没有的单位"; }), HasSubstr("用人单位：没有这个单位"));
  EXPECT_THAT(with([](auto& e) { e.employer = "省属研究所"; }), HasSubstr("用人单位：是省直属单位"));
  EXPECT_THAT(with([](auto& e) { e.employer = ""; }), HasSubstr("用人单位：用人单位和托管机构都没有填写"));
  EXPECT_THAT(with([](auto& e) { e.agency = "没有"; }), HasSubstr("托管机构：没有这个单位"));
  EXPECT_THAT(with([&](auto& e) { e.id_number = id_number; }), HasSubstr("证件号码：此人已经建档"));
  auto far = entry();
  far.id_number = id_number;
  far.region = "440306";
  EXPECT_THAT(opening(other, far), HasSubstr("此人已在其他地区建档"));
  EXPECT_TRUE(entries().empty());
}

TEST_F(PeopleTest, UnitsOfOneNameAreToldApartByTheirRegion) {
  write("INSERT INTO employers (id, name, region, provincial) VALUES (7, '天河设计院', '440306', 0)");
  EXPECT_THAT(opening(county, entry(21)), HasSubstr("有几个同名单位"));
  EXPECT_EQ(opening(county, entry(21, "天河设计院（440306）")), "");
  EXPECT_EQ(count("professionals WHERE employer = 7"), 1);
  write("INSERT INTO employers (id, name, region, provincial) VALUES (8, '第一医院（东区）', '440306', 0)");
  EXPECT_EQ(opening(county, entry(22, "第一医院(东区)")), "") << "whichever brackets are typed";
}

TEST_F(PeopleTest, WhoMovesIsJudgedAnewAndToldToBothRegions) {
  complete(1, 2025);
  auto typed = entry();
  typed.region = "440306";
  auto const first = seen(1);
  EXPECT_EQ(said(change_person(store, county, first, typed, now)), "");
  auto const moved = person_now(1);
  EXPECT_EQ(moved.region, "440306");
  EXPECT_EQ(moved.name.reveal(), "欧阳慧敏");
  EXPECT_EQ(moved.id_number.reveal(), id_number.reveal()) << "a change of the rest leaves the number";
  EXPECT_EQ(count("yearly_standings WHERE professional = 1 AND issuing_region = '440306'"), 1);
  EXPECT_EQ(changes_in("440106", 1), 1);
  EXPECT_EQ(changes_in("440306", 1), 1);
  EXPECT_THAT(entries(), ElementsAre("person_changed professional 1 @440106"));
  EXPECT_EQ(change_person(store, county, first, typed, now).failure().code, FailureCode::person_unknown)
      << "it is the other region's now";
  EXPECT_EQ(change_person(store, other, first, typed, now).failure().code, FailureCode::record_changed);
}

TEST_F(PeopleTest, AWrongNumberIsPutRightWithItsReasonAndItsHistory) {
  complete(1, 2025);
  auto const number = issue(1, 2025).value();
  auto const change_of = [&](std::string const& kind, std::string const& id) {
    return count("changes c WHERE c.kind = '" + kind + "' AND c.id = '" + id +
                 "' AND c.seq > (SELECT MAX(d.seq) - 2 FROM changes d WHERE d.scope = c.scope)");
  };
  auto const corrected = [&](accounts::Keeper const& by, std::string const& wanted,
                             std::string const& reason = "抄错一位，已核对原件") {
    return said(correct_number(store, by, seen(1), {SecretText{wanted}, reason}, now));
  };
  auto const right = test::number_of(40);
  EXPECT_THAT(corrected(clerk, right), HasSubstr("role_refused"));
  EXPECT_THAT(corrected(other, right), HasSubstr("person_unknown"));
  EXPECT_THAT(corrected(county, "440106188503120172"), HasSubstr("证件号码：校验位不对"));
  EXPECT_THAT(corrected(county, person_now(2).id_number.reveal()), HasSubstr("证件号码：此人已经建档"));
  EXPECT_THAT(corrected(county, id_number.reveal()), HasSubstr("与现在的号码相同"));
  EXPECT_THAT(corrected(county, right, " "), HasSubstr("改正原因："));
  auto const print = print_of(number, now);
  apply(print);
  EXPECT_THAT(corrected(county, right), HasSubstr("证书 " + number + " 已按原号码打印"));
  apply(settle(print.id, protocol::PrintOutcome::failed, now));
  EXPECT_TRUE(entries().empty()) << "nothing of that left anything";

  auto const before = seen(1);
  EXPECT_EQ(corrected(county, " " + right), "") << "no sheet came out";
  EXPECT_EQ(person_now(1).id_number.reveal(), right);
  EXPECT_THAT(entries(), ElementsAre("person_number_corrected professional 1 @440106"));
  EXPECT_EQ(change_of("standing", "1"), 1);
  EXPECT_EQ(change_of("certificate", number), 1);
  EXPECT_EQ(correct_number(store, county, before, {SecretText{right}, "再次"}, now).failure().code,
            FailureCode::record_changed);
  EXPECT_EQ(corrected(keeper, id_number.reveal(), "误改，改回"), "") << "an operator at the command line";
  std::vector<FormerNumber> former;
  ASSERT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(former, former_numbers(database, 1));
    return {};
  }));
  ASSERT_EQ(former.size(), 2U);
  EXPECT_EQ(former[0].id_number.reveal(), id_number.reveal());
  EXPECT_EQ(former[0].reason, "抄错一位,已核对原件");
  EXPECT_EQ(former[0].by, "acc-county");
  EXPECT_EQ(former[1].id_number.reveal(), right);
}

TEST_F(PeopleTest, GrantsOfWhoGetsAnotherNumberAreTakenBack) {
  complete(1, 2025);
  auto const number = issue(1, 2025).value();
  ASSERT_TRUE(store.enrol_kiosk({"K2", "440106", "二号大厅"}, "hash2", now));
  signing::KeyRing const ring{directory / "keys"};
  ASSERT_TRUE(grants::make_key(store, ring, now));
  grants::Office const office{store, ring, {}};
  auto const ask = [&](std::string_view kiosk) {
    return grants::hand_out(office, kiosk, {EntryId::make(), number, 1}, now);
  };
  auto const old = ask("K1").value();
  ASSERT_EQ(said(correct_number(store, county, seen(1), {SecretText{test::number_of(40)}, "抄错一位"}, now)),
            "");
  EXPECT_EQ(count("print_grants WHERE state = 'withdrawn' AND withdrawn_why = '抄错一位'"), 1);
  EXPECT_EQ(count("audit_entries WHERE detail LIKE '%\"grants_withdrawn\":1%'"), 1);
  EXPECT_EQ(count("changes WHERE scope = '000000' AND kind = 'person' AND id = '1'"), 1)
      << "every kiosk drops what it keeps under the old number";

  EXPECT_EQ(ask("K2").failure().code, FailureCode::grant_held) << "the first may be without network";
  auto const fresh = ask("K1");
  ASSERT_TRUE(fresh) << describe(fresh.failure());
  EXPECT_NE(fresh->id, old.id);
  EXPECT_EQ(grants::take_back(store, "K1", fresh->id, now).value().state, protocol::GrantState::returned);
  EXPECT_EQ(ask("K2").failure().code, FailureCode::grant_held) << "the old one still";
  EXPECT_EQ(grants::take_back(store, "K1", old.id, now).value().state, protocol::GrantState::returned);
  auto const elsewhere = ask("K2");
  ASSERT_TRUE(elsewhere) << describe(elsewhere.failure());

  // A sheet that a kiosk without network made with it all the same.
  auto print = print_of(number, now);
  std::get<protocol::PrintRequested>(print.what).grant = old.id;
  apply(print);
  EXPECT_EQ(count("issue_register WHERE grant_standing = 'withdrawn'"), 1);
}

TEST_F(PeopleTest, AHostedFileComesAndGoes) {
  auto typed = entry();
  typed.agency = "越秀人才服务中心";
  EXPECT_EQ(said(change_person(store, county, seen(1), typed, now)), "");
  EXPECT_EQ(person_now(1).agency_name, "越秀人才服务中心");
  typed.agency.clear();
  EXPECT_EQ(said(change_person(store, county, seen(1), typed, now)), "");
  EXPECT_EQ(count("hosted_files WHERE professional = 1"), 0);
}

// Articles 4 and 13: what was learned at a unit is reviewed by that unit and recognised by its industry.
TEST_F(PeopleTest, WhoGoesElsewhereLeavesRecordsOnTheirWayToTheIndustryTheyWereRegisteredIn) {
  write("UPDATE employers SET provincial = 0 WHERE id = 2");
  auto const industry_of = [&](std::int64_t record) {
    return count("learning_records WHERE id = " + std::to_string(record) + " AND industry = 'construction'");
  };
  auto const filed = registration::register_record(store, employer, practice(), now);
  ASSERT_TRUE(filed) << describe(filed.failure());
  EXPECT_EQ(industry_of(filed->record), 1);
  auto typed = entry();
  typed.name = course().name;
  typed.agency = "越秀人才服务中心";
  EXPECT_EQ(said(change_person(store, county, seen(1), typed, now)), "");
  EXPECT_EQ(industry_of(filed->record), 1) << "a file that is hosted changes no industry";
  typed.employer = "省属研究所";
  EXPECT_EQ(said(change_person(store, county, seen(1), typed, now)), "");
  EXPECT_EQ(person_now(1).employer_industry, "science");
  EXPECT_EQ(industry_of(filed->record), 1) << "it goes on where it began";
  auto const next = registration::register_record(store, institution, course("新单位的课程"), now);
  ASSERT_TRUE(next) << describe(next.failure());
  EXPECT_EQ(count("learning_records WHERE industry = 'science'"), 1) << "what is registered from now on";
  // Sent back, it begins anew, and so at today's unit.
  ASSERT_TRUE(review::take_step(store, employer,
                                {filed->record, 1, credit::Decision::return_for_correction, "缺小结"}, now));
  ASSERT_TRUE(review::resubmit(store, employer, filed->record, 2, {}, now));
  EXPECT_EQ(count("learning_records WHERE industry = 'science'"), 2);
}

TEST_F(PeopleTest, ForWhoIsClosedNothingNewIsRegistered) {
  EXPECT_EQ(said(set_person_closed(store, county, seen(1), true, now)), "done");
  auto const refused = registration::register_record(store, institution, course(), now);
  ASSERT_FALSE(refused);
  EXPECT_THAT(describe(refused.failure()), HasSubstr("此人已停止登记"));
  EXPECT_EQ(set_person_closed(store, county, seen(1), true, now).failure().code, FailureCode::record_changed);
  EXPECT_EQ(said(set_person_closed(store, county, seen(1), false, now)), "done");
  EXPECT_TRUE(registration::register_record(store, institution, course(), now));
  EXPECT_THAT(entries(), testing::Contains("person_closed professional 1 @440106"));
}

TEST_F(PeopleTest, AreFoundByWholeNameOrNumberWithinTheRegion) {
  auto const found = [&](std::string region, std::string text) {
    std::size_t number = 0;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(auto const list, people(database, {{std::move(region)}, std::move(text)}, today));
      number = list.size();
      return {};
    }));
    return number;
  };
  EXPECT_EQ(found("440106", ""), 5U);
  EXPECT_EQ(found("440100", " 陈家明 "), 1U);
  EXPECT_EQ(found("440106", "陈"), 0U);
  EXPECT_EQ(found("440106", id_number.reveal()), 1U);
  EXPECT_EQ(found("440306", id_number.reveal()), 0U);
  EXPECT_EQ(found("440106", "' OR 1=1 --"), 0U);
}

}  // namespace
}  // namespace ce::roster

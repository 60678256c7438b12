#include "central/roster/units.h"

#include "central/accounts/permissions.h"
#include "central/accounts/sign_in.h"
#include "central/roster/sites.h"
#include "central/store/digest.h"
#include "fixture.h"

namespace ce::roster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct UnitsTest : test::RosterTest {
  static constexpr auto employer_kind = UnitKind::employer;
  static constexpr auto institution_kind = UnitKind::institution;
  static constexpr auto agency_kind = UnitKind::talent_agency;

  std::string opening(accounts::Keeper const& by, UnitKind kind, UnitEntry const& entry) {
    return said(open_unit(store, by, kind, entry, now));
  }
};

TEST_F(UnitsTest, AreOpenedByTheirRegionAndByOperatorsWithOneEntryEach) {
  auto const made = open_unit(store, county, employer_kind, {" 天河 第一医院(东区) ", "440106"}, now);
  ASSERT_TRUE(made) << describe(made.failure());
  auto const there = unit_now(employer_kind, made->id);
  EXPECT_EQ(there.name, "天河 第一医院（东区）") << "brackets are kept as Chinese names have them";
  EXPECT_EQ(there.region, "440106");
  EXPECT_THAT(entries(), ElementsAre("unit_opened employer " + std::to_string(made->id) + " @440106"));
  EXPECT_EQ(opening(keeper, institution_kind, {"宝安培训中心", "440306"}), "");
  EXPECT_EQ(opening(county, agency_kind, {"天河人才服务中心", "440106"}), "");
  EXPECT_EQ(entries().size(), 2U);
}

TEST_F(UnitsTest, RecordsOnTheirWayFollowAnEmployerIntoAnotherIndustry) {
  auto const filed = registration::register_record(store, employer, practice(), now);
  ASSERT_TRUE(filed);
  EXPECT_EQ(count("learning_records WHERE industry = 'construction'"), 1);
  EXPECT_THAT(said(change_unit(store, county, seen(employer_kind, 1),
                               {"天河设计院", "440106", false, "炼金术"}, now)),
              HasSubstr("所属行业：没有这个行业"));
  EXPECT_EQ(
      said(change_unit(store, county, seen(employer_kind, 1), {"天河设计院", "440106", false, "水利"}, now)),
      "");
  EXPECT_EQ(unit_now(employer_kind, 1).industry, "water");
  EXPECT_EQ(count("learning_records WHERE industry = 'water'"), 1);
  auto const person = person_now(1);
  EXPECT_EQ(person.employer_industry, "water");
  EXPECT_EQ(said(change_person(store, county, seen(1),
                               {{}, person.name, person.region, person.employer_name, {}, "health"}, now)),
            "");
  EXPECT_EQ(count("learning_records WHERE industry = 'health'"), 1) << "of the person's own";
}

TEST_F(UnitsTest, WhatIsWrongIsSaidAtItsField) {
  EXPECT_THAT(opening(county, employer_kind, {"院", "440106"}), HasSubstr("单位名称：应为 2 到 60 个字"));
  EXPECT_THAT(opening(county, employer_kind, {"医院\xE2\x80\xAE甲", "440106"}), HasSubstr("单位名称"));
  EXPECT_THAT(opening(county, employer_kind, {"医院", "990000"}), HasSubstr("所属地区：没有这个地区"));
  EXPECT_THAT(opening(county, employer_kind, {"医院", "440306"}), HasSubstr("所属地区：不归本部门管理"));
  EXPECT_THAT(opening(clerk, employer_kind, {"医院", "440106"}), HasSubstr("不归本部门管理"));
  EXPECT_THAT(opening(county, employer_kind, {"医院", "440106", true}), HasSubstr("省直属单位："));
  EXPECT_THAT(opening(county, employer_kind, {"天河设计院", "440106"}), HasSubstr("已有同名的单位"));
  EXPECT_EQ(opening(provincial, employer_kind, {"省属医院", "440106", true}), "");
  EXPECT_EQ(entries().size(), 1U) << "what was refused leaves no entry";
}

TEST_F(UnitsTest, AChangeNamesTheVersionItSaw) {
  auto const first = seen(employer_kind, 1);
  EXPECT_EQ(said(change_unit(store, county, first, {"天河建筑设计院", "440106"}, now)), "");
  EXPECT_EQ(unit_now(employer_kind, 1).version, 2);
  auto const late = change_unit(store, county, first, {"别的名称", "440106"}, now);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.failure().code, FailureCode::record_changed);
  EXPECT_EQ(unit_now(employer_kind, 1).name, "天河建筑设计院");
  auto const strange = change_unit(store, other, seen(employer_kind, 1), {"别的名称", "440306"}, now);
  EXPECT_EQ(strange.failure().code, FailureCode::record_unknown) << "others' units are not there";
  auto const high = change_unit(store, county, seen(employer_kind, 2), {"别的名称", "440106"}, now);
  EXPECT_EQ(high.failure().code, FailureCode::role_refused) << "a provincial unit is the province's";
  EXPECT_EQ(entries().size(), 1U);
}

TEST_F(UnitsTest, AccountsAndStandingsFollowAUnitThatMoves) {
  ASSERT_TRUE(accounts::create(
      store, keeper, {"th.design", "李", Role::employer, {}, 1, {}, SecretText{"kapok-bloom-2026"}}, now));
  complete(1, 2025);
  EXPECT_EQ(said(change_unit(store, provincial, seen(employer_kind, 1), {"天河设计院", "440106", true}, now)),
            "");
  EXPECT_EQ(count("accounts WHERE login = 'th.design' AND region = '440000'"), 1);
  EXPECT_EQ(count("yearly_standings WHERE professional = 1 AND issuing_region = '440000'"), 1);
}

TEST_F(UnitsTest, AUnitOnWhichOthersDependIsNotClosed) {
  EXPECT_THAT(said(set_unit_closed(store, county, seen(employer_kind, 1), true, now)),
              HasSubstr("还有 2 名专业技术人员属于该单位"));
  ASSERT_TRUE(registration::register_record(store, employer, practice(), now));
  write("UPDATE professionals SET employer = 2 WHERE employer = 1");
  EXPECT_THAT(said(set_unit_closed(store, county, seen(employer_kind, 1), true, now)),
              HasSubstr("还有 1 条学习记录等待该单位审核"));
  write("UPDATE hosted_files SET professional = 5");
  EXPECT_THAT(said(set_unit_closed(store, provincial, seen(agency_kind, 1), true, now)),
              HasSubstr("还有 1 名"));
}

TEST_F(UnitsTest, AClosedUnitsAccountsEndWithIt) {
  write("UPDATE professionals SET employer = 2 WHERE employer = 1");
  auto const account = accounts::create(
      store, keeper, {"th.design", "李", Role::employer, {}, 1, {}, SecretText{"kapok-bloom-2026"}}, now);
  ASSERT_TRUE(account);
  auto const signed_in =
      accounts::sign_in(store, {"th.design", SecretText{"kapok-bloom-2026"}, "10.0.0.1", {}}, now);
  ASSERT_TRUE(signed_in);
  static_cast<void>(entries());
  EXPECT_EQ(said(set_unit_closed(store, county, seen(employer_kind, 1), true, now)), "done");
  EXPECT_THAT(entries(), ElementsAre("unit_closed employer 1 @440106"));
  EXPECT_EQ(count("sessions"), 0);
  EXPECT_EQ(count("accounts WHERE disabled = 1"), 1);
  EXPECT_THAT(describe(accounts::set_disabled(store, keeper, account->id, false, now).failure()),
              HasSubstr("请先恢复单位"));
  EXPECT_THAT(describe(accounts::create(
                           store, keeper,
                           {"second", "王", Role::employer, {}, 1, {}, SecretText{"kapok-bloom-2026"}}, now)
                           .failure()),
              HasSubstr("单位已停用"));
  auto const again = set_unit_closed(store, county, seen(employer_kind, 1), true, now);
  EXPECT_EQ(again.failure().code, FailureCode::record_changed);
  EXPECT_EQ(said(set_unit_closed(store, county, seen(employer_kind, 1), false, now)), "done");
  EXPECT_EQ(said(accounts::set_disabled(store, keeper, account->id, false, now)), "done");
}

TEST_F(UnitsTest, OnlyTheProvinceApprovesLearningSites) {
  SecretText const key{"site-key-0123456789abcdef0123456789"};
  auto const base = seen(institution_kind, 1);
  for (auto const* by : {&county, &keeper, &clerk}) {
    EXPECT_EQ(set_approved_online(store, *by, base, true, now).failure().code, FailureCode::role_refused);
  }
  EXPECT_FALSE(enrol_site(store, keeper, 1, key, now));
  EXPECT_EQ(said(set_approved_online(store, provincial, base, true, now)), "done");
  EXPECT_THAT(entries(), ElementsAre("site_approved institution 1 @440100"));
  ASSERT_TRUE(enrol_site(store, keeper, 1, key, now));
  EXPECT_TRUE(institution_of_key(store, key));
  EXPECT_EQ(said(set_approved_online(store, provincial, seen(institution_kind, 1), false, now)), "done");
  EXPECT_FALSE(institution_of_key(store, key)) << "its key ends at once";
}

// Institution 2 is approved, and the province's own.
TEST_F(UnitsTest, LearningSitesAreLetInByWhomTheTableNamesAndNobodyElse) {
  int may = 0;
  for (auto const word : accounts::role_words) {
    accounts::Keeper const by{"acc", *accounts::role_named(word), "440000"};
    SecretText const key{"site-key-of-" + std::string{word}};
    bool const listed = accounts::may(by, accounts::Deed::let_sites_in, "440000");
    may += listed ? 1 : 0;
    auto const site = enrol_site(store, by, 2, key, now);
    EXPECT_EQ(bool{site}, listed) << word;
    if (!site) {
      EXPECT_EQ(site.failure().code, FailureCode::role_refused) << word;
      ASSERT_TRUE(enrol_site(store, keeper, 2, key, now));
    }
    auto const shown = store::key_hash(key).substr(0, 12);
    auto const revoked = revoke_site(store, by, shown, now);
    EXPECT_EQ(bool{revoked}, listed) << word;
    EXPECT_EQ(bool{institution_of_key(store, key)}, !listed) << word;
  }
  EXPECT_EQ(may, 1) << "operators";
}

TEST_F(UnitsTest, AreFoundByPartOfTheirNameAPageAtATime) {
  for (int i = 0; i < 5; ++i)
    ASSERT_EQ(opening(county, employer_kind, {"百分%之" + std::to_string(i) + "院", "440106"}), "");
  auto const listed = [&](UnitFilter const& filter) {
    std::vector<std::string> names;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(auto const found, units(database, filter));
      for (auto const& one : found) names.push_back(one.name);
      return {};
    }));
    return names;
  };
  EXPECT_THAT(listed({employer_kind, {"440106"}, "%之"}), testing::SizeIs(5)) << "a sign is a sign";
  EXPECT_THAT(listed({employer_kind, {"440106"}, "%院"}), IsEmpty());
  EXPECT_THAT(listed({employer_kind, {"440300"}, {}}), IsEmpty());
  auto const first = listed({employer_kind, {"440000"}, {}, {}, 3});
  EXPECT_EQ(first.size(), 3U);
  EXPECT_THAT(listed({employer_kind, {"440000"}, {}, "nonsense", 3}), testing::Eq(first));
}

}  // namespace
}  // namespace ce::roster

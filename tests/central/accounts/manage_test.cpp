#include "central/accounts/manage.h"

#include <gmock/gmock.h>

#include "central/accounts/sign_in.h"
#include "central/accounts/tries.h"
#include "central/store/fixture.h"
#include "support/store/first_value.h"

namespace ce::accounts {
namespace {

using testing::HasSubstr;

struct AccountsTest : test::StoreTest {
  SecretText const password{"kapok-bloom-2026"};
  Keeper const keeper = operator_keeper("li");

  void SetUp() override {
    StoreTest::SetUp();
    write(
        "INSERT INTO employers (id, name, region, provincial) VALUES (1, '天河设计院', '440106', 0), "
        "(2, '省属研究所', '440106', 1), (3, '宝安工厂', '440306', 0)");
    write("INSERT INTO institutions (id, name, region, approved_online) VALUES (1, '基地', '440100', 0)");
    write("INSERT INTO talent_agencies (id, name, region) VALUES (1, '越秀人才服务中心', '440104')");
  }

  NewAccount wish(Role role, std::string region = {}, std::optional<std::int64_t> unit = {}) const {
    return {"clerk", "张科", role, std::move(region), unit, {}, password};
  }
  std::string refusal(Keeper const& by, NewAccount const& wanted) {
    auto const made = create(store, by, wanted, now);
    return made ? "opened" : describe(made.failure());
  }
  Account opened(NewAccount wanted, std::string login) {
    wanted.login = std::move(login);
    auto made = create(store, keeper, wanted, now);
    EXPECT_TRUE(made) << describe(made.failure());
    return made.value_or(Account{});
  }
  Result<Begun> enter(std::string const& login, std::string const& typed, Instant at) {
    return sign_in(store, {login, SecretText{typed}, "10.0.0.1", {}}, at);
  }
  std::vector<Account> listed(AccountFilter const& filter) {
    std::vector<Account> accounts;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(accounts, list(database, filter));
      return {};
    }));
    return accounts;
  }
};

TEST_F(AccountsTest, AUnitBringsItsRegionAndAnAuthorityItsOwn) {
  auto const employer = opened(wish(Role::employer, {}, 1), "Employer.One");
  EXPECT_EQ(employer.login, "employer.one");
  EXPECT_EQ(employer.region, "440106");
  EXPECT_EQ(opened(wish(Role::employer, {}, 2), "employer.two").region, "440000");
  EXPECT_EQ(opened(wish(Role::institution, "440100", 1), "base").region, "440100");
  EXPECT_EQ(opened(wish(Role::hrss, "440106"), "hrss.tianhe").region, "440106");
  EXPECT_EQ(opened(wish(Role::system_operator), "keeper").region, "440000");
}

TEST_F(AccountsTest, WhoHammersOneAccountLocksItAndNotTheOffice) {
  static_cast<void>(opened(wish(Role::hrss, "440106"), "hrss.tianhe"));
  static_cast<void>(opened(wish(Role::hrss, "440106"), "hrss.second"));
  for (int i = 0; i < 3 * tries_of_address; ++i) EXPECT_FALSE(enter("hrss.tianhe", "not it", now));
  EXPECT_EQ(enter("hrss.tianhe", password.reveal(), now).failure().code, FailureCode::credential_locked);
  auto const colleague = enter("hrss.second", password.reveal(), now);
  EXPECT_TRUE(colleague) << describe(colleague.failure());
}

// Each login a few times, and whenever the next wrong one would lock the address, something that counts
// against no address: one's own right password, or a try at a login that is locked already.
TEST_F(AccountsTest, WhoTriesManyLoginsGainsNothingByARightPasswordOrALockedLoginBetween) {
  static_cast<void>(opened(wish(Role::hrss, "440106"), "hrss.mine"));
  for (int i = 0; i < tries_of_login; ++i) EXPECT_FALSE(enter("login.locked", "not it", now));
  for (bool const own : {true, false}) {
    auto const later = Instant{now.ms + (own ? 0 : 3'600'000)};
    int looked_at = 0;
    for (int i = 0; i < 3 * tries_of_address; ++i) {
      auto const tried = enter("login." + std::to_string(own) + std::to_string(i), "not it", later);
      looked_at += tried.failure().code == FailureCode::credential_refused ? 1 : 0;
      if (i % (tries_of_address - tries_of_login - 1) == 0) {
        static_cast<void>(own ? enter("hrss.mine", password.reveal(), later)
                              : enter("login.locked", "x", now));
      }
    }
    EXPECT_LE(looked_at, tries_of_address) << own;
  }
}

TEST_F(AccountsTest, ASessionOfAClockYearsAheadEndsOnceItIsRight) {
  (void)opened(wish(Role::hrss, "440106"), "hrss.tianhe");
  Instant const ahead{now.ms + 5LL * 365 * 86'400'000};
  auto const begun = enter("hrss.tianhe", password.reveal(), ahead);
  ASSERT_TRUE(begun);
  EXPECT_TRUE(session_of(store, begun->token, ahead)->has_value());
  EXPECT_TRUE(session_of(store, begun->token, {ahead.ms - 60'000})->has_value())
      << "two machines' clocks are never quite the same";
  EXPECT_FALSE(session_of(store, begun->token, now)->has_value());
  ASSERT_TRUE(enter("hrss.tianhe", password.reveal(), now));
  EXPECT_EQ(test::first_value(store, "SELECT COUNT(*) FROM sessions"), "1");
}

TEST_F(AccountsTest, AnIndustryAuthorityAnswersForWhatItsAccountSays) {
  auto wanted = wish(Role::industry_authority, "440106");
  EXPECT_THAT(refusal(keeper, wanted), HasSubstr("至少填写一个"));
  wanted.industries = {"wizardry"};
  EXPECT_THAT(refusal(keeper, wanted), HasSubstr("没有“wizardry”这个行业"));
  wanted.industries = {"construction", "water"};
  auto const made = opened(wanted, "jianshe");
  EXPECT_EQ(actor_of(made).industries, wanted.industries);
  auto const begun = enter("jianshe", password.reveal(), now);
  ASSERT_TRUE(begun);
  ASSERT_TRUE(set_industries(store, keeper, made.id, {"health"}, now));
  EXPECT_EQ(session_of(store, begun->token, now).value()->actor.industries,
            std::vector<std::string>{"health"})
      << "open sessions too";
  EXPECT_FALSE(set_industries(store, keeper, made.id, {}, now));
  Keeper const county{"acc-x", Role::hrss, "440106"};
  EXPECT_EQ(set_industries(store, county, made.id, {"water"}, now).failure().code,
            FailureCode::account_unknown);
}

TEST_F(AccountsTest, TheActorIsWhatRegistrationAndReviewTake) {
  auto const city = actor_of(opened(wish(Role::hrss, "440100"), "hrss.guangzhou"));
  EXPECT_EQ(city.party, credit::Party::hrss);
  EXPECT_EQ(city.level, credit::Level::city);
  EXPECT_FALSE(city.unit);
  auto const agency = actor_of(opened(wish(Role::talent_agency, {}, 1), "agency"));
  EXPECT_EQ(agency.party, credit::Party::talent_agency);
  EXPECT_EQ(agency.unit, 1);
  auto const keepers = actor_of(opened(wish(Role::system_operator), "keeper"));
  EXPECT_EQ(keepers.party, credit::Party::person);
  EXPECT_FALSE(keepers.professional);
}

TEST_F(AccountsTest, WhatIsWrongIsSaid) {
  auto const said = [&](NewAccount const& wanted) { return refusal(keeper, wanted); };
  EXPECT_THAT(said(wish(Role::professional)), HasSubstr("不必开设账号"));
  EXPECT_THAT(said(wish(Role::employer)), HasSubstr("必须指明单位编号"));
  EXPECT_THAT(said(wish(Role::employer, {}, 99)), HasSubstr("没有编号为 99"));
  EXPECT_THAT(said(wish(Role::employer, "440306", 1)), HasSubstr("单位所属地区是 440106"));
  EXPECT_THAT(said(wish(Role::hrss, "440106", 1)), HasSubstr("不属于某个单位"));
  EXPECT_THAT(said(wish(Role::hrss, "510000")), HasSubstr("'510000' 不存在"));
  auto wanted = wish(Role::hrss, "440106");
  for (auto const* login : {"ab", "1abc", "a b c", "张科长", "person:1", "a'--", ""}) {
    wanted.login = login;
    EXPECT_THAT(said(wanted), HasSubstr("登录名应为")) << login;
  }
  wanted = wish(Role::hrss, "440106");
  for (auto const& name : {std::string{}, std::string{"a\nb"}, std::string(61, 'a')}) {
    wanted.shown_name = name;
    EXPECT_THAT(said(wanted), HasSubstr("显示名应为")) << name;
  }
  wanted = wish(Role::hrss, "440106");
  wanted.professional = 99;
  EXPECT_THAT(said(wanted), HasSubstr("没有编号为 99 的专业技术人员"));
  wanted.professional = 1;
  wanted.password = SecretText{"short"};
  EXPECT_THAT(said(wanted), HasSubstr("10 到 64"));
  wanted.password = password;
  EXPECT_EQ(said(wanted), "opened");
  EXPECT_THAT(said(wanted), HasSubstr("已被使用"));
}

TEST_F(AccountsTest, HrssOpensThoseOfUnitsInItsOwnRegion) {
  auto const city = opened(wish(Role::hrss, "440100"), "hrss.guangzhou");
  Keeper const by{city.id, Role::hrss, "440100"};
  EXPECT_EQ(refusal(by, wish(Role::employer, {}, 1)), "opened");
  auto other = wish(Role::employer, {}, 3);
  other.login = "other";
  EXPECT_THAT(refusal(by, other), HasSubstr("role_refused"));
  for (auto const role : {Role::hrss, Role::industry_authority}) {
    auto wanted = wish(role, "440106");
    wanted.login = "other";
    if (role == Role::industry_authority) wanted.industries = {"construction"};
    EXPECT_THAT(refusal(by, wanted), HasSubstr("role_refused"));
  }
  Keeper const employer{"acc-x", Role::employer, "440106"};
  EXPECT_THAT(refusal(employer, other), HasSubstr("role_refused"));
}

TEST_F(AccountsTest, EveryRowOfTheTableIsWhatItSays) {
  for (auto const& row : keepings()) {
    Keeper const at_home{"acc-x", row.keeper, "440100"};
    EXPECT_TRUE(may_keep(at_home, row.kept, "440106"));
    EXPECT_EQ(may_keep(at_home, row.kept, "440306"), !row.own_region_only);
    EXPECT_FALSE(row.reason.empty());
    EXPECT_NE(row.kept, Role::professional);
  }
}

TEST_F(AccountsTest, DisablingEndsSessionsAndEnablingLiftsALock) {
  auto const account = opened(wish(Role::hrss, "440106"), "hrss.tianhe");
  auto const begun = enter("hrss.tianhe", password.reveal(), now);
  ASSERT_TRUE(begun);
  ASSERT_TRUE(set_disabled(store, keeper, account.id, true, now));
  EXPECT_FALSE(session_of(store, begun->token, now)->has_value());
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(enter("hrss.tianhe", password.reveal(), now));
  EXPECT_EQ(enter("hrss.tianhe", password.reveal(), now).failure().code, FailureCode::credential_locked);
  ASSERT_TRUE(set_disabled(store, keeper, account.id, false, now));
  EXPECT_TRUE(enter("hrss.tianhe", password.reveal(), now));
}

TEST_F(AccountsTest, AProfessionalsAccountFollowsTheirRowAndCanBeKept) {
  ASSERT_TRUE(store.set_query_password(id_number, SecretText{"Study-2026"}));
  auto const number = id_number.reveal();
  EXPECT_EQ(enter(number, "Study-2026", now)->who.actor.region, "440106");
  write("UPDATE professionals SET region = '440305' WHERE id = 1");
  auto const again = enter(number, "Study-2026", now);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->who.actor.region, "440305");
  EXPECT_EQ(again->who.actor.professional, 1);
  EXPECT_EQ(session_of(store, again->token, now)->value().actor.region, "440305");
  EXPECT_FALSE(reset_password(store, keeper, "person-1", password, now)) << "that is the window's";
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(enter(number, "not it, really", now));
  EXPECT_EQ(enter(number, "Study-2026", now).failure().code, FailureCode::credential_locked);
  ASSERT_TRUE(set_disabled(store, keeper, "person-1", false, now));
  EXPECT_TRUE(enter(number, "Study-2026", now));
}

TEST_F(AccountsTest, AResetPasswordIsToBeChanged) {
  auto const account = opened(wish(Role::hrss, "440106"), "hrss.tianhe");
  auto const before = enter("hrss.tianhe", password.reveal(), now);
  ASSERT_TRUE(reset_password(store, keeper, account.id, SecretText{"other-bloom-2026"}, now));
  EXPECT_FALSE(session_of(store, before->token, now)->has_value());
  EXPECT_FALSE(enter("hrss.tianhe", password.reveal(), now));
  auto const after = enter("hrss.tianhe", "other-bloom-2026", now);
  ASSERT_TRUE(after);
  EXPECT_TRUE(after->who.must_change_password);
  EXPECT_FALSE(reset_password(store, keeper, account.id, SecretText{"short"}, now));
}

TEST_F(AccountsTest, OthersAccountsDoNotExistAndOnesOwnStays) {
  auto const employer = opened(wish(Role::employer, {}, 3), "baoan");
  auto const city = opened(wish(Role::hrss, "440100"), "hrss.guangzhou");
  Keeper const by{city.id, Role::hrss, "440100"};
  EXPECT_EQ(set_disabled(store, by, employer.id, true, now).failure().code, FailureCode::account_unknown);
  EXPECT_EQ(set_disabled(store, by, "acc-none", true, now).failure().code, FailureCode::account_unknown);
  auto const own = opened(wish(Role::system_operator), "keeper");
  Keeper const self{own.id, Role::system_operator, "440000"};
  EXPECT_EQ(set_disabled(store, self, own.id, true, now).failure().code, FailureCode::input_invalid);
}

TEST_F(AccountsTest, ListsByRegionRoleAndUnitPageByPage) {
  opened(wish(Role::employer, {}, 1), "one");
  opened(wish(Role::employer, {}, 3), "three");
  opened(wish(Role::hrss, "440106"), "hrss.tianhe");
  EXPECT_EQ(listed({{"440000"}, {}, {}}).size(), 3U);
  EXPECT_EQ(listed({{"440100"}, {}, {}}).size(), 2U);
  EXPECT_EQ(listed({{"440000"}, Role::employer, {}}).size(), 2U);
  EXPECT_EQ(listed({{"440000"}, Role::employer, 3}).front().login, "three");
  AccountFilter page{{"440000"}, {}, {}};
  page.most = 2;
  auto const first = listed(page);
  page.after = first.back().id;
  EXPECT_EQ(listed(page).size(), 1U);
}

}  // namespace
}  // namespace ce::accounts

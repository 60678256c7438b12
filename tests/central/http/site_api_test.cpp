#include <gmock/gmock.h>

#include <thread>

#include "central/roster/sites.h"
#include "central_process.h"
#include "fixture.h"
#include "shared/protocol/json.h"
#include "shared/protocol/site.h"

namespace ce::tests {
namespace {

accounts::Keeper operator_of_test() {
  return accounts::operator_keeper("test");
}

using protocol::Acceptance;
using protocol::SiteRecord;
using testing::HasSubstr;

class SiteApi : public testing::Test {
 protected:
  SiteApi() {
    auto store = open();
    EXPECT_TRUE(roster::enrol_site(store, operator_of_test(), 1, SecretText{key}, now));
  }
  store::Store open() const { return store::Store::open(central.folder.store(), product_rules()).value(); }

  SiteRecord course(std::string const& content = "公需科目：人工智能") const {
    return {.delivery = EntryId::make(),
            .id_number = SecretText{person_id},
            .name = SecretText{"张三丰"},
            .content = content,
            .subject = credit::Subject::public_subject,
            .units = CreditUnits::hours(6),
            .start = Date::make(2026, 3, 1).value(),
            .end = Date::make(2026, 3, 2).value(),
            .credit_year = {}};
  }
  Answer post(std::string const& body, std::string const& bearer) const {
    return central.ask(request("POST", "/api/v1/site/records",
                               "Content-Type: application/json\r\nAuthorization: Bearer " + bearer + "\r\n",
                               body));
  }
  std::vector<protocol::SiteReply> deliver(std::vector<SiteRecord> const& records) const {
    auto const answer = post(protocol::write(std::span<SiteRecord const>{records}), key);
    EXPECT_EQ(answer.status, 200) << answer.body;
    auto replies = protocol::read_site_replies(answer.body);
    EXPECT_TRUE(replies) << answer.body;
    return replies.value_or({});
  }
  std::int64_t count(std::string const& what) const {
    std::int64_t number = -1;
    EXPECT_TRUE(open().read([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare("SELECT COUNT(*) FROM " + what);
      CE_CHECK(row.step());
      number = row.integer(0);
      return {};
    }));
    return number;
  }

  std::string const key = "site-key-0123456789abcdef";
  Instant now = SystemClock{}.now();
  CentralProcess central;
};

TEST_F(SiteApi, StudyIsRegisteredOnceAndAnsweredAlikeAgain) {
  std::vector const records{course(), course("专题：绿色建筑")};
  auto const first = deliver(records);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].acceptance, Acceptance::accepted) << first[0].problem;
  EXPECT_EQ(first[0].delivery, records[0].delivery);
  EXPECT_TRUE(first[1].record);
  EXPECT_EQ(deliver(records), first);
  EXPECT_EQ(count("learning_records WHERE channel = 'site' AND registrar = 'site:1'"), 2);
  EXPECT_EQ(
      count("learning_records WHERE activity = 'online_approved' AND institution = 1 AND channel = 'site'"),
      2);
  EXPECT_EQ(count("audit_entries WHERE action = 'site_delivered'"), 1);
}

TEST_F(SiteApi, TheSameDeliveryManyTimesAtOnceIsRegisteredOnce) {
  auto const record = course();
  std::vector<std::vector<protocol::SiteReply>> replies(8);
  std::vector<std::thread> threads;
  threads.reserve(replies.size());
  for (auto& reply : replies) threads.emplace_back([&] { reply = deliver({record}); });
  for (auto& thread : threads) thread.join();
  ASSERT_EQ(replies.front().size(), 1U);
  EXPECT_EQ(replies.front()[0].acceptance, Acceptance::accepted) << replies.front()[0].problem;
  for (auto const& reply : replies) EXPECT_EQ(reply, replies.front());
  EXPECT_EQ(count("learning_records WHERE channel = 'site'"), 1);
  EXPECT_EQ(count("audit_entries WHERE action = 'site_delivered'"), 1);
}

TEST_F(SiteApi, TheSameDeliveryWithOtherContentConflicts) {
  auto record = course();
  deliver({record});
  record.units = CreditUnits::hours(12);
  auto const reply = deliver({record}).at(0);
  EXPECT_EQ(reply.acceptance, Acceptance::conflict);
  EXPECT_FALSE(reply.problem.empty());
  EXPECT_FALSE(reply.record);
  EXPECT_EQ(count("learning_records WHERE channel = 'site' AND units = 540"), 1);
}

TEST_F(SiteApi, EachRecordHasItsAnswer) {
  auto nobody = course();
  nobody.id_number = SecretText{unknown_person_id};
  auto garbled = course("坏\n行");
  auto late = course();
  late.end = Date::make(2026, 2, 1).value();
  auto const good = course();
  auto const replies = deliver({nobody, garbled, late, good, good});
  EXPECT_THAT(replies.at(0).problem, HasSubstr("系统中没有此证件号码和姓名的人员"));
  for (std::size_t i : {0U, 1U, 2U}) EXPECT_EQ(replies.at(i).acceptance, Acceptance::refused);
  EXPECT_EQ(replies.at(3).acceptance, Acceptance::accepted);
  EXPECT_EQ(replies.at(4), replies.at(3));
  nobody.id_number = SecretText{person_id};
  nobody.content = "补报的课程";
  EXPECT_EQ(deliver({nobody}).at(0).acceptance, Acceptance::accepted);
}

TEST_F(SiteApi, StudyOfAClosedYearIsRefusedAndTheRestIsTaken) {
  ASSERT_TRUE(open().write([](storage::Database& database) {
    return database.execute(
        "INSERT INTO closed_years (year, closed_ms, closed_by, reason, waiting) VALUES "
        "(2025, 1768176000000, 'operator:li', '登记截止通知', 0)");
  }));
  auto late = course();
  late.start = Date::make(2025, 3, 1).value();
  late.end = Date::make(2025, 3, 2).value();
  auto counted = course("跨年课程");
  counted.credit_year = 2025;
  auto const replies = deliver({late, counted, course()});
  for (std::size_t i : {0U, 1U}) {
    EXPECT_EQ(replies.at(i).acceptance, Acceptance::refused);
    EXPECT_THAT(replies.at(i).problem, HasSubstr("2025 年度的学习登记已经截止归档，不能再登记"));
  }
  EXPECT_EQ(replies.at(2).acceptance, Acceptance::accepted) << replies.at(2).problem;
  EXPECT_EQ(count("learning_records WHERE channel = 'site'"), 1);
}

TEST_F(SiteApi, OnlyALivingKeyOfAnApprovedSiteOpens) {
  auto const body = protocol::write(std::span<SiteRecord const>{});
  for (auto const& bearer :
       {std::string{"wrong"}, std::string{kiosk_key}, std::string(500, 'x'), std::string{}}) {
    auto const answer = post(body, bearer);
    EXPECT_EQ(answer.status, 401);
    EXPECT_THAT(answer.body, HasSubstr("网上学习系统"));
    EXPECT_EQ(answer.headers.count("www-authenticate"), 1U);
  }
  EXPECT_EQ(post(body, key).status, 200);
  auto store = open();
  auto const site = roster::sites(store).value().at(0);
  EXPECT_TRUE(roster::enrol_site(store, operator_of_test(), 1, SecretText{"another-key-0123456789"}, now));
  ASSERT_TRUE(roster::revoke_site(store, operator_of_test(), site.key, now));
  EXPECT_FALSE(roster::revoke_site(store, operator_of_test(), site.key, now));
  EXPECT_EQ(post(body, key).status, 401);
  EXPECT_EQ(post(body, "another-key-0123456789").status, 200);
  ASSERT_TRUE(store.write([](storage::Database& database) {
    return database.execute("UPDATE institutions SET approved_online = 0");
  }));
  EXPECT_EQ(post(body, "another-key-0123456789").status, 401);
  EXPECT_FALSE(roster::enrol_site(store, operator_of_test(), 1, SecretText{"x"}, now));
  EXPECT_FALSE(roster::enrol_site(store, operator_of_test(), 99, SecretText{"x"}, now));
}

TEST_F(SiteApi, BadBodiesAreNamed) {
  EXPECT_EQ(post("{", key).status, 400);
  EXPECT_THAT(post(R"({"version":1,"records":[{}]})", key).body, HasSubstr("records[0].delivery"));
  std::vector<SiteRecord> const many(501, course());
  EXPECT_EQ(post(protocol::write(std::span<SiteRecord const>{many}), key).status, 400);
}

TEST_F(SiteApi, FiveHundredAtOnce) {
  std::vector<SiteRecord> records;
  records.reserve(500);
  for (int i = 0; i < 500; ++i) records.push_back(course("课程" + std::to_string(i)));
  auto const replies = deliver(records);
  EXPECT_EQ(std::count_if(replies.begin(), replies.end(),
                          [](auto const& reply) { return reply.acceptance == Acceptance::accepted; }),
            500);
  EXPECT_EQ(deliver(records), replies);
}

}  // namespace
}  // namespace ce::tests

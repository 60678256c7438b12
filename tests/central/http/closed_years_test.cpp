// A closed year as everybody meets it at the console: said beforehand, refused in words, and nothing of it
// changed.
#include <gmock/gmock.h>

#include <thread>

#include "at_the_console.h"

namespace ce::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using Typed = std::vector<std::pair<std::string, std::string>>;

/// 2024 is closed over a record that waits for its employer and one that came back to the person.
class ClosedAtTheConsole : public AtTheConsole {
 protected:
  static Typed study(std::string const& what, std::string const& year = "2024") {
    return {{"subject", "专业科目"},  {"content", what}, {"start", year + "-03-04"},
            {"end", year + "-03-05"}, {"days", "1"},     {"assessment", "合格"}};
  }
  static std::string page_of(std::string const& record) { return "/console/records/" + record; }
  std::string registered(std::string const& what) {
    auto const place = send("/console/register/practice", study(what)).headers["location"];
    auto const number = place.substr(place.rfind('/') + 1);
    return number.substr(0, number.find('?'));
  }
  void SetUp() override {
    browser.sign_in(person_id, person_password);
    waiting = registered("甲");
    returned = registered("乙");
    browser.sign_in(employer_login);
    auto const back =
        send(page_of(returned), {{"decision", "return"}, {"version", "1"}, {"reason", "缺证明"}});
    ASSERT_EQ(back.status, 303) << back.body;
    auto const command = std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '"} +
                         central.folder.store() +
                         "' year close --year 2024 --reason 登记截止通知 --even-waiting >/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }
  void expect_said(std::string const& page) {
    EXPECT_THAT(browser.get(page).body, AllOf(HasSubstr("2024 年度已于 "), HasSubstr("归档，只能查看"),
                                              HasSubstr("请由所属人社部门报省人社厅重新开放该年度")))
        << page;
  }
  static void expect_refused(Answer const& answer, int status = 422) {
    EXPECT_EQ(answer.status, status) << answer.body;
    EXPECT_THAT(answer.body, HasSubstr("2024 年度的学习登记已经截止归档"));
  }

  std::string waiting;
  std::string returned;
};

TEST_F(ClosedAtTheConsole, IsSaidBeforeAnybodyTypesOrDecides) {
  browser.sign_in(person_id, person_password);
  for (auto const& page : {std::string{"/console/register"}, std::string{"/console/register/practice"},
                           std::string{"/console/year?year=2024"}, page_of(waiting), page_of(returned)}) {
    expect_said(page);
  }
  EXPECT_THAT(browser.get("/console/year?year=2023").body, Not(HasSubstr("归档")));
  EXPECT_THAT(browser.get("/console/year?year=2024").body,
              AllOf(HasSubstr("归档时未审完"), Not(HasSubstr("待用人单位审核"))))
      << "nobody waits for it";
  EXPECT_THAT(browser.get("/console").body, Not(HasSubstr(page_of(returned))))
      << "nothing to be done about it";
  EXPECT_THAT(browser.get("/console/records").body, HasSubstr("年度归档时还没有审核完毕"));
  EXPECT_THAT(browser.get(page_of(returned)).body,
              AllOf(HasSubstr("不再办理"), Not(HasSubstr("name=\"decision\"")),
                    Not(HasSubstr(returned + "/edit\"")), Not(HasSubstr(returned + "/proofs\""))));
  expect_refused(browser.get(page_of(returned) + "/edit"));
  browser.sign_in(employer_login);
  expect_said("/console/imports");
  EXPECT_THAT(browser.get("/console/review").body,
              AllOf(HasSubstr("归档，不再审核"), HasSubstr(page_of(waiting)),
                    Not(HasSubstr("value=\"" + waiting + ":")), Not(HasSubstr("class=\"pick\"")),
                    Not(HasSubstr("勾选"))))
      << "nothing to tick, and no column for it";
  EXPECT_THAT(browser.get(page_of(waiting)).body, Not(HasSubstr("name=\"decision\"")));
  browser.sign_in(hrss_login);
  EXPECT_THAT(browser.get("/console/issuing?year=2024").body,
              AllOf(HasSubstr("2024 年度已于 "), HasSubstr("仍可核发证书")));
  EXPECT_THAT(browser.get("/console/issuing?year=2025").body, Not(HasSubstr("归档")));
}

TEST_F(ClosedAtTheConsole, ManyYearsAreSaidInOneSentence) {
  auto store = store::Store::open(central.folder.store(), product_rules()).value();
  ASSERT_TRUE(store.write([](storage::Database& database) {
    return database.execute(
        "INSERT INTO closed_years (year, closed_ms, closed_by, reason, waiting) VALUES "
        "(2020, 1, 'li', 'x', 0), (2021, 1, 'li', 'x', 0), (2022, 1, 'li', 'x', 0)");
  }));
  EXPECT_THAT(browser.get("/console/register/practice").body,
              HasSubstr("2020 至 2022、2024 年度已经归档，只能查看"));
}

TEST_F(ClosedAtTheConsole, EveryWayInIsRefusedInWordsAndNothingIsChanged) {
  auto const all = value("SELECT COUNT(*) FROM learning_records");
  browser.sign_in(person_id, person_password);
  expect_refused(send("/console/register/practice", study("丙")));
  expect_refused(send(page_of(returned), {{"decision", "resubmit"}, {"version", "2"}}));
  for (auto const* year : {"2024", "2025"}) {
    auto mended = study("乙，已改", year);
    mended.insert(mended.end(), {{"kind", "practice"}, {"version", "2"}});
    expect_refused(send(page_of(returned) + "/edit", mended));
  }
  expect_refused(browser.upload(page_of(waiting) + "/proofs", "files", "a.pdf", "%PDF-1.4\n%%EOF\n"));
  browser.sign_in(employer_login);
  expect_refused(send(page_of(waiting), {{"decision", "approve"}, {"version", "1"}}));
  expect_refused(send("/console/review", {{"decision", "approve"}, {"pick", waiting + ":1"}}), 409);
  auto const file = "证件号码,姓名,科目,学习形式,学习内容,开始日期,结束日期,天数,考核结果\n" +
                    std::string{person_id} +
                    ",张三丰,专业科目,继续教育实践,丁,2024-04-04,2024-04-05,1,合格\n";
  auto const job = browser.upload("/console/imports", "file", "a.csv", file).headers["location"];
  auto report = browser.get(job);
  for (int i = 0; i < 500 && report.body.find("结束日期") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    report = browser.get(job);
  }
  expect_refused(report, 200);
  EXPECT_EQ(value("SELECT COUNT(*) FROM learning_records"), all);
  EXPECT_EQ(value("SELECT review FROM learning_records WHERE id = " + waiting), "pending_employer");
  EXPECT_EQ(value("SELECT review FROM learning_records WHERE id = " + returned), "returned");
  EXPECT_EQ(value("SELECT COUNT(*) FROM record_proofs"), "0");
}

// What touches its records only in passing, and what the regulation still asks for.
TEST_F(ClosedAtTheConsole, WhatGoesOnIsNotHeldUpByIt) {
  browser.sign_in(hrss_login);
  auto const moved =
      send("/console/units/employer/1/edit",
           {{"name", "广州市设计院"}, {"region", "440106"}, {"industry", "transport"}, {"version", "1"}});
  EXPECT_EQ(moved.status, 303) << moved.body;
  EXPECT_EQ(value("SELECT industry FROM employers WHERE id = 1"), "transport");
  EXPECT_EQ(value("SELECT industry FROM learning_records WHERE id = " + waiting), "construction");
  auto const revoked = send("/console/certificates/" + std::string{certificate_number},
                            {{"act", "revoke"}, {"reason", "误发"}});
  EXPECT_EQ(revoked.status, 303) << revoked.body;
  browser.sign_in(person_id, person_password);
  EXPECT_EQ(send("/console/register/practice", study("戊", "2025")).status, 303) << "2025 is open";
}

}  // namespace
}  // namespace ce::tests

#include <gmock/gmock.h>
#include <signal.h>

#include <thread>

#include "at_the_console.h"
#include "central/standings/refresh.h"
#include "central/store/records.h"
#include "complete_year.h"

namespace ce::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The power fails while a job of the console is under way.
class KilledJobs : public AtTheConsole {
 protected:
  KilledJobs() : AtTheConsole("\n[jobs]\nsilence_seconds = 2\n") {}

  static constexpr std::int64_t people = 1200;
  static constexpr int rows = 700;
  int const year = china_date(SystemClock{}.now()).year();

  void add_complete_people() const {
    auto const& rules = product_rules();
    auto store = store::Store::open(central.folder.store(), rules).value();
    auto const now = SystemClock{}.now();
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      auto person = database.prepare(
          "INSERT INTO professionals (id, id_number, name, region, created_ms) VALUES ($1, $2, '测试', "
          "'440106', 0)");
      std::vector<std::int64_t> ids;
      std::int64_t record_id = 1000;
      for (std::int64_t id = 1001; id <= 1000 + people; ++id) {
        ids.push_back(id);
        CE_CHECK(person.bind(1, id).bind(2, "nobody " + std::to_string(id)).run());
        CE_CHECK(insert_complete_year(database, id, year, record_id));
      }
      CE_TRY([[maybe_unused]] auto const written, standings::refresh(database, rules, ids, now));
      return {};
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }
  std::string registration_file() const {
    std::string text = "证件号码,姓名,科目,学习形式,学习内容,开始日期,结束日期,天数,考核结果\n";
    for (int i = 0; i < rows; ++i) {
      text += std::string{person_id} + ",张三丰,专业科目,继续教育实践,第 " + std::to_string(i) +
              " 次实践,2024-03-04,2024-03-05,1,合格\n";
    }
    return text;
  }
  std::int64_t counted(std::string const& what) const {
    return std::stoll(value("SELECT COUNT(*) FROM " + what));
  }
  /// As soon as the first transaction of the job is there, and long before its last.
  void kill_after_the_first(std::string const& what, std::int64_t all) {
    wait_for_the_first(what);
    central.kill_and_start_again();
    expect_half(what, all);
  }
  void wait_for_the_first(std::string const& what) const {
    for (int i = 0; i < 3000 && counted(what) == 0; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  void expect_half(std::string const& what, std::int64_t all) const {
    auto const half = counted(what);
    EXPECT_GT(half, 0);
    EXPECT_LT(half, all) << "it was done before it could be killed";
  }
  void wait_for_the_end(std::string const& job) {
    for (int i = 0; i < 1500; ++i) {
      if (browser.get(job + "/state").body.find("\"ended\":true") != std::string::npos) return;
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    ADD_FAILURE() << "nobody took the job up: " << browser.get(job).body;
  }
  /// Too long a register to be written while its reader waits.
  void fetch_the_register() {
    auto const asked = browser.get("/console/registers/register.xlsx");
    ASSERT_EQ(asked.status, 303) << asked.body;
    auto const file = asked.headers.at("location");
    EXPECT_EQ(browser.get("/console/registers/register.xlsx").headers.at("location"), file);
    wait_for_the_end(file);
    EXPECT_THAT(browser.get(file).body, HasSubstr(file + "/file"));
    EXPECT_THAT(browser.get("/console/registers").body, HasSubstr("名册文件可以下载"));
    auto const fetched = browser.get(file + "/file");
    EXPECT_EQ(fetched.status, 200);
    EXPECT_TRUE(fetched.body.starts_with("PK"));
    EXPECT_EQ(browser.get("/console/registers/register.pdf?year=2023").status, 200) << "a short one, at once";
    Browser other{central};
    other.sign_in(province_login);
    EXPECT_EQ(other.get(file).status, 404);
    EXPECT_EQ(other.get(file + "/file").status, 404);
  }
};

TEST_F(KilledJobs, IssuingGoesOnWithoutAGapOrADouble) {
  add_complete_people();
  browser.sign_in(hrss_login);
  auto const batch = hidden_value(browser.get("/console/issuing"), "batch");
  auto const taken = send("/console/issuing", {{"batch", batch},
                                               {"which", "all"},
                                               {"day", china_date(SystemClock{}.now()).iso()},
                                               {"year", std::to_string(year)}});
  ASSERT_EQ(taken.status, 303) << taken.body;
  auto const job = taken.headers.at("location");
  auto const issued = "certificates WHERE year = " + std::to_string(year);
  kill_after_the_first(issued, people);
  EXPECT_THAT(browser.get(job).body, HasSubstr("正在核发证书")) << "its page waits for it";
  wait_for_the_end(job);
  EXPECT_EQ(counted(issued), people);
  auto const last = std::to_string(1'000'000 + people).substr(1);
  EXPECT_EQ(
      value("SELECT MIN(number) || ' ' || MAX(number) FROM " + issued),
      "440106" + std::to_string(year).substr(2) + "000001 440106" + std::to_string(year).substr(2) + last);
  EXPECT_EQ(counted("(SELECT DISTINCT professional FROM " + issued + ") AS holders"), people);
  EXPECT_EQ(
      value("SELECT state || ' ' || CAST(issued AS TEXT) || ' ' || CAST(refused AS TEXT) FROM issuing_jobs"),
      "done 1200 0");
  EXPECT_THAT(browser.get(job).body, HasSubstr("1,200"));
  EXPECT_THAT(browser.get(job).body, Not(HasSubstr("没有核发的人员")));
  fetch_the_register();
}

TEST_F(KilledJobs, AnImportRegistersEachRowOnce) {
  browser.sign_in(employer_login);
  auto const before = counted("learning_records");
  auto const taken = browser.upload("/console/imports", "file", "三月.csv", registration_file());
  ASSERT_EQ(taken.status, 303) << taken.body;
  auto const job = taken.headers.at("location");
  kill_after_the_first("learning_records WHERE channel = 'file'", rows);
  EXPECT_THAT(browser.get(job).body, HasSubstr("正在登记")) << "its page waits for it";
  wait_for_the_end(job);
  EXPECT_EQ(counted("learning_records"), before + rows);
  EXPECT_EQ(counted("(SELECT DISTINCT content FROM learning_records WHERE channel = 'file') AS rows_of_file"),
            rows);
  EXPECT_EQ(
      value("SELECT state || ' ' || CAST(registered AS TEXT) || ' ' || CAST(repeated AS TEXT) || ' ' || "
            "CAST(refused AS TEXT) FROM import_jobs"),
      "done 700 0 0");
  auto const page = browser.get(job).body;
  EXPECT_THAT(page, HasSubstr("700"));
  EXPECT_THAT(page, Not(HasSubstr("此前已登记")));
}

/// A worker gives its job back while the program ends, and uses what must not have ended before it.
TEST_F(KilledJobs, AnImportIsGivenBackAtAStop) {
  browser.sign_in(employer_login);
  ASSERT_EQ(browser.upload("/console/imports", "file", "三月.csv", registration_file()).status, 303);
  auto const registered = "learning_records WHERE channel = 'file'";
  wait_for_the_first(registered);
  central.signal(SIGTERM);
  auto const ended = central.wait();
  EXPECT_EQ(ended.code, 0) << ended.output;
  expect_half(registered, rows);
  EXPECT_EQ(value("SELECT state FROM import_jobs"), "waiting");
}

}  // namespace
}  // namespace ce::tests

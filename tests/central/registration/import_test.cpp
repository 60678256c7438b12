#include <gmock/gmock.h>

#include <thread>

#include "central/registration/csv.h"
#include "central/registration/fixture.h"
#include "central/registration/import.h"
#include "central/registration/register.h"
#include "central/registration/report_file.h"
#include "central/registration/sheet_writer.h"
#include "support/files.h"

namespace ce::test {
namespace {

using namespace registration;
using testing::HasSubstr;
using Rows = std::vector<std::vector<std::string>>;

struct Importing : RegistrationTest {
  Rows rows{{"证件号码", "姓名", "科目", "学习形式", "学习内容", "开始日期", "结束日期", "学时", "考核结果"}};

  void add(int who, std::string const& name, std::string const& content, std::string const& hours = "6") {
    auto const number = who == 1 ? id_number.reveal() : number_of(who);
    rows.push_back({number, name, "专业科目", "培训", content, "2026-03-02", "2026/3/3", hours, "合格"});
  }
  ImportReport import(ImportOptions const& options = {}) {
    auto report = import_file(store, institution, csv_text(rows), options, now);
    EXPECT_TRUE(report) << describe(report.failure());
    return report.value_or({});
  }
};

TEST_F(Importing, RegistersTheGoodAndTellsOfTheRest) {
  add(1, "陈家明", "课程甲");
  add(2, "学员乙", "课程甲", "很多");
  add(77, "生人", "课程甲");
  add(1, "陈家明", "课程甲");
  auto const report = import();
  EXPECT_EQ(report.count(RowFate::registered), 1U);
  EXPECT_EQ(report.count(RowFate::refused), 3U);
  EXPECT_EQ(count("learning_records WHERE channel = 'file'"), 1);
  EXPECT_EQ(report.rows[1].faults.at(0).field, "学时");
  EXPECT_THAT(report.rows[2].faults.at(0).wrong, HasSubstr("系统中没有"));
  EXPECT_THAT(report.rows[3].faults.at(0).wrong, HasSubstr("与第 2 行重复"));
}

TEST_F(Importing, AllOrNothingIsNothingForOneBadRow) {
  add(1, "陈家明", "课程甲");
  add(77, "生人", "课程甲");
  auto const report = import({.all_or_nothing = true});
  EXPECT_EQ(report.count(RowFate::withheld), 1U);
  EXPECT_EQ(count("learning_records"), 0);
  rows.pop_back();
  EXPECT_EQ(import({.all_or_nothing = true}).count(RowFate::registered), 1U);
}

// A file that is taken whole is judged before the transaction that stores it.
struct ImportingWhole : Importing {
  void SetUp() override {
    Importing::SetUp();
    for (int i = 0; i < 49; ++i) add(1, "陈家明", "课程" + std::to_string(i));
    add(2, "学员乙", "课程乙");
  }
  ImportReport import_while(std::function<void()> const& others_act) {
    bool acted = false;
    return import({.all_or_nothing = true, .progress = [&](std::size_t done, std::size_t all) {
                     if (acted || done * 2 < all) return true;
                     acted = true;
                     std::jthread{others_act}.join();
                     return true;
                   }});
  }
};

TEST_F(ImportingWhole, WarnsOfRowsThatMeetOneAnother) {
  auto const report = import_while([] {});
  EXPECT_EQ(report.count(RowFate::registered), 50U);
  EXPECT_EQ(count("learning_records"), 50);
  EXPECT_TRUE(report.rows.front().warnings.empty());
  ASSERT_EQ(report.rows[1].warnings.size(), 1U);
  EXPECT_THAT(report.rows[1].warnings[0], HasSubstr("时间重叠"));
  EXPECT_TRUE(report.rows.back().warnings.empty()) << "another person's";
  EXPECT_EQ(import({.all_or_nothing = true}).count(RowFate::repeated), 50U);
}

// The standings follow in steps of their own, for they need not hold the writer; a process that died before
// them is made good by whoever takes its job up.
TEST_F(ImportingWhole, StandingsFollowAndAreMadeGoodAfterADeath) {
  for (int i = 0; i < 300; ++i) add_person(100 + i, number_of(100 + i), "学员");
  write("UPDATE professionals SET employer = 1 WHERE id >= 100");
  for (int i = 0; i < 300; ++i) add(100 + i, "学员", "课程丙");
  ImportOptions const options{.all_or_nothing = true, .job = "job-1"};
  EXPECT_EQ(import(options).count(RowFate::registered), 350U);
  EXPECT_EQ(count("yearly_standings WHERE year = 2026"), 302);
  write("DELETE FROM yearly_standings");
  EXPECT_EQ(import(options).count(RowFate::registered), 350U) << "as the same job tells it";
  EXPECT_EQ(count("learning_records"), 350);
  EXPECT_EQ(count("yearly_standings WHERE year = 2026"), 302);
}

TEST_F(ImportingWhole, APersonWhoIsClosedMeanwhileKeepsAllOut) {
  auto const report = import_while(
      [&] { write("UPDATE professionals SET closed_ms = 1, version = version + 1 WHERE id = 2"); });
  EXPECT_EQ(report.rows.back().fate, RowFate::refused);
  EXPECT_EQ(report.count(RowFate::withheld), 49U);
  EXPECT_EQ(count("learning_records"), 0);
  EXPECT_EQ(count("registration_keys"), 0);
}

TEST_F(ImportingWhole, ADoubleThatCameMeanwhileKeepsAllOut) {
  auto const report = import_while([&] {
    auto entry = course("课程7");
    entry.record.hours = CreditUnits::hours(6);
    EXPECT_TRUE(register_record(store, institution, entry, now));
  });
  EXPECT_EQ(report.rows[7].fate, RowFate::refused);
  EXPECT_EQ(report.count(RowFate::withheld), 49U);
  EXPECT_EQ(count("learning_records"), 1);
}

TEST_F(ImportingWhole, TheSameFileThatWasQuickerIsNotRegisteredTwice) {
  auto const report = import_while([&] { EXPECT_EQ(import().count(RowFate::registered), 50U); });
  EXPECT_EQ(report.count(RowFate::repeated), 50U);
  EXPECT_EQ(count("learning_records"), 50);
}

TEST_F(Importing, TheSameFileAgainRegistersNothingTwice) {
  add(1, "陈家明", "课程甲");
  add(77, "生人", "课程甲");
  auto const first = import();
  add_person(77, number_of(77), "生人");
  write("UPDATE professionals SET employer = 1 WHERE id = 77");
  auto const again = import();
  EXPECT_EQ(again.rows[0].fate, RowFate::repeated);
  EXPECT_EQ(again.rows[0].record, first.rows[0].record);
  EXPECT_EQ(again.rows[1].fate, RowFate::registered) << "what was missing is there now";
  EXPECT_EQ(count("learning_records"), 2);
}

TEST_F(Importing, TheSameFileAtOnceFromManyRegistersOnce) {
  for (int i = 0; i < 40; ++i) add(1, "陈家明", "课程" + std::to_string(i));
  std::vector<std::jthread> threads;
  std::atomic<std::size_t> registered = 0;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] { registered += import().count(RowFate::registered); });
  threads.clear();
  EXPECT_EQ(registered, 40U);
  EXPECT_EQ(count("learning_records"), 40);
}

TEST_F(Importing, ThousandsOfRowsFromXlsxTellTheirProgress) {
  constexpr int people = 100;
  for (int i = 0; i < people; ++i) add_person(100 + i, number_of(100 + i), "学员");
  write("UPDATE professionals SET employer = 1 WHERE id >= 100");
  for (int i = 0; i < 2000; ++i) add(100 + i % people, "学员", "课程" + std::to_string(i / people));
  auto const file = directory / "in.xlsx";
  ASSERT_TRUE(write_sheet(file, "表", rows, 0));
  std::vector<std::size_t> told;
  auto const report = import_file(store, institution, read_all(file),
                                  {.progress =
                                       [&](std::size_t done, std::size_t all) {
                                         told.push_back(done);
                                         EXPECT_EQ(all, 4000U);
                                         return true;
                                       }},
                                  now);
  ASSERT_TRUE(report) << describe(report.failure());
  EXPECT_EQ(report->count(RowFate::registered), 2000U);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), 4000U);
}

TEST_F(Importing, StoppedBeforeRegisteringLeavesNothing) {
  for (int i = 0; i < 60; ++i) add(1, "陈家明", "课程" + std::to_string(i));
  auto const report = import_file(store, institution, csv_text(rows),
                                  {.progress = [](std::size_t, std::size_t) { return false; }}, now);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.failure().code, FailureCode::file_refused);
  EXPECT_EQ(count("learning_records"), 0);
}

TEST_F(Importing, TheReportSaysWhatToDoAndRunsNothing) {
  add(1, "陈家明", "=HYPERLINK(\"http://x\")");
  add(1, "陈家明", "课程乙", "0");
  auto const report = import();
  ASSERT_TRUE(write_report(directory / "r.csv", report));
  auto const text = read_all(directory / "r.csv");
  EXPECT_THAT(text, HasSubstr("行号,结果,说明,证件号码"));
  EXPECT_THAT(text, HasSubstr("2,已登记,"));
  EXPECT_THAT(text, HasSubstr("\"'=HYPERLINK(\"\"http://x\"\")\""));
  EXPECT_THAT(text, HasSubstr("3,未登记,"));
  EXPECT_THAT(text, HasSubstr("学时"));
  EXPECT_THAT(text, HasSubstr("440***********0171"));
  EXPECT_EQ(text.find(id_number.reveal()), std::string::npos);
  ASSERT_TRUE(write_report(directory / "r.xlsx", report));
  EXPECT_THAT(read_all(directory / "r.xlsx").substr(0, 2), "PK");
  EXPECT_FALSE(write_report(directory / "r.exe", report));
}

TEST_F(Importing, OurTemplateIsReadBack) {
  ASSERT_TRUE(write_template(directory / "t.xlsx"));
  auto const empty = import_file(store, institution, read_all(directory / "t.xlsx"), {}, now);
  ASSERT_FALSE(empty);
  EXPECT_THAT(empty.failure().detail, HasSubstr("列名之下没有内容"));
}

TEST_F(Importing, FilesThatAreNoTablesAreRefusedWhole) {
  for (std::string const bytes : {"", "PK not a zip", "just one line", "a,b\n1,2\n"}) {
    auto const report = import_file(store, institution, bytes, {}, now);
    ASSERT_FALSE(report) << bytes;
    EXPECT_EQ(report.failure().code, FailureCode::file_refused);
  }
}

}  // namespace
}  // namespace ce::test

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "central/imports/work_off.h"
#include "central/jobs/worker.h"
#include "central/registration/fixture.h"

namespace ce::test {
namespace {

using imports::JobState;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct FixedClock final : Clock {
  Instant at;
  [[nodiscard]] Instant now() const override { return at; }
  [[nodiscard]] Tick tick() const override { return {}; }
};

struct ImportsTest : RegistrationTest {
  void SetUp() override {
    RegistrationTest::SetUp();
    clock.at = now;
  }
  std::string table(std::vector<std::string> const& rows) const {
    std::string text = "证件号码,姓名,科目,学习形式,学习内容,开始日期,结束日期,学时,考核结果\n";
    for (auto const& row : rows) text += row + "\n";
    return text;
  }
  std::string row(std::string const& content, std::string const& name = "陈家明") const {
    return id_number.reveal() + "," + name + ",专业科目,培训," + content + ",2026-03-02,2026-03-03,12,合格";
  }
  std::string bring(std::string const& bytes, bool whole = false) {
    return imports::take_in(desk, institution, {"三月.csv", bytes, whole}, now).value();
  }
  bool work() {
    return imports::work_off_one(desk, clock, [] { return false; }).value();
  }
  imports::Job job(std::string const& id) { return imports::find(desk, institution, id).value(); }

  FixedClock clock;
  imports::Tray const tray{directory / "imports"};
  imports::Desk const desk{store, tray};
};

TEST_F(ImportsTest, AFileIsTakenInAtOnceAndWorkedOffLater) {
  auto const id = bring(table({row("甲"), row("乙", "陈家朋"), row("丙")}));
  EXPECT_EQ(job(id).state, JobState::waiting);
  EXPECT_EQ(count("learning_records"), 0);
  EXPECT_TRUE(work());
  EXPECT_FALSE(work());
  auto const done = job(id);
  EXPECT_EQ(done.state, JobState::done);
  EXPECT_EQ(done.registered, 2);
  EXPECT_EQ(done.refused, 1);
  auto const rows = imports::rows(desk, done, 0, 10).value();
  ASSERT_THAT(rows, SizeIs(2)) << "the refused one, and one that overlaps another";
  EXPECT_EQ(rows[0].row, 3);
  EXPECT_EQ(rows[1].fate, registration::RowFate::registered);
  EXPECT_THAT(rows[0].said, HasSubstr("姓名"));
  EXPECT_THAT(tray.report(id, "csv").value(), HasSubstr("未登记"));
  EXPECT_THAT(tray.report(id, "xlsx").value(), ::testing::StartsWith("PK"));
  EXPECT_FALSE(tray.upload(id)) << "the upload names people and must not stay";
  EXPECT_FALSE(tray.report(id, "upload"));
  EXPECT_FALSE(tray.report("../central", "csv"));
}

TEST_F(ImportsTest, OneWrongRowKeepsAllOutWhereThatWasAsked) {
  auto const id = bring(table({row("甲"), row("乙", "陈家朋")}), true);
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).registered, 0);
  EXPECT_EQ(job(id).withheld, 1);
  EXPECT_EQ(count("learning_records"), 0);
}

TEST_F(ImportsTest, AFileThatCannotBeReadSaysWhy) {
  auto const id = bring("姓名,学时\n陈家明,6\n");
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).state, JobState::refused);
  EXPECT_THAT(job(id).said, HasSubstr("缺少列"));
  EXPECT_EQ(count("audit_entries WHERE action = 'import_brought' AND subject = '" + id + "'"), 1)
      << "whose rows tell who is known";
  EXPECT_FALSE(imports::take_in(desk, institution, {"空.csv", "", false}, now));
}

TEST_F(ImportsTest, NobodySeesOrStopsTheFileOfAnother) {
  auto const id = bring(table({row("甲")}));
  EXPECT_FALSE(imports::find(desk, employer, id));
  EXPECT_FALSE(imports::stop(desk, employer, id, now));
  EXPECT_THAT(imports::latest(desk, employer).value(), IsEmpty());
  EXPECT_THAT(imports::latest(desk, institution).value(), SizeIs(1));
}

TEST_F(ImportsTest, WhatIsStoppedInTimeRegistersNothing) {
  std::vector<std::string> many;
  for (int i = 0; i < 120; ++i) many.push_back(row("课程" + std::to_string(i)));
  auto const id = bring(table(many));
  EXPECT_TRUE(imports::stop(desk, institution, id, now));
  EXPECT_TRUE(imports::stop(desk, institution, id, now)) << "pressed twice";
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).state, JobState::refused);
  EXPECT_EQ(count("learning_records"), 0);
  EXPECT_TRUE(imports::stop(desk, institution, id, now)) << "it has ended by itself";
  EXPECT_EQ(count("audit_entries WHERE action = 'import_stopped' AND subject = '" + id + "'"), 1);
}

TEST_F(ImportsTest, WhoIsDisabledMeanwhileRegistersNothingMore) {
  write(
      "INSERT INTO accounts (id, login, shown_name, role, region, unit, hash, disabled, "
      "must_change_password, "
      "created_by, created_ms) VALUES ('training-1', 'training', '基地', 'institution', '440100', 1, '', 0, "
      "0, 'x', 0)");
  std::vector<std::string> many;
  for (int i = 0; i < 120; ++i) many.push_back(row("课程" + std::to_string(i)));
  auto const looked_at = bring(table(many));
  // While its rows are looked at, before the first of them is written.
  EXPECT_TRUE(imports::work_off_one(desk, clock, [this] {
                write("UPDATE accounts SET disabled = 1");
                return false;
              }).value());
  EXPECT_EQ(job(looked_at).state, JobState::refused);
  auto const late = bring(table({row("以后")}));
  EXPECT_TRUE(work());
  EXPECT_EQ(job(late).state, JobState::refused);
  EXPECT_THAT(job(late).said, HasSubstr("账号已停用"));
  EXPECT_FALSE(tray.upload(late));
  write("UPDATE accounts SET disabled = 0, unit = 2");
  auto const elsewhere = bring(table({row("别处")}));
  EXPECT_TRUE(work());
  EXPECT_EQ(job(elsewhere).state, JobState::refused) << "it is another unit's account now";
  EXPECT_EQ(count("learning_records"), 0);
}

TEST_F(ImportsTest, AnotherTakesUpWhatADeadProcessLeftAndRegistersNothingTwice) {
  std::vector<std::string> many;
  for (int i = 0; i < 450; ++i) many.push_back(row("课程" + std::to_string(i)));
  auto const bytes = table(many);
  auto const id = bring(bytes);
  // A process that claimed the job and registered the first rows, then died.
  std::size_t told = 0;
  auto const half = registration::import_file(
      store, institution, bytes,
      {.job = id, .progress = [&](std::size_t done, std::size_t) { return (told = done) < 700; }}, now);
  EXPECT_FALSE(half);
  auto const before = count("learning_records");
  EXPECT_GT(before, 0);
  EXPECT_LT(before, 450);
  write("UPDATE import_jobs SET state = 'running', claimed_ms = " + std::to_string(now.ms));
  tray.tell(id, {told, 900, now});
  EXPECT_FALSE(work()) << "its process may still be alive";
  clock.at = Instant{now.ms + imports::silence_ms + 1000};
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).state, JobState::done);
  EXPECT_EQ(job(id).registered, 450) << "what the dead process registered is this job's";
  EXPECT_EQ(job(id).repeated, 0);
  EXPECT_EQ(count("learning_records"), 450);
  auto const again = bring(bytes);
  EXPECT_TRUE(work());
  EXPECT_EQ(job(again).repeated, 450) << "and another's by another upload";
  EXPECT_EQ(count("registration_keys"), 450);
}

TEST_F(ImportsTest, WhoFailsToEndAJobLeavesItsFileToTheNext) {
  auto const id = bring(table({row("课程甲"), row("课程乙")}));
  write(on_postgresql() ? "ALTER TABLE import_jobs ADD CONSTRAINT broken CHECK (state <> 'done')"
                        : "CREATE TRIGGER broken BEFORE UPDATE ON import_jobs WHEN NEW.state = 'done' "
                          "BEGIN SELECT RAISE(ABORT, 'broken'); END");
  EXPECT_FALSE(imports::work_off_one(desk, clock, [] { return false; }));
  write(on_postgresql() ? "ALTER TABLE import_jobs DROP CONSTRAINT broken" : "DROP TRIGGER broken");
  EXPECT_EQ(count("learning_records"), 2);
  clock.at = Instant{now.ms + imports::silence_ms + 1000};
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).state, JobState::done);
  EXPECT_EQ(job(id).registered, 2) << "registered by who could not say so";
  EXPECT_EQ(count("learning_records"), 2);
}

TEST_F(ImportsTest, AWorkerWorksWhenWokenAndGivesBackWhatItCannotFinish) {
  auto const quiet = log::Logger::to_stderr(log::Level::error);
  std::string id;
  {
    SystemClock const real;
    jobs::Worker worker{"import",
                        [&](auto const& to_end) { return imports::work_off_one(desk, real, to_end); }, quiet};
    id = bring(table({row("甲")}));
    worker.wake();
    for (int i = 0; i < 500 && !job(id).ended_now(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  EXPECT_EQ(job(id).state, JobState::done);
  std::vector<std::string> many;
  for (int i = 0; i < 120; ++i) many.push_back(row("课程" + std::to_string(i)));
  id = bring(table(many));
  EXPECT_TRUE(imports::work_off_one(desk, clock, [] { return true; }).value());
  EXPECT_EQ(job(id).state, JobState::waiting);
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).registered, 120);
}

TEST_F(ImportsTest, SoManyFilesOfAnAccountWait) {
  imports::Desk const narrow{store, tray, 2};
  auto const brought = [&](registration::Actor const& who) {
    return imports::take_in(narrow, who, {"三月.csv", table({row("甲")}), false}, now);
  };
  ASSERT_TRUE(brought(institution));
  ASSERT_TRUE(brought(institution));
  auto const third = brought(institution);
  ASSERT_FALSE(third);
  EXPECT_EQ(third.failure().code, FailureCode::file_refused);
  EXPECT_THAT(third.failure().detail, HasSubstr("已有 2 份文件正在办理"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator{directory / "imports"}, {}), 2)
      << "what was refused is not kept";
  EXPECT_TRUE(brought(employer)) << "each account has its own bound";
  while (work()) continue;
  EXPECT_TRUE(brought(institution));
}

TEST_F(ImportsTest, AReportGoesAfterItsDays) {
  auto const old = bring(table({row("甲"), row("乙", "陈家朋")}));
  EXPECT_TRUE(work());
  auto const half_a_day = std::int64_t{43'200'000};
  clock.at = Instant{now.ms + 30 * 2 * half_a_day};
  auto const fresh = bring(table({row("丙"), row("丁", "陈家朋")}));
  EXPECT_TRUE(work());
  auto const later = Instant{clock.at.ms + half_a_day};
  EXPECT_EQ(imports::drop_old(desk, 31, later).value(), 0U);
  EXPECT_EQ(imports::drop_old(desk, 30, later).value(), 1U);
  EXPECT_FALSE(imports::find(desk, institution, old));
  EXPECT_FALSE(tray.report(old, "csv"));
  EXPECT_FALSE(tray.report(old, "xlsx"));
  EXPECT_TRUE(tray.report(fresh, "csv"));
  EXPECT_THAT(imports::rows(desk, job(fresh), 0, 10).value(),
              SizeIs(static_cast<std::size_t>(count("import_job_rows"))));
  EXPECT_EQ(count("learning_records"), 2) << "what was registered stays";
}

}  // namespace
}  // namespace ce::test

#include "central/batches/batches.h"

#include <gmock/gmock.h>

#include "central/batches/work_off.h"
#include "central/issuing/fixture.h"

namespace ce::test {
namespace {

using batches::JobState;
using ::testing::HasSubstr;
using ::testing::SizeIs;

struct StandingClock final : Clock {
  Instant at;
  [[nodiscard]] Instant now() const override { return at; }
  [[nodiscard]] Tick tick() const override { return {}; }
};

struct Batches : BatchTest {
  StandingClock clock;
  bool ending = false;

  void SetUp() override {
    BatchTest::SetUp();
    clock.at = now;
  }
  std::string bring(issuing::BatchOrder const& wanted) {
    EXPECT_TRUE(batches::take_in(store, hrss, wanted, now));
    return wanted.id.text();
  }
  bool work() {
    return batches::work_off_one(store, clock, [this] { return ending; }).value();
  }
  batches::Job job(std::string const& id) { return batches::find(store, hrss, id).value(); }
  /// How many certificates there are, and whether their numbers run from 1 without a gap.
  void expect_unbroken(std::size_t count) {
    auto const numbers = column("SELECT number FROM certificates ORDER BY number");
    ASSERT_THAT(numbers, SizeIs(count));
    EXPECT_EQ(numbers.empty() ? 0 : std::stoul(numbers.back().substr(8)), count);
  }
};

TEST_F(Batches, AnOrderIsNotedAtOnceAndWorkedOffLater) {
  complete_people(300);
  auto const id = bring(order());
  EXPECT_EQ(job(id).state, JobState::waiting);
  expect_unbroken(0);
  EXPECT_TRUE(work());
  EXPECT_FALSE(work());
  auto const done = job(id);
  EXPECT_EQ(done.state, JobState::done);
  EXPECT_EQ(done.issued, 300);
  EXPECT_EQ(done.refused, 0);
  EXPECT_EQ(done.done, done.total);
  expect_unbroken(300);
}

TEST_F(Batches, TheSameFormSentTwiceIsOneOrder) {
  complete_people(3);
  auto const wanted = order();
  bring(wanted);
  bring(wanted);
  EXPECT_TRUE(work());
  EXPECT_FALSE(work());
  EXPECT_THAT(batches::latest(store, hrss).value(), SizeIs(1));
}

TEST_F(Batches, AnotherGoesOnWhereADeadProcessStopped) {
  complete_people(600);
  auto const wanted = order();
  auto const id = bring(wanted);
  // A process that claimed the job and issued to the first group, then died.
  ASSERT_TRUE(issuing::issue_batch(store, hrss, wanted, now, [](auto, auto) { return false; }));
  expect_unbroken(256);
  write("UPDATE issuing_jobs SET state = 'running', done = 256, total = 600, heard_ms = " +
        std::to_string(now.ms));
  EXPECT_FALSE(work()) << "its process may still be alive";
  clock.at = Instant{now.ms + batches::silence_ms + 1000};
  EXPECT_TRUE(work());
  auto const done = job(id);
  EXPECT_EQ(done.state, JobState::done);
  EXPECT_EQ(done.issued, 600);
  EXPECT_EQ(done.total, 600) << "the bar counts what the dead process did";
  expect_unbroken(600);
}

TEST_F(Batches, AStopGivesTheJobBackAndTheNextStartGoesOn) {
  complete_people(600);
  auto const id = bring(order());
  ending = true;
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).state, JobState::waiting);
  expect_unbroken(256);
  ending = false;
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).issued, 600);
  expect_unbroken(600);
}

TEST_F(Batches, WhoIsDisabledMeanwhileIssuesNothingMore) {
  write(
      "INSERT INTO accounts (id, login, shown_name, role, region, hash, disabled, must_change_password, "
      "created_by, created_ms) VALUES ('hrss-1', 'hrss', '天河', 'hrss', '440106', '', 0, 0, 'x', 0)");
  complete_people(600);
  auto const id = bring(order());
  EXPECT_TRUE(batches::work_off_one(store, clock, [this] {
                write("UPDATE accounts SET disabled = 1");
                return false;
              }).value());
  EXPECT_EQ(job(id).state, JobState::refused);
  EXPECT_THAT(job(id).said, HasSubstr("账号已停用"));
  expect_unbroken(256);
  auto const late = bring(order());
  EXPECT_TRUE(work());
  EXPECT_EQ(job(late).state, JobState::refused);
  expect_unbroken(256);
}

TEST_F(Batches, WhoGotNothingIsListedWithTheReason) {
  complete_people(5);
  write(
      "UPDATE learning_records SET review = 'returned', version = version + 1 WHERE professional IN (3, 4)");
  auto const id = bring(order());
  EXPECT_TRUE(work());
  auto const done = job(id);
  EXPECT_EQ(done.issued, 3);
  EXPECT_EQ(done.refused, 2);
  auto const first = batches::refusals(store, done, 0, 1).value();
  ASSERT_THAT(first, SizeIs(1));
  EXPECT_EQ(first.front().professional, 3);
  EXPECT_THAT(first.front().why, HasSubstr("第三条"));
  EXPECT_EQ(batches::refusals(store, done, 3, 10).value().front().professional, 4);
}

TEST_F(Batches, WhatMayNotBeIssuedIsSaidAndNothingIsWritten) {
  complete_people(3);
  EXPECT_EQ(batches::take_in(store, hrss, order({1}), now).failure().code, FailureCode::input_invalid);
  auto tomorrow = order();
  tomorrow.day = Date::parse_iso("2099-01-01").value();
  EXPECT_EQ(batches::take_in(store, hrss, tomorrow, now).failure().code, FailureCode::input_invalid);
  auto employer = hrss;
  employer.party = credit::Party::employer;
  EXPECT_EQ(batches::take_in(store, employer, order(), now).failure().code, FailureCode::issuing_refused);
  EXPECT_THAT(batches::latest(store, hrss).value(), SizeIs(0));
  write("INSERT INTO number_counters (region, year, last_sequence) VALUES ('440106', 2026, 999998)");
  auto const id = bring(order());
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).state, JobState::refused);
  EXPECT_THAT(job(id).said, HasSubstr("编号只剩 1 个"));
  expect_unbroken(0);
}

TEST_F(Batches, AJobThatFailedIsResumedByAPress) {
  complete_people(2);
  auto const id = bring(order());
  write("UPDATE issuing_jobs SET state = 'failed', ended_ms = 1");
  EXPECT_FALSE(work()) << "it waits for somebody to look";
  ASSERT_TRUE(batches::resume(store, hrss, id, now));
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).issued, 2);
  ASSERT_TRUE(batches::resume(store, hrss, id, now)) << "a job that is done is left as it is";
  EXPECT_EQ(job(id).state, JobState::done);
  EXPECT_THAT(column("SELECT subject FROM audit_entries WHERE action = 'batch_resumed'"),
              testing::ElementsAre(id));
}

TEST_F(Batches, AnotherRegionSeesNothingOfIt) {
  auto const id = bring(order());
  EXPECT_EQ(batches::find(store, city, id).failure().code, FailureCode::record_unknown);
  EXPECT_EQ(batches::resume(store, city, id, now).failure().code, FailureCode::record_unknown);
  EXPECT_THAT(batches::latest(store, city).value(), SizeIs(0));
}

}  // namespace
}  // namespace ce::test

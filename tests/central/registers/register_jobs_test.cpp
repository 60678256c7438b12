#include <gmock/gmock.h>

#include "central/register_jobs/work_off.h"
#include "central/registers/fixture.h"
#include "support/files.h"

namespace ce::test {
namespace {

using jobs::State;
using register_jobs::Asked;
using register_jobs::Format;
using testing::HasSubstr;
using testing::StartsWith;

struct RegisterJobs : RegisterTest {
  struct StoppedClock final : Clock {
    Instant at;
    [[nodiscard]] Instant now() const override { return at; }
    [[nodiscard]] Tick tick() const override { return {}; }
  };
  std::filesystem::path const place{directory / "registers"};
  register_jobs::Desk const desk{store, place};
  StoppedClock clock;

  void SetUp() override {
    RegisterTest::SetUp();
    clock.at = later;
  }
  static Asked asked(Format format = Format::xlsx) {
    return {.account = "tianhe.hrss",
            .format = format,
            .filter = {{"440106"}, 2026},
            .names = registers::Names::whole};
  }
  bool work() const {
    return register_jobs::work_off_one(desk, clock, [] { return false; }).value();
  }
  register_jobs::Job job(std::string const& id) const {
    return register_jobs::find(desk, "tianhe.hrss", id).value();
  }
};

TEST_F(RegisterJobs, AFileIsWrittenLaterAndStaysForItsHours) {
  auto const sheet = register_jobs::take_in(desk, asked(), clock.at).value();
  EXPECT_EQ(register_jobs::take_in(desk, asked(), clock.at).value(), sheet) << "asked again, it is the same";
  auto const pages = register_jobs::take_in(desk, asked(Format::pdf), clock.at).value();
  EXPECT_NE(pages, sheet);
  EXPECT_FALSE(register_jobs::file_of(desk, job(sheet)));
  EXPECT_TRUE(work());
  EXPECT_TRUE(work());
  EXPECT_FALSE(work());
  EXPECT_EQ(job(sheet).state, State::done);
  EXPECT_EQ(job(sheet).done, 7) << "five certificates, one printed twice, and one that took another's place";
  EXPECT_THAT(register_jobs::file_of(desk, job(sheet)).value(), StartsWith("PK"));
  EXPECT_THAT(register_jobs::file_of(desk, job(pages)).value(), StartsWith("%PDF"));
  EXPECT_FALSE(register_jobs::find(desk, "yuexiu.hrss", sheet)) << "nobody else's";
  EXPECT_EQ(register_jobs::drop_old(desk, 24, Instant{clock.at.ms + 24 * 3'600'000}).value(), 0U);
  EXPECT_EQ(register_jobs::drop_old(desk, 24, Instant{clock.at.ms + 24 * 3'600'000 + 1}).value(), 2U);
  EXPECT_TRUE(std::filesystem::is_empty(place));
  EXPECT_FALSE(register_jobs::find(desk, "tianhe.hrss", sheet));

  write_all(place / "now-fresh.xlsx", "PK");
  write_all(place / "now-left.xlsx", "PK");
  auto const long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours{26};
  std::filesystem::last_write_time(place / "now-left.xlsx", long_ago);
  EXPECT_EQ(register_jobs::drop_old(desk, 24, clock.at).value(), 0U);
  EXPECT_FALSE(std::filesystem::exists(place / "now-left.xlsx")) << "of a process that died over it";
  EXPECT_TRUE(std::filesystem::exists(place / "now-fresh.xlsx"));
}

TEST_F(RegisterJobs, WhoeverDiedOverOneWithAClockYearsAheadIsTakenForSilent) {
  auto const sheet = register_jobs::take_in(desk, asked(), clock.at).value();
  jobs::Queue const queue{"register_jobs", "heard_ms"};
  Instant const ahead{clock.at.ms + 5LL * 365 * 86'400'000};
  EXPECT_EQ(jobs::take_up(store, queue, ahead).value(), sheet);
  EXPECT_EQ(jobs::take_up(store, queue, ahead).value(), std::nullopt) << "another works on it";
  EXPECT_TRUE(work());
  EXPECT_EQ(job(sheet).state, State::done);
}

TEST_F(RegisterJobs, PrintsOfAKioskAreCountedAsTheyAreListed) {
  auto const prints = [&](registers::Filter const& filter) {
    EXPECT_EQ(registers::count_lines(store, filter).value(), static_cast<std::int64_t>(lines(filter).size()));
  };
  prints({});
  prints({{"440106"}, 2025});
  registers::Filter one{{"440000"}};
  one.kiosk = "K2";
  prints(one);
  one.kiosk.clear();
  one.printed_to = china_date(now);
  prints(one);
}

TEST_F(RegisterJobs, OfOneAccountSoManyWait) {
  for (int year = 2020; year < 2023; ++year) {
    auto one = asked();
    one.filter.year = year;
    ASSERT_TRUE(register_jobs::take_in(desk, one, clock.at));
  }
  auto const fourth = register_jobs::take_in(desk, asked(), clock.at);
  ASSERT_FALSE(fourth);
  EXPECT_THAT(fourth.failure().detail, HasSubstr("3 份名册正在生成"));
  auto other = asked();
  other.account = "yuexiu.hrss";
  EXPECT_TRUE(register_jobs::take_in(desk, other, clock.at));
}

TEST_F(RegisterJobs, WhatIsBrokenOffIsWrittenAnewByTheNext) {
  complete_people_more(1100);
  EXPECT_FALSE(register_jobs::is_short(desk, asked().filter).value());
  auto const id = register_jobs::take_in(desk, asked(), clock.at).value();
  EXPECT_TRUE(register_jobs::work_off_one(desk, clock, [] { return true; }).value());
  EXPECT_EQ(job(id).state, State::waiting);
  EXPECT_TRUE(std::filesystem::is_empty(place)) << "nothing half written";
  EXPECT_TRUE(work());
  EXPECT_EQ(job(id).state, State::done);
  EXPECT_EQ(job(id).done, 1107);
  EXPECT_EQ(job(id).total, 1107);
}

TEST_F(RegisterJobs, AShortOneIsThereAtOnce) {
  EXPECT_TRUE(register_jobs::is_short(desk, asked().filter).value());
  EXPECT_THAT(register_jobs::written_at_once(desk, asked(), now).value(), StartsWith("PK"));
  EXPECT_THAT(register_jobs::written_at_once(desk, asked(Format::pdf), now).value(), StartsWith("%PDF"));
  EXPECT_TRUE(std::filesystem::is_empty(place));
}

}  // namespace
}  // namespace ce::test

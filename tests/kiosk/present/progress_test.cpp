// How a year stands, as a person reads it.
#include <gmock/gmock.h>

#include <set>

#include "kiosk/present/bodies.h"
#include "presented.h"

namespace ce::present {
namespace {

ProgressView progress(protocol::YearProgress year) {
  return std::get<ProgressView>(shown(serving(std::move(year))).body);
}

TEST(Progress, TellsEveryGapInOneSentence) {
  auto const view = progress(year_of_hours(12, 40, 12, 12));
  ASSERT_FALSE(view.missing.empty());
  EXPECT_EQ(view.missing.front(), "还差公需科目 6 学时、专业科目 2 学时、专业科目必修 2 学时");
  EXPECT_EQ(view.verdict.text, "还差 8 学时");
  EXPECT_EQ(view.verdict.tone, Tone::notice);
}

TEST(Progress, SaysWhatToDoNextAndWhere) {
  auto const advice = [](ProgressView const& view) { return view.missing.back(); };
  EXPECT_EQ(advice(progress(year_of_hours(12, 42, 12, 12))),
            "下一步：按 2026 学习指南学习公需科目、专业科目并登记")
      << "the mandatory part is learnt in its subject";
  auto const site = learning_site("http://www.gdsjxjy.com/");
  ASSERT_TRUE(site);
  EXPECT_EQ(site->address, "www.gdsjxjy.com");
  auto const at = [&](protocol::YearProgress year, LearningSite const* named) {
    auto const state = serving(std::move(year));
    return std::get<ProgressView>(present(state, {"", {}, {}, true, named}, words()).body);
  };
  auto const named = at(year_of_hours(12, 42, 14, 12), &*site);
  ASSERT_TRUE(named.learn);
  EXPECT_EQ(named.learn->site.code.dark, site->code.dark);
  EXPECT_FALSE(at(year_of_hours(12, 42, 14, 12), nullptr).learn) << "the hall names none";
  EXPECT_FALSE(at(year_of_hours(18, 42, 14, 12), &*site).learn) << "nothing is missing";
  EXPECT_FALSE(learning_site(""));
  EXPECT_FALSE(learning_site("http://x.cn/" + std::string(100, 'a'))) << "no telephone reads that";
}

TEST(Progress, TheTabsSayWhichYearsAreDone) {
  auto state = serving(year_of_hours(12, 42, 14, 12));
  auto done = year_of_hours(18, 42, 14, 12);
  done.year = 2025;
  state.visitor->years->years.push_back(done);
  auto const view = std::get<ProgressView>(shown(state).body);
  EXPECT_FALSE(view.years.at(0).complete);
  EXPECT_TRUE(view.years.at(1).complete);
}

TEST(Progress, ACompleteYearLacksNothing) {
  auto const view = progress(year_of_hours(18, 42, 14, 12));
  EXPECT_TRUE(view.missing.empty());
  EXPECT_EQ(view.verdict.text, "年度学习任务已完成");
  EXPECT_EQ(view.verdict.tone, Tone::good);
  EXPECT_EQ(view.total_fraction, 1.0F);
}

TEST(Progress, TheMandatoryPartIsToldWhereTheSubjectIsFull) {
  auto const view = progress(year_of_hours(18, 42, 8, 12));
  EXPECT_EQ(view.verdict.text, "还差必修 6 学时");
  EXPECT_EQ(view.subjects.at(1).standing.text, "还差必修 6 学时");
  EXPECT_EQ(view.subjects.at(1).mandatory, "其中必修 8 / 14 学时");
  EXPECT_EQ(view.subjects.at(1).brief, "") << "which may stand beside the mandatory part: it is that one's";
}

TEST(Progress, WhatASubjectLacksIsToldInAWordWhereThereIsNoRoomBesideItsHours) {
  auto const view = progress(year_of_hours(18, 28, 8, 12));
  EXPECT_EQ(view.subjects.at(0).brief, "");
  EXPECT_EQ(view.subjects.at(1).standing.text, "还差 14 学时");
  EXPECT_EQ(view.subjects.at(1).brief, "未完成");
}

TEST(Progress, ASurplusElsewhereDoesNotHideTheGap) {
  auto const view = progress(year_of_hours(10, 60, 14, 12));
  EXPECT_EQ(view.verdict.text, "还差公需科目 8 学时");
}

TEST(Progress, HalfHoursArePrintedExactly) {
  auto year = year_of_hours(0, 42, 14, 12);
  year.public_subject.done = CreditUnits{945};
  auto const view = progress(year);
  EXPECT_EQ(view.subjects.front().done, "10.5");
  EXPECT_EQ(view.subjects.front().standing.text, "还差 7.5 学时");
}

TEST(Progress, EachReviewStateHasItsOwnWords) {
  auto year = year_of_hours(0, 0, 0, 0);
  for (int state = 0; state <= static_cast<int>(credit::ReviewState::approved); ++state) {
    protocol::RecordLine record;
    record.review = static_cast<credit::ReviewState>(state);
    year.records.push_back(record);
  }
  std::set<std::string> seen;
  auto state = serving(year);
  for (int page = 0; page < 3; ++page) {
    state.stage = session::Progress{2026, page};
    auto const view = std::get<ProgressView>(shown(state).body);
    for (auto const& record : view.records) seen.insert(record.review.text);
  }
  EXPECT_EQ(seen.size(), year.records.size());
}

TEST(Progress, APageBeyondTheLastShowsTheLast) {
  auto year = year_of_hours(0, 0, 0, 0);
  year.records.resize(7);
  auto state = serving(year);
  state.stage = session::Progress{2026, 99};
  auto const view = std::get<ProgressView>(shown(state).body);
  EXPECT_EQ(view.paging.label, "第 2 / 2 页");
  EXPECT_EQ(view.records.size(), 3U);
}

TEST(Progress, DaysAreSaidAsPeopleSayThem) {
  auto year = year_of_hours(0, 0, 0, 0);
  year.records.resize(3);
  year.records[0].start = *Date::make(2026, 2, 23);
  year.records[0].end = *Date::make(2026, 3, 27);
  year.records[1].start = year.records[1].end = *Date::make(2026, 6, 18);
  year.records[0].institution = "天河区培训中心";
  year.records[2].start = *Date::make(2025, 12, 30);
  year.records[2].end = *Date::make(2026, 1, 4);
  auto state = serving(year);
  state.stage = session::Progress{2026, 0};
  auto const view = std::get<ProgressView>(shown(state).body);
  EXPECT_THAT(view.records[0].detail, testing::EndsWith("2月23日至3月27日 · 天河区培训中心"))
      << "what may be cut off is the institution, not the day";
  EXPECT_THAT(view.records[1].detail, testing::EndsWith("6月18日"));
  EXPECT_THAT(view.records[2].detail, testing::EndsWith("2025年12月30日至1月4日"));
}

TEST(Progress, PrintingIsOfferedOnlyWhereItCanBeDone) {
  using enum protocol::CertificateState;
  for (auto state : {incomplete, under_review, printable, printed, unresolved, revoked}) {
    auto year = year_of_hours(18, 42, 14, 12);
    year.certificate.state = state;
    auto const view = progress(year);
    EXPECT_EQ(view.print_label.has_value(), state == printable);
    EXPECT_EQ(view.print_hint.empty(), state == printable);
  }
}

TEST(Progress, APersonWithoutThatYearSeesAnEmptyOneAndNoCrash) {
  auto state = serving(year_of_hours(0, 0, 0, 0));
  state.stage = session::Progress{1999, 3};
  auto const view = std::get<ProgressView>(shown(state).body);
  EXPECT_TRUE(view.records.empty());
  EXPECT_EQ(view.year, 1999);
}

}  // namespace
}  // namespace ce::present

#include <gmock/gmock.h>

#include <array>
#include <thread>

#include "central/review/backlog.h"
#include "central/review/fixture.h"

namespace ce::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;

struct Review : ReviewTest {};

TEST_F(Review, AnIndustryAuthorityHasTheProfessionalSubjectOfItsOwnIndustryAlone) {
  ASSERT_TRUE(decide(employer, 1));
  auto health = industry;
  health.industries = {"health", "water"};
  auto none = industry;
  none.industries.clear();
  for (auto const& other : {health, none}) {
    EXPECT_EQ(work_of(other), 0U);
    EXPECT_EQ(review::waiting_for(store, other).value(), 0);
    EXPECT_THAT(refusal(other, 2), StartsWith("record_unknown"));
    EXPECT_FALSE(review::record_file(store, other, record)) << "nor may they read it";
  }
  auto merged = industry;
  merged.industries = {"construction", "water"};
  EXPECT_EQ(work_of(merged), 1U);
  EXPECT_TRUE(review::record_file(store, merged, record));
  auto entry = course("人工智能基础");
  entry.record.subject = credit::Subject::public_subject;
  auto const shared = registration::register_record(store, institution, entry, now).value().record;
  EXPECT_FALSE(review::record_file(store, merged, shared)) << "article 13(2): the professional subject";
}

TEST_F(Review, WhoHasNoIndustryIsSeenByNoAuthorityUntilHrssEntersIt) {
  auto const follow = [&](auto function) {
    ASSERT_TRUE(store.write([&](storage::Database& database) { return function(database, 1); }));
  };
  write("UPDATE employers SET industry = '' WHERE id = 1");
  auto const made = registration::register_record(store, institution, course("桥梁检测"), now).value();
  EXPECT_THAT(made.warnings, Contains(HasSubstr("所属行业")));
  record = made.record;
  ASSERT_TRUE(decide(employer, 1));
  EXPECT_EQ(work_of(industry), 0U);
  EXPECT_EQ(review::waiting_without_industry(store, hrss).value(), 1);
  EXPECT_EQ(review::waiting_without_industry(store, industry).value(), 0);
  write("UPDATE employers SET industry = 'construction' WHERE id = 1");
  follow(store::follow_employer_industry);
  EXPECT_EQ(work_of(industry), 1U);
  write("UPDATE professionals SET industry = 'health' WHERE id = 1");
  follow(store::follow_person_industry);
  EXPECT_EQ(work_of(industry), 0U) << "the person's own comes first";
  auto health = industry;
  health.industries = {"health"};
  ASSERT_TRUE(decide(health, 2));
  write("UPDATE professionals SET industry = '' WHERE id = 1");
  follow(store::follow_person_industry);
  EXPECT_TRUE(review::record_file(store, health, record)) << "what is recognised stays where it was";
}

TEST_F(Review, PassesEmployerAuthorityAndHrssInTurn) {
  EXPECT_EQ(work_of(employer), 1U);
  EXPECT_EQ(work_of(industry), 0U);
  auto const first = decide(employer, 1);
  ASSERT_TRUE(first) << describe(first.failure());
  EXPECT_EQ(first->state, ReviewState::pending_industry);
  EXPECT_EQ(first->version, 2);
  EXPECT_EQ(work_of(employer), 0U);
  EXPECT_EQ(work_of(industry), 1U);
  EXPECT_EQ(decide(industry, 2)->state, ReviewState::pending_hrss);
  EXPECT_EQ(decide(hrss, 3)->state, ReviewState::approved);
  EXPECT_EQ(work_of(hrss), 0U);
  EXPECT_EQ(year(2026).professional.done, CreditUnits::hours(12));
  EXPECT_EQ(count("review_steps"), 3);
}

TEST_F(Review, WhoActsOutOfTurnIsRefused) {
  EXPECT_THAT(refusal(hrss, 1), HasSubstr("尚未轮到"));
  EXPECT_THAT(refusal(institution, 1), HasSubstr("review_refused"));
  auto stranger = employer;
  stranger.unit = 2;
  EXPECT_THAT(refusal(stranger, 1), HasSubstr("record_unknown")) << "other employers' records do not exist";
  auto elsewhere = hrss;
  elsewhere.region = "440305";
  EXPECT_THAT(refusal(elsewhere, 1), HasSubstr("record_unknown"));
  EXPECT_THAT(describe(review::take_step(store, employer, {999, 1, Decision::approve, {}}, now).failure()),
              HasSubstr("record_unknown"));
  EXPECT_EQ(count("review_steps"), 0);
}

TEST_F(Review, TheRecheckIsAtTheLevelOfTheRecognition) {
  ASSERT_TRUE(decide(employer, 1));
  auto city_industry = industry;
  city_industry.level = credit::Level::city;
  city_industry.region = "440100";
  ASSERT_TRUE(decide(city_industry, 2));
  EXPECT_THAT(refusal(hrss, 3), HasSubstr("层级"));
  EXPECT_EQ(work_of(hrss), 0U);
  auto city = hrss;
  city.account = "hrss-city";
  city.level = credit::Level::city;
  city.region = "440100";
  EXPECT_EQ(work_of(city), 1U);
  EXPECT_TRUE(decide(city, 3));
}

TEST_F(Review, NobodyReviewsTheirOwnRecordOrTakesTwoSteps) {
  auto own = employer;
  own.professional = 1;
  EXPECT_THAT(refusal(own, 1), HasSubstr("不能审核本人的记录"));
  EXPECT_EQ(work_of(own), 0U);
  ASSERT_TRUE(decide(employer, 1));
  auto twice = industry;
  twice.account = employer.account;
  EXPECT_THAT(refusal(twice, 2), HasSubstr("同一账号"));
  EXPECT_EQ(work_of(twice), 0U);
}

TEST_F(Review, TheSecondOfTwoReviewersIsToldAndOverwritesNothing) {
  auto colleague = employer;
  colleague.account = "employer-1b";
  ASSERT_TRUE(decide(employer, 1));
  auto const late = decide(colleague, 1, Decision::reject, "资料不全");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.failure().code, FailureCode::record_changed);
  EXPECT_THAT(late.failure().detail, HasSubstr("请刷新"));
  EXPECT_EQ(count("review_steps"), 1);
}

TEST_F(Review, ARepeatedRequestSucceedsOnce) {
  ASSERT_TRUE(decide(employer, 1));
  auto const again = decide(employer, 1);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(count("review_steps"), 1);
  EXPECT_THAT(refusal(employer, 1, Decision::reject, "改主意"), HasSubstr("record_changed"));
}

TEST_F(Review, ManyAtOnceTakeOneStep) {
  std::atomic<int> taken = 0;
  std::atomic<int> told = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      auto clerk = employer;
      clerk.account = "clerk-" + std::to_string(i);
      auto const done = decide(clerk, 1, i % 2 == 0 ? Decision::approve : Decision::reject, "不属实");
      done ? ++taken : ++told;
      EXPECT_TRUE(done || done.failure().code == FailureCode::record_changed);
    });
  }
  threads.clear();
  EXPECT_EQ(taken, 1);
  EXPECT_EQ(told, 7);
  EXPECT_EQ(count("review_steps"), 1);
  EXPECT_EQ(count("learning_records WHERE version = 2"), 1);
}

TEST_F(Review, ApprovedAndRejectedRecordsAreFinal) {
  ASSERT_TRUE(decide(employer, 1, Decision::reject, "未参加学习"));
  EXPECT_THAT(refusal(employer, 2), HasSubstr("已经结束"));
  EXPECT_EQ(year(2026).professional.done, CreditUnits{});
}

TEST_F(Review, ReturningWantsAReason) {
  EXPECT_THAT(refusal(employer, 1, Decision::return_for_correction), HasSubstr("必须写明原因"));
  EXPECT_THAT(refusal(employer, 1, Decision::reject, " 　"), HasSubstr("必须写明原因"));
  EXPECT_THAT(refusal(employer, 1, Decision::reject, std::string(501, 'x')), HasSubstr("超过 500 字"));
  EXPECT_THAT(refusal(employer, 1, Decision::reject, "a\x01"), HasSubstr("不能使用的字符"));
  EXPECT_THAT(refusal(employer, 1, Decision::resubmit, "x"), HasSubstr("input_invalid"));
  EXPECT_EQ(count("review_steps"), 0);
}

TEST_F(Review, ABatchAnswersForEachRecord) {
  auto const second = add("课程乙");
  auto const third = add("课程丙");
  std::vector<review::Judgement> const batch{{record, 1, Decision::approve, {}},
                                             {second, 7, Decision::approve, {}},
                                             {999, 1, Decision::approve, {}},
                                             {third, 1, Decision::return_for_correction, "请补结业证书"},
                                             {third, 2, Decision::approve, {}}};
  auto const done = review::take_steps(store, employer, batch, now);
  ASSERT_TRUE(done);
  ASSERT_EQ(done->size(), 5U);
  EXPECT_TRUE(done->at(0));
  EXPECT_EQ(done->at(1).failure().code, FailureCode::record_changed);
  EXPECT_EQ(done->at(2).failure().code, FailureCode::record_unknown);
  EXPECT_EQ(done->at(3)->state, ReviewState::returned);
  EXPECT_EQ(done->at(4).failure().code, FailureCode::review_refused);
  EXPECT_EQ(count("review_steps"), 2);
  EXPECT_FALSE(review::take_steps(store, employer, std::vector<review::Judgement>(501), now));
}

TEST_F(Review, AWorkListIsPagedByKey) {
  for (int i = 0; i < 6; ++i) add("课程" + std::to_string(i));
  review::WorkFilter filter{.limit = 3};
  std::set<std::int64_t> seen;
  for (;;) {
    auto const page = review::work_list(store, employer, filter).value();
    for (auto const& item : page.items) EXPECT_TRUE(seen.insert(item.record).second);
    // Somebody else decides on what was shown: nothing that follows is skipped.
    if (!page.items.empty()) {
      auto clerk = employer;
      clerk.account = "clerk";
      EXPECT_TRUE(review::take_step(store, clerk, {page.items[0].record, 1, Decision::approve, {}}, now));
    }
    if (!page.after) break;
    filter.after = *page.after;
  }
  EXPECT_EQ(seen.size(), 7U);
  EXPECT_EQ(review::waiting_for(store, employer).value(), 4);
  EXPECT_FALSE(review::work_list(store, employer, {.limit = 0}));
  EXPECT_FALSE(review::work_list(store, industry, {.region = "440300"})) << "a region of others";
  EXPECT_EQ(review::work_list(store, employer, {.subject = credit::Subject::elective}).value().items.size(),
            0U);
  EXPECT_TRUE(review::work_list(store, person).value().items.empty());
}

TEST_F(Review, AListOfManyRegionsIsPagedInTheOrderOfRegistration) {
  std::vector<std::int64_t> wanted;
  // Regions in turn, a retired code, the city itself and one that no list of regions knows among them.
  std::array<std::string, 6> const regions{"440105", "440106", "440184", "440100", "440199", "440300"};
  write("UPDATE learning_records SET review = 'pending_hrss'");
  for (int i = 0; i < 24; ++i) {
    auto const& region = regions.at(static_cast<std::size_t>(i) % regions.size());
    auto const id = add("课程" + std::to_string(i));
    write("UPDATE learning_records SET review = 'pending_hrss', review_region = '" + region +
          "' WHERE id = " + std::to_string(id));
    if (region != "440300") wanted.push_back(id);
  }
  wanted.insert(wanted.begin(), record);
  auto city = hrss;
  city.level = credit::Level::city;
  city.region = "440100";
  for (int const limit : {1, 3, 7, 200}) {
    review::WorkFilter filter{.limit = limit};
    std::vector<std::int64_t> seen;
    for (;;) {
      auto const page = review::work_list(store, city, filter).value();
      for (auto const& item : page.items) seen.push_back(item.record);
      if (!page.after) break;
      filter.after = *page.after;
    }
    EXPECT_EQ(seen, wanted) << "pages of " << limit;
  }
  EXPECT_EQ(review::work_list(store, city, {.region = "440105"}).value().items.size(), 4U);
}

TEST_F(Review, AnItemSaysWhatThereIsToDecideOn) {
  auto const page = review::work_list(store, employer).value();
  auto const& item = page.items.at(0);
  EXPECT_EQ(item.name.reveal(), "陈家明");
  EXPECT_EQ(item.employer, "天河设计院");
  EXPECT_EQ(item.content, "注册建筑师继续教育");
  EXPECT_EQ(item.institution, "广州继续教育基地");
  EXPECT_EQ(item.registrar, credit::Party::institution);
  EXPECT_EQ(item.facts.hours, CreditUnits::hours(12));
  EXPECT_EQ(item.version, 1);
}

}  // namespace
}  // namespace ce::test

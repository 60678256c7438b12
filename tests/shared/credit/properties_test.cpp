#include <gmock/gmock.h>

#include <algorithm>

#include "shared/credit/judge.h"
#include "shared/credit/naive.h"
#include "shared/credit/random_people.h"

namespace ce::credit {
namespace {

using testing::pack_2010;
using testing::RandomPeople;

constexpr int people_year = 2011;

naive::Outcome outcome_of(Verdict const& verdict) {
  naive::Outcome outcome{verdict.public_subject.done.count,
                         verdict.professional.done.count,
                         verdict.professional_mandatory.done.count,
                         verdict.achievement_credit.count,
                         verdict.elective.done.count,
                         {}};
  for (Reason reason : verdict.reasons) outcome.reasons.insert(std::string{code_of(reason)});
  return outcome;
}

TEST(Judging, AgreesWithTheNaiveEvaluatorOnAHundredThousandPeople) {
  RandomPeople people{20110101};
  int complete = 0;
  for (int i = 0; i < 100'000; ++i) {
    RulePack const pack = people.turned(pack_2010());
    auto const guide = people.guide();
    auto const records = people.records(people_year);
    Verdict const verdict = judge(records, pack, guide, people_year);
    ASSERT_EQ(outcome_of(verdict), naive::evaluate(records, pack, guide, people_year)) << "person " << i;
    complete += verdict.complete ? 1 : 0;
  }
  // The people drawn must not all be of one sort.
  EXPECT_GT(complete, 5'000);
  EXPECT_LT(complete, 95'000);
}

TEST(Judging, NeverLowersATotalForOneMoreRecognisedRecord) {
  RandomPeople people{7};
  for (int i = 0; i < 20'000; ++i) {
    RulePack const pack = people.turned(pack_2010());
    auto const guide = people.guide();
    auto records = people.records(people_year);
    Verdict const before = judge(records, pack, guide, people_year);
    records.push_back(people.sound_record(people_year));
    Verdict const after = judge(records, pack, guide, people_year);
    ASSERT_GE(after.public_subject.done, before.public_subject.done) << "person " << i;
    ASSERT_GE(after.professional.done, before.professional.done) << "person " << i;
    ASSERT_GE(after.professional_mandatory.done, before.professional_mandatory.done) << "person " << i;
    ASSERT_GE(after.elective.done, before.elective.done) << "person " << i;
    ASSERT_GE(after.total.done, before.total.done) << "person " << i;
    ASSERT_TRUE(after.complete || !before.complete) << "person " << i;
  }
}

TEST(Judging, DoesNotDependOnTheOrder) {
  RandomPeople people{8};
  for (int i = 0; i < 20'000; ++i) {
    RulePack pack = people.turned(pack_2010());
    pack.switches.carry_over = people.once_in(2);
    auto const guide = people.guide();
    auto records = people.records(people_year);
    Verdict const one = judge(records, pack, guide, people_year);
    for (std::size_t at = records.size(); at > 1; --at) {
      std::swap(records[at - 1], records[static_cast<std::size_t>(people.below(static_cast<int>(at)))]);
    }
    Verdict const other = judge(records, pack, guide, people_year);
    ASSERT_EQ(outcome_of(one), outcome_of(other)) << "person " << i;
    ASSERT_EQ(one.notes, other.notes) << "person " << i;
  }
}

TEST(Judging, SumsTheSameForASplitRecord) {
  RandomPeople people{9};
  for (int i = 0; i < 20'000; ++i) {
    RulePack const pack = people.turned(pack_2010());
    auto const guide = people.guide();
    auto records = people.records(people_year);
    Record whole = people.sound_record(people_year);
    if (whole.activity == Activity::lecture) whole.activity = Activity::practice;  // lectures count by days
    whole.half_days.reset();
    whole.minutes.reset();
    whole.hours = CreditUnits{people.below(3600)};
    Record part = whole;
    Record rest = whole;
    part.hours = CreditUnits{people.below(static_cast<int>(whole.hours->count) + 1)};
    rest.hours = *whole.hours - *part.hours;
    records.push_back(whole);
    naive::Outcome const together = outcome_of(judge(records, pack, guide, people_year));
    records.back() = part;
    records.push_back(rest);
    if (whole.activity == Activity::achievement || whole.activity == Activity::degree) continue;
    ASSERT_EQ(together, outcome_of(judge(records, pack, guide, people_year))) << "person " << i;
  }
}

TEST(Judging, TellsWhatEachRecordCounted) {
  RandomPeople people{10};
  for (int i = 0; i < 20'000; ++i) {
    RulePack const pack = people.turned(pack_2010());
    auto const guide = people.guide();
    auto const records = people.records(people_year);
    Verdict const verdict = judge(records, pack, guide, people_year);
    ASSERT_EQ(verdict.counted.size(), records.size());
    CreditUnits sum;
    for (Counted const& counted : verdict.counted) sum += counted.units;
    ASSERT_EQ(sum, verdict.total.done) << "person " << i;
  }
}

TEST(Judging, GivesTheSameIntoUsedMemory) {
  RandomPeople people{11};
  Verdict used;
  for (int i = 0; i < 5'000; ++i) {
    RulePack const pack = people.turned(pack_2010());
    auto const guide = people.guide();
    auto const records = people.records(people_year);
    judge_into(used, records, pack, guide, people_year);
    Verdict const fresh = judge(records, pack, guide, people_year);
    ASSERT_EQ(outcome_of(used), outcome_of(fresh));
    ASSERT_EQ(used.notes, fresh.notes);
    ASSERT_EQ(used.counted.size(), fresh.counted.size());
    for (std::size_t at = 0; at < fresh.counted.size(); ++at) {
      ASSERT_EQ(used.counted[at].units, fresh.counted[at].units);
      ASSERT_EQ(used.counted[at].notes, fresh.counted[at].notes);
    }
  }
}

}  // namespace
}  // namespace ce::credit

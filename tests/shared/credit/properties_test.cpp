#include <gmock/gmock.h>

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

// Every pack of the product, every switch at random, carry_over, missing guides and stacking among them.
TEST(Judging, AgreesWithTheNaiveEvaluatorOnAHundredThousandPeople) {
  RandomPeople people{20110101};
  auto const& packs = testing::own_packs();
  int complete = 0;
  int moved_by_carry_over = 0;
  Verdict verdict;
  for (int i = 0; i < 100'000; ++i) {
    RulePack pack = people.turned(packs[static_cast<std::size_t>(people.below(3))]);
    int const year = pack.to_year - people.below(pack.to_year - pack.from_year + 1);
    auto const guide = people.guide();
    auto const records = people.records(year);
    judge_into(verdict, records, pack, guide, year);
    ASSERT_EQ(outcome_of(verdict), naive::evaluate(records, pack, guide, year)) << "person " << i;
    complete += verdict.complete ? 1 : 0;
    if (!pack.switches.carry_over) continue;
    auto const total = verdict.total.done;
    pack.switches.carry_over = false;
    judge_into(verdict, records, pack, guide, year);
    moved_by_carry_over += verdict.total.done != total ? 1 : 0;
  }
  // The people drawn must not all be of one sort.
  EXPECT_GT(complete, 5'000);
  EXPECT_LT(complete, 95'000);
  EXPECT_GT(moved_by_carry_over, 500);
}

TEST(Judging, TellsWhatEachRecordCounted) {
  RandomPeople people{10};
  for (int i = 0; i < 20'000; ++i) {
    RulePack pack = people.turned(pack_2010());
    pack.switches.carry_over = false;  // what comes from last year is no record of this one
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

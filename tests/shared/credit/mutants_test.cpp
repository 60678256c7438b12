#include <gmock/gmock.h>

#include "shared/credit/corpus.h"
#include "shared/credit/judge.h"
#include "shared/credit/naive.h"
#include "shared/credit/random_people.h"
#include "shared/credit/switches.h"

// Every figure moved by one unit and every switch turned must change a verdict of somebody in the corpus: a
// mutant that nobody notices would be a rule that no test holds.
namespace ce::credit {
namespace {

using testing::EdgePerson;

int year_of(RulePack const& pack) {
  return pack.from_year + 1 <= pack.to_year ? pack.from_year + 1 : pack.from_year;
}

// What a person is told: whether it is complete, why not, and what was done; not the figures asked for, in
// which a moved one would show by itself.
struct Told {
  bool complete = false;
  EnumSet<Reason> reasons;
  std::vector<std::int64_t> done;
  bool operator==(Told const&) const = default;
};

Told told(EdgePerson const& person, RulePack const& pack) {
  auto const verdict = judge(person.records, pack, person.guide, year_of(pack));
  return {verdict.complete,
          verdict.reasons,
          {verdict.public_subject.done.count, verdict.professional.done.count,
           verdict.professional_mandatory.done.count, verdict.elective.done.count, verdict.total.done.count,
           verdict.achievement_credit.count}};
}

// The numbers and chains that a pack gives, for the switches which verdicts do not read.
std::vector<std::string> issued(RulePack const& pack) {
  auto const& numbering = pack.switches.numbering;
  certificate::Number const last{"440106", 2011, 7};
  std::vector<std::string> given{
      certificate::next_number(last, "440106", 2012, 2013, numbering)->text(),
      certificate::next_number(std::nullopt, "440000", 2012, 2012, numbering)->text(),
      certificate::next_number(std::nullopt, "441900", 2012, 2012, numbering)->text(),
      std::to_string(static_cast<int>(pack.switches.seal_mode))};
  for (Party const party : pack.chain_of(Subject::elective, Route::hosted)) {
    given.emplace_back(code_of(party));
  }
  return given;
}

bool is_noticed(RulePack const& mutant, RulePack const& pack) {
  if (issued(mutant) != issued(pack)) return true;
  for (EdgePerson const& person : testing::edge_people(pack, year_of(pack))) {
    if (told(person, mutant) != told(person, pack)) return true;
  }
  return false;
}

struct Figure {
  char const* name;
  CreditUnits RulePack::*figure;
};

constexpr auto pack_figures = std::to_array<Figure>({{"public", &RulePack::public_required},
                                                     {"professional", &RulePack::professional_required},
                                                     {"elective", &RulePack::elective_required},
                                                     {"total", &RulePack::total_required},
                                                     {"day", &RulePack::day},
                                                     {"professional_mandatory", &RulePack::mandatory_min}});

TEST(Mutants, OfEveryFigureAreNoticed) {
  for (RulePack const& pack : testing::own_packs()) {
    for (Figure const& figure : pack_figures) {
      for (std::int64_t const step : {-1, 1}) {
        RulePack mutant = pack;
        (mutant.*figure.figure).count += step;
        if ((mutant.*figure.figure).count < 0) continue;
        EXPECT_TRUE(is_noticed(mutant, pack)) << pack.id << ' ' << figure.name << ' ' << step;
      }
    }
  }
}

TEST(Mutants, OfEveryGuideAreNoticed) {
  for (RulePack const& pack : testing::own_packs()) {
    CreditUnits const guide = CreditUnits::hours(20);
    std::vector<Record> const nothing_but_mandatory = [&] {
      Record record;
      record.subject = Subject::professional;
      record.mandatory = true;
      record.hours = guide;
      return std::vector{record};
    }();
    auto const told_by = [&](CreditUnits mandatory) {
      return judge(nothing_but_mandatory, pack, StudyGuide{mandatory}, year_of(pack)).reasons;
    };
    EXPECT_NE(told_by(guide), told_by(guide + CreditUnits{1})) << pack.id;
    EXPECT_EQ(told_by(guide), told_by(guide - CreditUnits{1})) << pack.id;
  }
}

TEST(Mutants, OfEverySwitchAreNoticed) {
  for (RulePack const& pack : testing::own_packs()) {
    for (auto const& setting : settings_of(pack.switches)) {
      for (std::string_view const value : values_of(setting.name)) {
        if (value == setting.value) continue;
        RulePack mutant = pack;
        ASSERT_TRUE(set_switch(mutant.switches, setting.name, value));
        EXPECT_TRUE(is_noticed(mutant, pack)) << pack.id << ' ' << setting.name << " = " << value;
      }
    }
    RulePack mutant = pack;
    ASSERT_TRUE(set_switch(mutant.switches, "provincial_digits", "9900"));
    EXPECT_TRUE(is_noticed(mutant, pack));
  }
}

// The corpus itself is judged as the naive evaluator judges it.
TEST(Corpus, AgreesWithTheNaiveEvaluator) {
  for (RulePack const& pack : testing::own_packs()) {
    for (EdgePerson const& person : testing::edge_people(pack, year_of(pack))) {
      auto const verdict = judge(person.records, pack, person.guide, year_of(pack));
      auto const naive = naive::evaluate(person.records, pack, person.guide, year_of(pack));
      EXPECT_EQ(verdict.total.done.count, naive.public_subject + naive.professional + naive.elective)
          << pack.id << ": " << person.name;
      EXPECT_EQ(verdict.complete, naive.reasons.empty()) << pack.id << ": " << person.name;
    }
  }
}

}  // namespace
}  // namespace ce::credit

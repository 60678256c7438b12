// Whatever is pressed and answered in whatever order, these hold.
#include <random>

#include "visit.h"

namespace ce::session {
namespace {

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  FailureCode code() {
    return all_failure_codes.at(static_cast<std::size_t>(below(all_failure_codes.size())));
  }
  int year() { return 2020 + below(8); }

  // Every kind of event; those that lead into the visit more often, so that the walk gets somewhere.
  Event event() {
    switch (below(40)) {
      case 0:
        return UseIdNumber{};
      case 1:
        return VerifyCertificate{};
      case 2:
        return Key{"0123456789Xa"[below(12)]};
      case 3:
        return Erase{};
      case 4:
        return Clear{};
      case 5:
        return Confirm{};
      case 6:
        return ShowYear{year()};
      case 7:
        return ShowCertificates{};
      case 8:
        return TurnPage{below(3) - 1};
      case 9:
      case 10:
        return ChoosePrint{2025};
      case 11:
        return ChoosePrint{year()};
      case 12:
      case 13:
        return Print{};
      case 14:
        return PaperTaken{};
      case 15:
        return Back{};
      case 16:
        return Exit{};
      case 17:
        return Stay{};
      case 18:
      case 19:
        return Retry{};
      case 20:
        return ToggleElder{};
      case 21:
        return ToggleContrast{};
      case 22:
        return CardFound{};
      case 23:
      case 24:
        return CardRead{cardholder()};
      case 25:
        return CardRefused{code()};
      case 26:
        return CardLifted{};
      case 27:
      case 28:
      case 29:
        return PersonFound{some_years(), below(2) == 0};
      case 30:
        return PersonNotFound{code()};
      case 31:
        return PrintAdvanced{2021 + below(6), static_cast<PrintStage>(below(5)), {}};
      case 32:
        return PrintEnded{2021 + below(6), static_cast<protocol::PrintOutcome>(below(4)), code()};
      case 33:
        return below(2) == 0 ? Event{Verified{}} : Event{VerifyFailed{code()}};
      case 34:
        return SurroundingsChanged{{below(2) == 0, below(2) == 0, {}, 0, {}}};
      case 35:
        return ShowPanel{below(2) == 0};
      case 36:
        return ChooseLanguage{static_cast<Language>(below(2))};
      case 37:
        return UseKeys{};
      default:
        return TimePassed{};
    }
  }

 private:
  std::mt19937 random_;
};

void expect_consistent(Visit const& visit) {
  auto const& state = visit.state;
  if (visit.at<Home>() || visit.at<TakeCard>()) {
    ASSERT_FALSE(state.visitor);
    ASSERT_FALSE(state.countdown);
  }
  bool const shows_person = visit.at<Progress>() || visit.at<Certificates>() || visit.at<PrintPreview>() ||
                            visit.at<Printing>() || visit.at<TakePaper>();
  if (shows_person) {
    ASSERT_TRUE(state.visitor && state.visitor->years);
  }
  if (visit.at<Searching>()) {
    ASSERT_TRUE(state.visitor);
  }
  if (accepts_card(state)) {
    ASSERT_FALSE(state.visitor);
  }
  // There is always a way on: a key, a deadline, or nobody there.
  if (!visit.at<Home>()) {
    ASSERT_TRUE(next_deadline(state, visit.now));
  }
}

class RandomWalk : public testing::TestWithParam<unsigned> {};

TEST_P(RandomWalk, KeepsEveryPromise) {
  Chance chance{GetParam()};
  Visit visit;
  std::vector<int> seen(std::variant_size_v<Stage>);
  bool print_allowed = false;  // the walk stands on a preview whose key was not pressed yet
  for (int i = 0; i < 100'000; ++i) {
    visit.now += std::chrono::milliseconds{chance.below(8) == 0 ? chance.below(40'000) : chance.below(500)};
    // Chance alone never types a whole number.
    if (visit.at<VerifyEntry>() && chance.below(4) == 0) visit.keys("44010625000001").when(Confirm{});
    auto const before = visit.state;
    bool const was_preview = visit.at<PrintPreview>();
    if (was_preview) print_allowed = true;
    // A third of the answers come from visits gone by.
    if (chance.below(3) == 0) {
      visit.late(before.visit - static_cast<VisitId>(before.visit > 0), chance.event());
      if (before.visit > 0) {
        ASSERT_EQ(visit.state.stage.index(), before.stage.index());
        ASSERT_EQ(visit.state.visit, before.visit);
        ASSERT_TRUE(visit.effects.empty());
      }
    } else {
      visit.when(chance.event());
    }
    ++seen[visit.state.stage.index()];
    if (visit.asked<PrintCertificate>() > 0) {
      ASSERT_TRUE(was_preview && print_allowed);
      ASSERT_EQ(visit.asked<PrintCertificate>(), 1);
      ASSERT_TRUE(visit.at<Printing>());
      print_allowed = false;
    }
    // A person goes only together with the wipe, or back to the entry of the password.
    bool const gone = before.visitor && !visit.state.visitor;
    ASSERT_EQ(visit.state.visit != before.visit, visit.asked<EndVisit>() == 1);
    if (gone && visit.state.visit == before.visit) {
      ASSERT_FALSE(before.visitor->with_card);
      ASSERT_TRUE(visit.at<NumberEntry>() || visit.at<Fault>());
    }
    ASSERT_NO_FATAL_FAILURE(expect_consistent(visit)) << "event " << i;
  }
  for (std::size_t stage = 0; stage < seen.size(); ++stage) EXPECT_GT(seen[stage], 0) << stage;
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWalk, testing::Values(1U, 20101201U, 4401U));

}  // namespace
}  // namespace ce::session

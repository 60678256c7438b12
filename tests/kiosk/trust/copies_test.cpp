#include "kiosk/identity/beat_counter.h"
#include "support/files.h"
#include "trust_room.h"

namespace ce::test {
namespace {

using fleet::Heard;
using protocol::Beat;
using testing::Contains;
using testing::HasSubstr;

TEST(Copies, TheNumberTellsOneMachineFromTwo) {
  auto const run = EntryId::make();
  auto const other = EntryId::make();
  EXPECT_EQ(fleet::heard({}, {}), Heard::nothing);
  EXPECT_EQ(fleet::heard({}, Beat{run, 7}), Heard::next);
  EXPECT_EQ(fleet::heard(Beat{run, 7}, Beat{run, 8}), Heard::next);
  EXPECT_EQ(fleet::heard(Beat{run, 7}, Beat{other, 8}), Heard::next) << "it was started anew";
  EXPECT_EQ(fleet::heard(Beat{run, 7}, Beat{run, 7}), Heard::again) << "nginx sent it twice";
  EXPECT_EQ(fleet::heard(Beat{run, 7}, Beat{run, 5}), Heard::again) << "overtaken on its way";
  EXPECT_EQ(fleet::heard(Beat{run, 7}, Beat{other, 7}), Heard::behind);
  EXPECT_EQ(fleet::heard(Beat{run, 7}, {}), Heard::behind) << "it stopped counting";
}

TEST(Copies, NumbersGoOnOverRestarts) {
  TempDirectory const directory;
  auto const logger = log::Logger::to_stderr();
  kiosk_identity::BeatCounter first{directory / "beat", logger};
  EXPECT_EQ(first.next().number, 1);
  // What central did not hear is told again: without network an old disk does not count past the one it was
  // taken from.
  EXPECT_EQ(first.next().number, 1);
  first.heard();
  EXPECT_EQ(first.next().number, 2);
  kiosk_identity::BeatCounter second{directory / "beat", logger};
  auto const next = second.next();
  EXPECT_EQ(next.number, 3);
  EXPECT_NE(next.run, first.next().run);
  // A disk that takes nothing does not make a copy of the kiosk.
  kiosk_identity::BeatCounter blind{directory / "missing" / "beat", logger};
  EXPECT_EQ(blind.next().number, 1);
  blind.heard();
  EXPECT_EQ(blind.next().number, 2);
}

/// One heartbeat; what is heard is not told again.
Result<void> told(ports::Central& line, kiosk_identity::BeatCounter& beats) {
  CE_CHECK(line.report(health(beats.next())));
  beats.heard();
  return {};
}

struct TwoMachines : TrustRoom {
  TwoMachines() {
    enrol(machine);
    beats = std::make_unique<kiosk_identity::BeatCounter>(machine.directory / "beat", logger);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(told(*line(machine), *beats));
    std::filesystem::copy(machine.directory.path(), copy.directory.path(),
                          std::filesystem::copy_options::recursive);
    copied = std::make_unique<kiosk_identity::BeatCounter>(copy.directory / "beat", logger);
  }
  log::Logger logger = log::Logger::to_stderr();
  Machine machine, copy;
  std::unique_ptr<kiosk_identity::BeatCounter> beats, copied;
};

TEST_F(TwoMachines, ACopyIsNoticedAndTheKioskCutOffUntilSomebodyLooked) {
  // The copy goes on from where it was taken, and is let in; the other one then tells a number of before.
  ASSERT_TRUE(told(*line(copy), *copied));
  auto const open = line(machine);
  auto const noticed = told(*open, *beats);
  ASSERT_FALSE(noticed);
  EXPECT_EQ(noticed.failure().code, FailureCode::central_refused);
  EXPECT_THAT(noticed.failure().detail, HasSubstr("有另一台机器使用本机的身份"));
  // Neither is served now, whatever it asks.
  EXPECT_FALSE(told(*line(copy), *copied));
  EXPECT_FALSE(open->find_person({SecretText{tests::person_id}, protocol::ByCard{}}));
  EXPECT_FALSE(open->renew({"x"}));
  auto const seen = store.kiosks().value();
  EXPECT_TRUE(
      std::any_of(seen.begin(), seen.end(), [](auto const& line) { return line.cut_off.has_value(); }));
  EXPECT_THAT(chain(), Contains("kiosk_cut_off").Times(1));

  // Let in by somebody who did not look: the second machine is noticed again.
  ASSERT_TRUE(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::restored, now()));
  ASSERT_TRUE(told(*open, *beats));
  for (int i = 0; i < 4 && told(*line(copy), *copied); ++i) {
    if (!told(*open, *beats)) break;
  }
  EXPECT_THAT(chain(), Contains("kiosk_cut_off").Times(2));

  // Stolen: nobody has that identity any more. The one that stays is enrolled again, and counts on.
  ASSERT_TRUE(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::stolen, now()));
  EXPECT_FALSE(told(*line(copy), *copied));
  enrol(machine);
  EXPECT_TRUE(told(*line(machine), *beats));
  EXPECT_THAT(told(*line(copy), *copied).failure().detail, HasSubstr("HTTP 401"));
  EXPECT_TRUE(told(*line(machine), *beats)) << "who is refused counts for nothing";
}

TEST_F(TwoMachines, ADiskThatWasPutBackServesOnWhenSomebodySaysSo) {
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(told(*line(machine), *beats));
  // The machine is switched off, and the old copy of its disk put in.
  EXPECT_FALSE(told(*line(copy), *copied));
  ASSERT_TRUE(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::restored, now()));
  EXPECT_TRUE(told(*line(copy), *copied));
  EXPECT_EQ(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::restored, now()).failure().code,
            FailureCode::record_unknown);
}

}  // namespace
}  // namespace ce::test

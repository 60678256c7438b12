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
  EXPECT_EQ(first.next().number, 2);
  kiosk_identity::BeatCounter second{directory / "beat", logger};
  auto const next = second.next();
  EXPECT_EQ(next.number, 3);
  EXPECT_NE(next.run, first.next().run);
  // A disk that takes nothing does not make a copy of the kiosk.
  kiosk_identity::BeatCounter blind{directory / "missing" / "beat", logger};
  EXPECT_EQ(blind.next().number, 1);
  EXPECT_EQ(blind.next().number, 2);
}

struct TwoMachines : TrustRoom {
  TwoMachines() {
    enrol(machine);
    beats = std::make_unique<kiosk_identity::BeatCounter>(machine.directory / "beat", logger);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(line(machine)->report(health(beats->next())));
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
  ASSERT_TRUE(line(copy)->report(health(copied->next())));
  auto const open = line(machine);
  auto const noticed = open->report(health(beats->next()));
  ASSERT_FALSE(noticed);
  EXPECT_EQ(noticed.failure().code, FailureCode::central_refused);
  EXPECT_THAT(noticed.failure().detail, HasSubstr("有另一台机器使用本机的身份"));
  // Neither is served now, whatever it asks.
  EXPECT_FALSE(line(copy)->report(health(copied->next())));
  EXPECT_FALSE(open->find_person({SecretText{tests::person_id}, protocol::ByCard{}}));
  EXPECT_FALSE(open->renew({"x"}));
  auto const seen = store.kiosks().value();
  EXPECT_TRUE(
      std::any_of(seen.begin(), seen.end(), [](auto const& line) { return line.cut_off.has_value(); }));
  EXPECT_THAT(chain(), Contains("kiosk_cut_off").Times(1));

  // Let in by somebody who did not look: the second machine is noticed again.
  ASSERT_TRUE(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::restored, now()));
  ASSERT_TRUE(open->report(health(beats->next())));
  for (int i = 0; i < 4 && line(copy)->report(health(copied->next())); ++i) {
    if (!open->report(health(beats->next()))) break;
  }
  EXPECT_THAT(chain(), Contains("kiosk_cut_off").Times(2));

  // Stolen: nobody has that identity any more. The one that stays is enrolled again, and counts on.
  ASSERT_TRUE(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::stolen, now()));
  EXPECT_FALSE(line(copy)->report(health(copied->next())));
  enrol(machine);
  EXPECT_TRUE(line(machine)->report(health(beats->next())));
  EXPECT_THAT(line(copy)->report(health(copied->next())).failure().detail, HasSubstr("HTTP 401"));
  EXPECT_TRUE(line(machine)->report(health(beats->next()))) << "who is refused counts for nothing";
}

TEST_F(TwoMachines, ADiskThatWasPutBackServesOnWhenSomebodySaysSo) {
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(line(machine)->report(health(beats->next())));
  // The machine is switched off, and the old copy of its disk put in.
  EXPECT_FALSE(line(copy)->report(health(copied->next())));
  ASSERT_TRUE(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::restored, now()));
  EXPECT_TRUE(line(copy)->report(health(copied->next())));
  EXPECT_EQ(fleet::answer_alarm(store, by, tests::kiosk_id, fleet::Finding::restored, now()).failure().code,
            FailureCode::record_unknown);
}

}  // namespace
}  // namespace ce::test

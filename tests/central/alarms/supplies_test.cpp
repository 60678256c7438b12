// What runs low is an alarm while it still prints.
#include <gmock/gmock.h>

#include "central/alarms/alarm.h"

namespace ce::test {
namespace {

using alarms::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

struct RunningLow : testing::Test {
  Instant const now{1'780'275'600'000};
  store::KioskLine line;
  alarms::Opening always;

  RunningLow() {
    line.last_seen = now;
    line.health = {"1.4.2", 60, true, true, "", 0, 0};
  }
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> words;
    for (auto const& one : alarms::troubles_of({.line = line, .opening = always}, {}, now))
      words.push_back(std::string{alarms::word_of(one.kind)} + ": " + one.detail);
    return words;
  }
};

TEST_F(RunningLow, IsToldOnceItIs) {
  EXPECT_THAT(told(), IsEmpty()) << "a kiosk of before tells nothing";
  line.health.supplies = protocol::Supplies{64, false, false, 212, false};
  EXPECT_THAT(told(), IsEmpty());
  line.health.supplies = protocol::Supplies{7, true, true, 40, true};
  EXPECT_THAT(told(), ElementsAre("toner_low: 还剩 7%，仍可打印，请备好墨粉盒",
                                  "paper_low: 纸盒里的纸不多，请准备加纸",
                                  "blanks_low: 还剩 40 个号码，请送去新的证书纸"));
  line.health.supplies = protocol::Supplies{.toner_low = true};
  EXPECT_THAT(told(), ElementsAre("toner_low: 仍可打印，请备好墨粉盒"));
}

TEST_F(RunningLow, IsNotToldBesideWhatIsOut) {
  line.health.supplies = protocol::Supplies{0, true, true, 40, true};
  line.health.printer_ok = false;
  line.health.printer_problem = "printer_out_of_toner";
  EXPECT_THAT(told(), ElementsAre("toner: 打印机缺墨粉", "paper_low: 纸盒里的纸不多，请准备加纸",
                                  "blanks_low: 还剩 40 个号码，请送去新的证书纸"));
  line.health.printer_problem = "printer_out_of_paper";
  EXPECT_THAT(told(), ElementsAre("paper: 打印机缺纸", "toner_low: 还剩 0%，仍可打印，请备好墨粉盒",
                                  "blanks_low: 还剩 40 个号码，请送去新的证书纸"));
  line.revoked = true;
  EXPECT_THAT(told(), IsEmpty()) << "the machine is scrapped";
}

}  // namespace
}  // namespace ce::test

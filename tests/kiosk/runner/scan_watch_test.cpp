// A scanner on a serial line: the real driver on a pty, and the codes that its thread keeps.
#include "kiosk/runner/scan_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "kiosk/drivers/scanner/serial_scanner.h"
#include "kiosk/scanning/scan_line.h"
#include "support/pty.h"
#include "support/temp_directory.h"

namespace ce::runner {
namespace {

using testing::ElementsAre;

constexpr std::chrono::seconds scan_patience{20};  // a hang ends the test; nothing takes that long

struct SerialScan : testing::Test {
  test::TempDirectory directory;
  test::Pty line{directory / "ttyACM0"};
  drivers::SerialScanner scanner{{{directory / "ttyACM*"}, 115200}};
  log::Logger const logger = log::Logger::to_stderr(log::Level::error);
  ScanWatch watch{scanner, logger, [] {}};

  /// Opened before anything is said: what came in earlier would be thrown away.
  void begin() {
    ASSERT_TRUE(scanner.find());
    watch.start();
  }
  std::vector<std::string> next() {
    auto const end = std::chrono::steady_clock::now() + scan_patience;
    while (std::chrono::steady_clock::now() < end) {
      if (auto codes = watch.take(); !codes.empty()) return codes;
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return {};
  }
  /// Until it is heard: a device that was just plugged in is looked for every second.
  std::vector<std::string> say_until_heard(std::string const& code) {
    auto const end = std::chrono::steady_clock::now() + scan_patience;
    while (std::chrono::steady_clock::now() < end) {
      line.say(code + "\r");
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
      if (auto codes = watch.take(); !codes.empty()) return codes;
    }
    return {};
  }
};

TEST_F(SerialScan, ACodeIsKeptUntilItIsTaken) {
  begin();
  line.say("44010625000001\r\n");
  EXPECT_THAT(next(), ElementsAre("44010625000001"));
}

TEST_F(SerialScan, OfAMegabyteOfCodesEightAreKept) {
  begin();
  std::string flood;
  while (flood.size() < (1U << 20U)) flood += "44010625000001\r";
  ASSERT_TRUE(line.say(flood));
  // Whatever was sent last is read last: after it the flood is over, and nobody took anything of it.
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  EXPECT_EQ(next().size(), scanning::most_waiting);
  EXPECT_EQ(say_until_heard("AEUA").back(), "AEUA");
}

TEST_F(SerialScan, UnpluggedInMidCodeAndBackUnderAnotherName) {
  begin();
  line.say("half of a co");
  line.unplug();
  line.plug(directory / "ttyACM7");
  auto const heard = say_until_heard("AEUA");
  ASSERT_FALSE(heard.empty());
  EXPECT_EQ(heard.front(), "AEUA");
}

TEST_F(SerialScan, AbsentAndInUseAreToldApart) {
  drivers::SerialScanner second{{{directory / "ttyACM*"}, 9600}};
  ASSERT_TRUE(scanner.find());
  EXPECT_EQ(second.find().failure().code, FailureCode::reader_fault);
  line.unplug();
  EXPECT_EQ(second.find().failure().code, FailureCode::reader_absent);
  drivers::SerialScanner third{{{directory / "none"}, 9600}};
  EXPECT_NE(third.find().failure().detail.find("none"), std::string::npos);
}

TEST_F(SerialScan, IsLentToWhoTriesItAndTakenUpAgain) {
  begin();
  drivers::SerialScanner other{{{directory / "ttyACM*"}, 9600}};
  EXPECT_FALSE(other.find()) << "visitors' watch has it";
  ASSERT_TRUE(watch.lending().borrow(scan_patience));
  ASSERT_TRUE(other.find());
  line.say("AEUA\r");
  EXPECT_EQ(other.read(std::chrono::steady_clock::now() + scan_patience)->reveal(), "AEUA\r");
  other.let_go();
  watch.lending().give_back();
  EXPECT_EQ(say_until_heard("44010625000001").front(), "44010625000001");
}

TEST_F(SerialScan, WhatCameBeforeItWasOpenedIsNotRead) {
  line.say("AEUA\r");
  begin();
  line.say("44010625000001\r");
  EXPECT_EQ(next().back(), "44010625000001");
}

}  // namespace
}  // namespace ce::runner

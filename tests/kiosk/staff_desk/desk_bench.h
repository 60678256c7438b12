#pragma once

// The desk with a real ledger and a real IPP printer.
#include "kiosk/staff_desk/staff_desk.h"

#include "kiosk/drivers/printer/printer_bench.h"
#include "kiosk/journal/ledger_room.h"

namespace ce::staff_desk {

namespace area = staff_area;

class StaffDeskTest : public drivers::PrinterBench {
 protected:
  test::LedgerRoom ledger_;
  SystemClock clock_;
  journal::Journal journal_ = ledger_.open();
  drivers::IppPrinter printer_ = make_printer(std::chrono::seconds{2});
  present::Words words_ =
      present::Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml")).value();
  printers::OffsetBook offsets_{ledger_.directory / "offsets", "ipp://test"};
  settings::Settings settings_;
  std::filesystem::path mounts_ = "/proc/self/mountinfo";
  int noted_ = 0;
  std::optional<StaffDesk> desk_;

  void SetUp() override {
    if (settings_.staff.power_off.front() == "systemctl") settings_.staff.power_off = {"true"};
    ASSERT_TRUE(staff::PinFile{ledger_.directory.path()}.set(SecretText{"271828"}));
    DeskParts parts;
    parts.work = {&journal_,
                  &printer_,
                  &words_,
                  &clock_,
                  nullptr,
                  &offsets_,
                  50,
                  [](ports::PrinterStatus const&) { return Result<void>{}; },
                  ledger_.directory.path()};
    parts.machine = &clock_;
    parts.logger = &ledger_.logger;
    parts.settings = &settings_;
    parts.version = "1.2.3";
    parts.around = [] {
      session::Surroundings around;
      around.central_online = true;
      return around;
    };
    parts.since_central = [] { return std::optional{std::chrono::seconds{4}}; };
    parts.noted = [this] { ++noted_; };
    parts.mounts = mounts_;
    desk_.emplace(std::move(parts), [] {});
    desk_->start();
  }

  /// What the desk answers to that, given as `A`.
  template <class A>
  A answer(area::Effect effect) {
    desk_->perform(std::move(effect), 7);
    for (int i = 0; i < 3000; ++i) {
      for (auto const& letter : desk_->take()) {
        EXPECT_EQ(letter.stay, 7U);
        if (auto const* found = std::get_if<A>(&letter.answer)) return *found;
        ADD_FAILURE() << "another answer";
        return {};
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    ADD_FAILURE() << "no answer";
    return {};
  }
  std::vector<protocol::NoteKind> notes() {
    std::vector<protocol::NoteKind> kinds;
    auto const events = journal_.pending_outbox(50).value();
    for (auto const& event : events) {
      if (auto const* noted = std::get_if<protocol::KioskNoted>(&event.what)) kinds.push_back(noted->kind);
    }
    return kinds;
  }
};

}  // namespace ce::staff_desk

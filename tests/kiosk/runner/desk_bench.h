#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/drivers/printer/printer_bench.h"
#include "kiosk/journal/ledger_room.h"
#include "kiosk/runner/print_desk.h"

namespace ce::runner {

/// A print desk with a real ledger, real fonts and a real IPP printer.
class DeskBench : public drivers::PrinterBench {
 protected:
  static constexpr session::VisitId visit = 3;

  test::LedgerRoom ledger_;
  SystemClock clock_;
  journal::Journal journal_ = ledger_.open();
  drivers::IppPrinter printer_ = make_printer(std::chrono::seconds{2});
  Mailbox mailbox_{[] {}};
  ConditionBoard board_{mailbox_};
  std::vector<std::string> steps_;
  std::mutex settling_;
  std::vector<protocol::PrintOutcome> settled_;  // by the desk's thread; read by settled()
  std::vector<session::PrintAdvanced> advances_;
  decltype(PrintParts::grant_for) grant_for_;  // empty: prints need no grant
  std::string seal_;                           // the authority's picture; empty: it has none
  std::vector<EntryId> given_back_;
  bool hold_cable_at_hand_over_ = false;
  decltype(PrintParts::placement) placement_;  // empty: plain paper
  std::int64_t warn_left_ = 0;
  std::optional<PrintDesk> desk_;

  void open_desk() {
    PrintParts parts;
    parts.journal = &journal_;
    parts.printer = &printer_;
    parts.clock = &clock_;
    parts.logger = &ledger_.logger;
    parts.fonts = certificate_pdf::debian_font_paths();
    parts.reached = [this](std::string_view step) {
      steps_.emplace_back(step);
      if (hold_cable_at_hand_over_ && step == "submitting") cable("hold");
    };
    parts.settled = [this](std::string const&, protocol::PrintOutcome outcome) {
      std::lock_guard const lock{settling_};
      settled_.push_back(outcome);
    };
    if (grant_for_) parts.grant_for = grant_for_;
    parts.seal_for = [this](protocol::CertificateLine const&) { return seal_; };
    if (placement_) parts.placement = placement_;
    parts.warn_left = warn_left_;
    parts.give_back = [this](EntryId const& grant) { given_back_.push_back(grant); };
    desk_.emplace(std::move(parts), mailbox_, board_);
    desk_->serve(visit);
    desk_->start();
  }

  std::vector<protocol::PrintOutcome> settled() {
    std::lock_guard const lock{settling_};
    return settled_;
  }

  static session::PrintCertificate certificate(std::string name = "测试") {
    session::PrintCertificate what;
    what.name = SecretText{std::move(name)};
    what.year = 2025;
    what.certificate.number = "44010625000001";
    what.certificate.authority = "广州市天河区人力资源和社会保障局";
    what.certificate.issue_date = Date::make(2026, 3, 1).value();
    what.certificate.verify_url = "https://example.invalid/v/44010625000001";
    return what;
  }

  /// Reads letters until `wanted` says yes; a hang guard of a minute.
  template <class Wanted>
  bool read_until(Wanted wanted) {
    for (int i = 0; i < 6000; ++i) {
      for (auto& letter : mailbox_.take()) {
        if (auto* advanced = std::get_if<session::PrintAdvanced>(&letter.event)) {
          advances_.push_back(*advanced);
        }
        if (auto* end = std::get_if<session::PrintEnded>(&letter.event)) {
          EXPECT_EQ(letter.visit, visit);
          ended_ = *end;
        }
      }
      if (wanted()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    ADD_FAILURE() << "waited in vain";
    return false;
  }
  session::PrintEnded end() {
    read_until([this] { return ended_.has_value(); });
    return std::exchange(ended_, {}).value_or(session::PrintEnded{});
  }

 private:
  std::optional<session::PrintEnded> ended_;
};

}  // namespace ce::runner

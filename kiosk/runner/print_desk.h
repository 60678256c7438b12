#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string_view>

#include "kiosk/journal/journal.h"
#include "kiosk/journal/recovery.h"
#include "kiosk/ports/printer.h"
#include "kiosk/runner/condition_board.h"
#include "kiosk/runner/mailbox.h"
#include "kiosk/runner/worker.h"
#include "kiosk/session/effect.h"
#include "shared/base/clock.h"
#include "shared/certificate_pdf/fonts.h"
#include "shared/certificate_pdf/render.h"
#include "shared/certificate_pdf/sheet_check.h"
#include "shared/log/log.h"

namespace ce::runner {

/// What the desk works with; all of it is borrowed and outlives the desk.
struct PrintParts {
  journal::Journal* journal = nullptr;
  ports::Printer* printer = nullptr;
  Clock const* clock = nullptr;
  log::Logger const* logger = nullptr;
  certificate_pdf::FontPaths fonts;
  std::int64_t warn_left = 0;  // staff are warned when so many blank numbers are left
  /// Where that printer prints; fails where staff have not said it for numbered stock (printers::OffsetBook).
  std::function<Result<certificate_pdf::Placement>(ports::PrinterStatus const&)> placement =
      [](ports::PrinterStatus const&) { return certificate_pdf::Placement{}; };
  /// Whether this is the printer that staff know; another one waits for them.
  std::function<bool(ports::PrinterStatus const&)> is_known = [](ports::PrinterStatus const&) {
    return true;
  };
  /// What allows this print: looked for before a number and a sheet are used up, given back where they were
  /// not.
  std::function<Result<std::optional<EntryId>>(protocol::CertificateLine const&)> grant_for =
      [](protocol::CertificateLine const&) { return std::optional<EntryId>{}; };
  std::function<void(EntryId const&)> give_back = [](EntryId const&) {};
  /// The picture of the issuing authority's seal, a PNG file; empty: the seal is drawn of its name.
  std::function<std::string(protocol::CertificateLine const&)> seal_for =
      [](protocol::CertificateLine const&) { return std::string{}; };
  /// A print reached that step of settings::print_steps; tests end the program there.
  std::function<void(std::string_view step)> reached = [](std::string_view) {};
  /// A print is settled: central is to hear of it, the cache is to remember it.
  std::function<void(std::string const& certificate_number, protocol::PrintOutcome)> settled =
      [](std::string const&, protocol::PrintOutcome) {};
  /// Whether that sheet, but for its blank number, can be set: asked before a number and a sheet are used up.
  std::function<Result<void>(certificate::Sheet const&, certificate_pdf::Fonts const&)> check =
      certificate_pdf::check_sheet;
  /// The sheet as a PDF file; training prints another one.
  std::function<Result<std::string>(certificate::Sheet const&, certificate_pdf::Fonts const&,
                                    certificate_pdf::Placement const&)>
      render = certificate_pdf::render;
};

/// Takes a certificate from the press of 打印 to the printer's last word, on a thread of its own, ledger
/// first. Between prints it watches the printer and brings prints that a crash left open to their end.
class PrintDesk {
 public:
  PrintDesk(PrintParts parts, Mailbox& mailbox, ConditionBoard& board);

  void start() { worker_.start(); }
  void stop() { worker_.stop(); }
  [[nodiscard]] service::Pulse const& pulse() const { return worker_.pulse(); }

  /// Answers PrintAdvanced ... PrintEnded to that visit.
  void print(session::PrintCertificate what, session::VisitId visit);
  /// What an earlier visit left is not begun any more, and a job of it that still waits is cancelled rather
  /// than printed later. Any thread.
  void serve(session::VisitId visit) { visit_ = visit; }

 private:
  struct Ending {
    protocol::PrintOutcome outcome = protocol::PrintOutcome::unknown;
    std::optional<FailureCode> cause;
  };

  void look_after();
  void look_soon();
  Result<Ending> run(session::PrintCertificate const& what, session::VisitId visit);
  Result<Ending> hand_over(journal::PrintEntry const& entry, std::string const& pdf, session::VisitId visit);
  Ending follow(journal::PrintEntry const& entry, ports::JobId job, session::VisitId visit);
  Ending settle(journal::PrintEntry const& entry, Ending ending);
  Ending left_open(std::optional<Failure> const& why = {});
  [[nodiscard]] bool has_gone(session::VisitId visit) const { return visit_ != visit; }
  void tell_progress(session::VisitId visit, int year, ports::JobReport const& report,
                     std::optional<session::PrintAdvanced>& said);
  void recover();
  void doubt();
  [[nodiscard]] Result<certificate_pdf::Placement> may_print(ports::PrinterStatus const& status) const;
  [[nodiscard]] std::string usable_seal(protocol::CertificateLine const& certificate) const;
  [[nodiscard]] Result<void> paper_is_ready(bool preprinted) const;
  std::optional<std::int64_t> note_paper();
  void advance(session::VisitId visit, int year, session::PrintStage stage);
  Result<certificate_pdf::Placement> ready_to_print(session::PrintCertificate const& what);
  void note_unresolved();

  PrintParts parts_;
  Mailbox* mailbox_;
  ConditionBoard* board_;
  std::optional<certificate_pdf::Fonts> fonts_;
  std::optional<journal::Recovery> recovery_;
  bool open_prints_ = true;  // a crash may have left some
  Tick next_look_{};
  protocol::Supplies supplies_;  // as the printer said last; one that is silent has what it had
  Tick doubt_until_{};           // how long the printer is asked about unknown prints as well
  std::atomic<session::VisitId> visit_{0};
  Worker worker_;
};

}  // namespace ce::runner

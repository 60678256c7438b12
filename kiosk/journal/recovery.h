#pragma once

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "kiosk/journal/entry.h"
#include "kiosk/journal/journal.h"
#include "kiosk/ports/printer.h"
#include "shared/log/log.h"

namespace ce::journal {

/// What the printer said when asked for an entry's job: a report, nothing (it knows no such job), or why
/// it could not be asked.
using PrinterAnswer = Result<std::optional<ports::JobReport>>;

/// Settle it so.
struct SettleAs {
  protocol::PrintOutcome outcome = protocol::PrintOutcome::unknown;
  std::optional<FailureCode> cause;
  bool operator==(SettleAs const&) const = default;
};
/// The job still waits or prints, and nobody waits for it: it is cancelled, and asked about again.
struct Follow {
  ports::JobId job;
  bool operator==(Follow const&) const = default;
};
/// Nobody can tell yet; ask again later.
struct AskLater {
  bool operator==(AskLater const&) const = default;
};
using Decision = std::variant<SettleAs, Follow, AskLater>;

/// How a job that has ended settles its print; nothing while it is open. Aborted and cancelled jobs come to
/// `failed` only where the printer counted no sheet: else one may lie in the tray, and staff look.
[[nodiscard]] std::optional<SettleAs> ending_of(ports::JobReport const& job);

/// The whole recovery table, pure. Precondition: the entry is requested, submitting or submitted; for a
/// requested one the answer is not looked at.
[[nodiscard]] Decision decide(PrintEntry const& entry, PrinterAnswer const& answer);

/// What one round came to.
struct RecoveryRound {
  std::vector<PrintEntry> settled;  // as they stand now
  std::size_t following = 0;        // cancelled, and not ended yet
  std::size_t waiting = 0;          // printer not reachable
  [[nodiscard]] bool finished() const { return following == 0 && waiting == 0; }
};

/// Brings every unsettled entry to its end after a restart or a lost connection. Never prints anything, and
/// cancels what would otherwise come out later. What is unknown is asked about too, as its document may have
/// reached the printer late; where the printer knows no more it stays for staff.
/// Journal, printer and logger are borrowed. Call it on the print worker's thread, and only while no print
/// is under way: at the start, and every few seconds while the last round was not finished().
class Recovery {
 public:
  Recovery(Journal& journal, ports::Printer& printer, log::Logger const& logger);
  /// One look at each entry. Fails as Journal does; what was settled before stays settled.
  Result<RecoveryRound> run();

 private:
  void cancel(PrintEntry const& entry, ports::JobId job);
  Result<void> settle(PrintEntry const& entry, SettleAs const& end, RecoveryRound& round);
  Result<void> ask_about_unknown(RecoveryRound& round);

  Journal* journal_;
  ports::Printer* printer_;
  log::Logger const* logger_;
};

}  // namespace ce::journal

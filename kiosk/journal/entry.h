#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/date.h"
#include "shared/base/entry_id.h"
#include "shared/base/failure.h"
#include "shared/protocol/messages.h"

namespace ce::journal {

/// Where one print stands. requested -> submitting -> submitted -> one of the last four; README.md has the
/// whole machine.
enum class PrintState : std::uint8_t {
  requested,        // journaled; nothing was handed to the printer
  submitting,       // the hand-over began; a crash here leaves open whether the printer has it
  submitted,        // the printer gave a job number
  sent_to_printer,  // the printer says completed
  confirmed,        // a person saw the sheet
  failed,           // no sheet came out; its blank number is void
  unknown,          // staff must look
};

[[nodiscard]] std::string_view name_of(PrintState state);  // "sent_to_printer"
[[nodiscard]] std::optional<PrintState> print_state_named(std::string_view name);
[[nodiscard]] PrintState state_of(protocol::PrintOutcome outcome);

/// What the ledger keeps of a certificate. It holds nothing personal but the number.
struct CertificateFacts {
  std::string number;
  int year = 0;  // the credit year
  std::string authority;
  std::optional<Date> issue_date;
};

/// One line of the print ledger. The id is also that of its PrintRequested event at central.
struct PrintEntry {
  EntryId id;
  PrintState state = PrintState::requested;
  CertificateFacts certificate;
  int copy = 1;
  std::string blank_number;  // N0, consumed from the paper stock
  std::optional<int> job;    // the printer's own number, once submitted
  std::optional<FailureCode> cause;
  Instant requested_at;
  Instant changed_at;
  std::optional<EntryId> grant = std::nullopt;  // what allowed it; none before there were grants
};

/// An event that central will never take.
struct RefusedEvent {
  EntryId id;
  std::int64_t number = 0;
  std::string problem;
  Instant at;
};

/// "ce-print-<entry id>": the IPP job-name that finds the job again after a restart. Nothing personal.
[[nodiscard]] std::string job_name(PrintEntry const& entry);

}  // namespace ce::journal

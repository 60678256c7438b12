#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace ce::ports {

/// The printer's own number of a job.
struct JobId {
  int value = 0;
  bool operator==(JobId const&) const = default;
};

/// RFC 8011 job-state, reduced to what a kiosk acts on.
enum class JobState : std::uint8_t { waiting, printing, held_or_stopped, completed, canceled, aborted };

struct JobReport {
  JobId id;
  JobState state = JobState::waiting;
  std::vector<FailureCode> problems;  // printer_out_of_paper ... that hold the job up right now
  std::string message;                // job-state-message, for staff
  std::string name = {};              // job-name: numbers begin anew after a power cut, names do not
  /// Sheets that have come out of it, as far as the printer counts them; nothing where it does not.
  std::optional<int> sheets = std::nullopt;
};

struct PrinterStatus {
  bool ready = false;                 // idle or printing, accepting, nothing wrong
  std::vector<FailureCode> problems;  // from printer-state-reasons, gravest first
  std::vector<std::string> reasons;   // as the printer words them
  std::optional<int> toner_percent;
  bool toner_low = false;  // by the printer's word or its level; it prints on
  bool paper_low = false;  // by the printer's word
  std::string make_and_model;
  std::string uuid;  // printer-uuid: another one is another printer; empty where it names none
};

/// A printer spoken to over IPP. Every call may block for some seconds and belongs to one worker thread at
/// a time. Fails with printer_unreachable, printer_busy, printer_stopped or what the call says.
class Printer {
 public:
  virtual ~Printer() = default;
  virtual Result<PrinterStatus> status() = 0;
  /// Hands over a PDF. `job_name` is unique and holds no personal data; find_job() knows it again.
  /// Fails with printer_outcome_unknown once any of it was sent and no answer came: it may still arrive.
  /// After every other failure the printer has nothing of it and will not have.
  virtual Result<JobId> submit(std::string const& pdf, std::string const& job_name) = 0;
  virtual Result<JobReport> job(JobId id) = 0;
  /// The job of that name among those the printer remembers, finished ones included.
  virtual Result<std::optional<JobReport>> find_job(std::string const& job_name) = 0;
  virtual Result<void> cancel(JobId id) = 0;
};

}  // namespace ce::ports

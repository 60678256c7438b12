#include "kiosk/drivers/printer/ipp_printer.h"

#include <cups/cups.h>

#include <utility>

#include "kiosk/drivers/printer/ipp_connection.h"
#include "kiosk/drivers/printer/job_attributes.h"
#include "kiosk/drivers/printer/printer_attributes.h"

namespace ce::drivers {
namespace {

using ports::JobId;
using ports::JobReport;

// A job says why it stands only through its printer.
Result<JobReport> with_problems(IppConnection& printer, JobReport report,
                                std::vector<std::string> const& ignored) {
  if (!is_open(report.state)) return report;
  CE_TRY(IppMessage const answer, printer.ask(printer_request(printer.uri(), printer_attributes)));
  report.problems = printer_status(answer.get(), ignored).problems;
  return report;
}

Result<std::optional<JobReport>> find_among(IppConnection& printer, char const* which,
                                            std::string const& job_name) {
  auto const answer = printer.ask(jobs_request(printer.uri(), which, job_attributes));
  if (answer) return job_named(answer->get(), job_name);
  // Some printers answer "not found" where they mean an empty list.
  if (answer.failure().code == FailureCode::printer_outcome_unknown) return std::optional<JobReport>{};
  return answer.failure();
}

}  // namespace

IppPrinter::IppPrinter(IppPrinterOptions options) : options_(std::move(options)) {}

Result<ports::PrinterStatus> IppPrinter::status() {
  CE_TRY(IppConnection printer, IppConnection::open(options_));
  CE_TRY(IppMessage const answer, printer.ask(printer_request(printer.uri(), printer_attributes)));
  return printer_status(answer.get(), options_.ignored_reasons);
}

Result<JobId> IppPrinter::submit(std::string const& pdf, std::string const& job_name) {
  CE_TRY(IppConnection printer, IppConnection::open(options_));
  auto const answer = printer.ask(print_job_request(printer.uri(), job_name), pdf);
  if (!answer && !printer.was_answered()) {
    // What was sent may still become a job, however silent the printer is now.
    return Failure{FailureCode::printer_outcome_unknown, answer.failure().detail};
  }
  if (!answer) return answer.failure();
  auto const report = job_in(answer->get());
  if (!report) {
    return Failure{FailureCode::printer_outcome_unknown,
                   printer.uri() + ": took the job and named no number"};
  }
  return report->id;
}

Result<JobReport> IppPrinter::job(JobId id) {
  CE_TRY(IppConnection printer, IppConnection::open(options_));
  CE_TRY(IppMessage const answer,
         printer.ask(job_request(IPP_OP_GET_JOB_ATTRIBUTES, printer.uri(), id.value, job_attributes)));
  auto report = job_in(answer.get());
  if (!report) {
    return Failure{FailureCode::printer_outcome_unknown,
                   printer.uri() + ": says nothing about the job's state"};
  }
  return with_problems(printer, std::move(*report), options_.ignored_reasons);
}

// Open jobs are asked for first: one that ends between the two questions is then in the second answer.
Result<std::optional<JobReport>> IppPrinter::find_job(std::string const& job_name) {
  CE_TRY(IppConnection printer, IppConnection::open(options_));
  for (char const* const which : {"not-completed", "completed"}) {
    CE_TRY(auto found, find_among(printer, which, job_name));
    if (!found) continue;
    CE_TRY(JobReport report, with_problems(printer, std::move(*found), options_.ignored_reasons));
    return std::optional{std::move(report)};
  }
  return std::optional<JobReport>{};
}

Result<void> IppPrinter::cancel(JobId id) {
  CE_TRY(IppConnection printer, IppConnection::open(options_));
  auto const answer = printer.ask(job_request(IPP_OP_CANCEL_JOB, printer.uri(), id.value, {}));
  if (answer) return {};
  // "Not possible" is the answer for a job that has ended (RFC 8011 4.3.3).
  if (answer.failure().code == FailureCode::printer_job_aborted) {
    CE_TRY(JobReport const report, job(id));
    if (!is_open(report.state)) return {};
  }
  return answer.failure();
}

}  // namespace ce::drivers

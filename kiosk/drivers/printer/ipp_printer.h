#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "kiosk/ports/printer.h"

namespace ce::drivers {

struct IppPrinterOptions {
  std::string uri;  // "ipp://192.168.1.50/ipp/print", also ipps://, http://, https://; no user in it
  std::chrono::milliseconds connect_limit{3000};
  std::chrono::milliseconds answer_limit{10000};  // silence of the printer; libcups waits it twice
  std::vector<std::string> ignored_reasons;       // stems that mean nothing at this printer: "media-empty"
                                                  // where a second tray is never filled
};

/// A printer spoken to directly over IPP (RFC 8010, 8011), without a cupsd queue between: a queue rewrites
/// the PDF, lags behind and reports an aborted job as canceled. Connects anew for each call, so a printer
/// that was switched off and on needs nothing. One thread at a time; no state but the options.
class IppPrinter final : public ports::Printer {
 public:
  explicit IppPrinter(IppPrinterOptions options);

  /// Fails with printer_unreachable, or config_value_invalid when the URI is none.
  Result<ports::PrinterStatus> status() override;
  /// A4, one side, high quality, as "ce-kiosk". Also printer_busy (another job is printed), printer_stopped
  /// (does not accept jobs) and printer_job_aborted (refuses this one), and printer_outcome_unknown where the
  /// connection broke or stayed silent after it was made: the job may arrive all the same. Nothing is ever
  /// sent twice.
  Result<ports::JobId> submit(std::string const& pdf, std::string const& job_name) override;
  /// Also printer_outcome_unknown when the printer does not know the job, for instance after it was
  /// switched off and on.
  Result<ports::JobReport> job(ports::JobId id) override;
  Result<std::optional<ports::JobReport>> find_job(std::string const& job_name) override;
  /// A job that has ended already is no failure; job() tells how it ended.
  Result<void> cancel(ports::JobId id) override;

 private:
  IppPrinterOptions options_;
};

}  // namespace ce::drivers

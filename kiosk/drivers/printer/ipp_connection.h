#pragma once

#include <cups/cups.h>

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/drivers/printer/ipp_printer.h"
#include "kiosk/drivers/printer/ipp_request.h"

namespace ce::drivers {

/// One open connection to the printer. One thread; closed when it ends.
class IppConnection {
 public:
  /// Fails with printer_unreachable within `connect_limit`, or config_value_invalid for a URI that is none.
  static Result<IppConnection> open(IppPrinterOptions const& options);

  /// Sends `request`, then `document`, and waits for the answer. It never sends anything twice, as libcups'
  /// own cupsDoIORequest may. Fails with printer_unreachable, printer_busy, printer_stopped,
  /// printer_outcome_unknown (no such job), printer_job_aborted (refused).
  Result<IppMessage> ask(IppMessage request, std::string_view document = {});

  /// Whether the last ask() was answered, be it with a refusal: then the printer has no more to come of it.
  [[nodiscard]] bool was_answered() const { return answered_; }

  /// The printer's address as IPP messages name it: ipp:// or ipps://.
  [[nodiscard]] std::string const& uri() const { return uri_; }

 private:
  struct Closer {
    void operator()(http_t* http) const { ::httpClose(http); }
  };
  IppConnection(http_t* http, std::string uri, std::string resource)
      : http_(http), uri_(std::move(uri)), resource_(std::move(resource)) {}
  [[nodiscard]] Failure broken(std::string_view when) const;

  std::unique_ptr<http_t, Closer> http_;
  std::string uri_;
  std::string resource_;
  bool answered_ = false;
};

}  // namespace ce::drivers

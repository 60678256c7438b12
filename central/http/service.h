#pragma once

#include <chrono>
#include <optional>

#include "central/http/doors.h"
#include "central/http/metrics.h"
#include "central/http/router.h"
#include "central/verification/rate_limit.h"
#include "shared/log/log.h"

namespace ce::http {

/// From a complete request to its response: who may, what answers, what is counted and logged. Borrows what
/// it is given. Any thread.
class Service {
 public:
  Service(Router const& router, Doors doors, Metrics& metrics, log::Logger const& log)
      : router_(router), doors_(std::move(doors)), metrics_(metrics), log_(log) {}

  [[nodiscard]] Router const& router() const { return router_; }
  [[nodiscard]] Metrics& metrics() const { return metrics_; }

  /// Runs the door and the handler of `route`; the door adds to `request` what it finds out.
  [[nodiscard]] Response answer(Route const& route, Request& request) const;

  /// Whether a body of so many bytes is so large that it is first asked who sends it.
  [[nodiscard]] static bool asks_before_body(Route const& route, std::size_t bytes);
  /// The answer to such a request whose body is not worth reading: it comes from nobody who may use the
  /// route. Asks the store, which may be a server that does not answer: not for an I/O thread.
  [[nodiscard]] std::optional<Response> refuse_early(Route const& route, Request const& request) const;

  /// Counts a response, and logs it where it was refused or a kiosk asked; public look-ups that went well are
  /// only counted, for there are many. `row` as in Metrics::count().
  void note(std::size_t row, int status, std::chrono::steady_clock::duration took) const;

  /// Counts a line that is turned away, and logs it, of one address once a minute at most: over TLS who is
  /// cut off is not told why, so it must be seen here.
  void turn_away(LineRefusal why, std::string_view address) const;

 private:
  [[nodiscard]] Result<void> let_in(Route const& route, Request& request) const;
  [[nodiscard]] Response turned_away(Route const& route, Failure const& failure) const;

  Router const& router_;
  Doors doors_;
  Metrics& metrics_;
  log::Logger const& log_;
  mutable verification::RateLimit told_{{.per_minute = 1, .burst = 1}};
};

}  // namespace ce::http

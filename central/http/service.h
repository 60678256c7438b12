#pragma once

#include <functional>

#include "central/http/metrics.h"
#include "central/http/router.h"
#include "shared/base/result.h"
#include "shared/log/log.h"

namespace ce::http {

/// Lets a kiosk in: succeeds when the request's kiosk id and key belong together. Any thread.
using Door = std::function<Result<void>(Request const&)>;

/// From a complete request to its response: who may, what answers, what is counted and logged. Borrows what
/// it is given. Any thread.
class Service {
 public:
  Service(Router const& router, Door door, Metrics& metrics, log::Logger const& log)
      : router_(router), door_(std::move(door)), metrics_(metrics), log_(log) {}

  [[nodiscard]] Router const& router() const { return router_; }
  [[nodiscard]] Metrics& metrics() const { return metrics_; }

  /// Runs the door and the handler of `route`.
  [[nodiscard]] Response answer(Route const& route, Request const& request) const;

  /// Counts a response, and logs it where it was refused or a kiosk asked; public look-ups that went well are
  /// only counted, for there are many. `row` as in Metrics::count().
  void note(std::size_t row, int status, std::chrono::steady_clock::duration took) const;

 private:
  Router const& router_;
  Door door_;
  Metrics& metrics_;
  log::Logger const& log_;
};

}  // namespace ce::http

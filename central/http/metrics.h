#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "central/http/router.h"

namespace ce::http {

/// Counts of requests by route and status, and how long they took, in Prometheus text form. Wait-free; any
/// thread.
class Metrics {
 public:
  /// Names the rows; once, before anything is counted.
  void watch(std::vector<Route> const& routes);

  /// `row` of the router's table, or rows() for a request that no route took.
  void count(std::size_t row, int status, std::chrono::steady_clock::duration took);
  [[nodiscard]] std::size_t rows() const { return names_.size() - 1; }

  void connection_opened() { ++connections_; }
  void connection_closed() { --connections_; }
  [[nodiscard]] std::int64_t connections() const { return connections_; }

  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::array<int, 10> bounds_ms{1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000};

  struct Row {
    std::array<std::atomic<std::uint64_t>, 600> by_status{};
    std::array<std::atomic<std::uint64_t>, bounds_ms.size() + 1> took{};  // the last: longer than all bounds
    std::atomic<std::uint64_t> microseconds{};
  };

  std::vector<std::string> names_;  // "GET\",route=\"/health": one per row, the last for no route
  std::unique_ptr<Row[]> counts_;
  std::atomic<std::int64_t> connections_{};
};

}  // namespace ce::http

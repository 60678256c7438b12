#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "central/http/exposition.h"
#include "central/http/router.h"
#include "shared/base/failure.h"
#include "shared/protocol/messages.h"

namespace ce::http {

/// Why a line was turned away before it could ask anything.
enum class LineRefusal : std::uint8_t {
  full_house,      // as many lines as there may be
  new_of_address,  // too many new ones of one address
  unnamed,         // too many on which nobody has shown a certificate, of one address or of all
  of_one_kiosk,    // too many with one certificate
};
[[nodiscard]] std::string_view word_of(LineRefusal why);

/// What this process has done and how long it took, for Prometheus. Wait-free; any thread.
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

  /// Work handed to the pool, taken up by it, or turned away because its queue is full.
  void pool_queued() { ++pool_waiting_; }
  void pool_taken() { --pool_waiting_; }
  void pool_refused() {
    --pool_waiting_;
    ++pool_refused_;
  }
  void line_refused(LineRefusal why) { ++lines_refused_.at(static_cast<std::size_t>(why)); }

  /// A failure that the caller has no part in.
  void count_failure(FailureCode code) { ++failures_.at(static_cast<std::size_t>(code)); }
  void count_event(protocol::KioskEvent const& event, protocol::Acceptance acceptance);

  /// All that is counted here.
  void put(Exposition& out) const;

 private:
  static constexpr std::array<int, 10> bounds_ms{1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000};
  static constexpr std::array<std::string_view, 10> bound_words{"0.001", "0.002", "0.005", "0.01", "0.02",
                                                                "0.05",  "0.1",   "0.25",  "1",    "5"};

  struct Row {
    std::array<std::atomic<std::uint64_t>, 600> by_status{};
    std::array<std::atomic<std::uint64_t>, bounds_ms.size() + 1> took{};  // the last: longer than all bounds
    std::atomic<std::uint64_t> microseconds{};
  };

  static constexpr std::size_t event_kinds = std::variant_size_v<decltype(protocol::KioskEvent::what)>;
  static constexpr std::size_t acceptances = 3;
  static constexpr std::size_t line_refusals = 4;

  void put_requests(Exposition& out) const;
  void put_work(Exposition& out) const;
  void put_events(Exposition& out) const;

  std::vector<std::string> names_;  // "GET\",route=\"/health": one per row, the last for no route
  std::unique_ptr<Row[]> counts_;
  std::atomic<std::int64_t> connections_{};
  std::atomic<std::int64_t> pool_waiting_{};
  std::atomic<std::uint64_t> pool_refused_{};
  std::array<std::atomic<std::uint64_t>, line_refusals> lines_refused_{};
  std::array<std::atomic<std::uint64_t>, all_failure_codes.size()> failures_{};
  std::array<std::array<std::atomic<std::uint64_t>, acceptances>, event_kinds> events_{};
};

}  // namespace ce::http

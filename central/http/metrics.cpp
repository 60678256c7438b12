#include "central/http/metrics.h"

#include <algorithm>

#include "shared/protocol/names.h"

namespace ce::http {
namespace {

constexpr std::array<std::string_view, 5> event_words{"print_requested", "print_settled", "paper_loaded",
                                                      "blank_voided", "kiosk_noted"};

constexpr std::array<std::string_view, 4> refusal_words{"full_house", "new_of_address", "unnamed",
                                                        "of_one_kiosk"};

}  // namespace

std::string_view word_of(LineRefusal why) {
  return refusal_words.at(static_cast<std::size_t>(why));
}

void Metrics::watch(std::vector<Route> const& routes) {
  counts_ = std::make_unique<Row[]>(routes.size() + 1);
  for (auto const& route : routes) {
    names_.push_back("method=\"" + std::string{name_of(route.method)} + "\",route=\"" + route.pattern + "\"");
  }
  names_.emplace_back("method=\"\",route=\"\"");
}

void Metrics::count(std::size_t row, int status, std::chrono::steady_clock::duration took) {
  auto& counts = counts_[row];
  auto const us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  auto const bound =
      std::find_if(bounds_ms.begin(), bounds_ms.end(), [us](int ms) { return us <= ms * 1000; });
  ++counts.by_status.at(static_cast<std::size_t>(status));
  ++counts.took.at(static_cast<std::size_t>(bound - bounds_ms.begin()));
  counts.microseconds += static_cast<std::uint64_t>(us);
}

void Metrics::count_event(protocol::KioskEvent const& event, protocol::Acceptance acceptance) {
  ++events_.at(event.what.index()).at(static_cast<std::size_t>(acceptance));
}

void Metrics::put(Exposition& out) const {
  put_requests(out);
  put_work(out);
  put_events(out);
}

void Metrics::put_requests(Exposition& out) const {
  out.family("ce_http_requests_total", "counter", "Requests answered, by route and status.");
  for (std::size_t row = 0; row < names_.size(); ++row) {
    for (std::size_t status = 100; status < 600; ++status) {
      auto const count = counts_[row].by_status.at(status).load();
      if (count == 0) continue;
      out.sample(names_[row] + ",status=\"" + std::to_string(status) + "\"",
                 static_cast<std::int64_t>(count));
    }
  }
  out.family("ce_http_request_duration_seconds", "histogram", "Time from the whole request to its answer.");
  for (std::size_t row = 0; row < names_.size(); ++row) {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i <= bounds_ms.size(); ++i) {
      total += counts_[row].took.at(i).load();
      auto const le = i < bounds_ms.size() ? bound_words.at(i) : std::string_view{"+Inf"};
      out.sample("_bucket", names_[row] + ",le=\"" + std::string{le} + "\"", std::to_string(total));
    }
    out.sample("_sum", names_[row],
               std::to_string(static_cast<double>(counts_[row].microseconds.load()) / 1e6));
    out.sample("_count", names_[row], std::to_string(total));
  }
}

void Metrics::put_work(Exposition& out) const {
  out.family("ce_http_connections", "gauge", "Connections open now.");
  out.sample({}, connections_.load());
  out.family("ce_http_pool_waiting_requests", "gauge", "Requests that wait for a thread of the pool.");
  out.sample({}, pool_waiting_.load());
  out.family("ce_http_pool_refused_total", "counter", "Requests answered 503 because the queue was full.");
  out.sample({}, static_cast<std::int64_t>(pool_refused_.load()));
  out.family("ce_http_lines_refused_total", "counter", "Lines turned away before any request, by why.");
  for (std::size_t why = 0; why < line_refusals; ++why) {
    out.sample("why=\"" + std::string{refusal_words.at(why)} + "\"",
               static_cast<std::int64_t>(lines_refused_.at(why).load()));
  }
  out.family("ce_failures_total", "counter",
             "Failures that no caller had a part in, by code; storage_* are the store's.");
  for (auto const code : all_failure_codes) {
    auto const count = failures_.at(static_cast<std::size_t>(code)).load();
    bool const of_the_store = name_of(code).starts_with("storage_");
    if (count == 0 && !of_the_store) continue;
    out.sample("code=\"" + std::string{name_of(code)} + "\"", static_cast<std::int64_t>(count));
  }
}

void Metrics::put_events(Exposition& out) const {
  out.family("ce_kiosk_events_total", "counter",
             "Events of kiosks, by kind and answer; repeated ones count again.");
  for (std::size_t kind = 0; kind < event_kinds; ++kind) {
    for (std::size_t answer = 0; answer < acceptances; ++answer) {
      auto const word = protocol::word_of(static_cast<protocol::Acceptance>(answer));
      out.sample(
          "kind=\"" + std::string{event_words.at(kind)} + "\",acceptance=\"" + std::string{word} + "\"",
          static_cast<std::int64_t>(events_.at(kind).at(answer).load()));
    }
  }
}

}  // namespace ce::http

#include "central/http/metrics.h"

#include <algorithm>

namespace ce::http {
namespace {

void line(std::string& out, std::string_view name, std::string const& labels, std::string const& value) {
  out.append(name).append("{").append(labels).append("} ").append(value).append("\n");
}

void header(std::string& out, std::string_view name, std::string_view kind, std::string_view help) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n");
  out.append("# TYPE ").append(name).append(" ").append(kind).append("\n");
}

}  // namespace

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

std::string Metrics::text() const {
  std::string out;
  header(out, "ce_http_requests_total", "counter", "Requests answered, by route and status.");
  for (std::size_t row = 0; row < names_.size(); ++row) {
    for (std::size_t status = 100; status < 600; ++status) {
      auto const count = counts_[row].by_status.at(status).load();
      if (count == 0) continue;
      line(out, "ce_http_requests_total", names_[row] + ",status=\"" + std::to_string(status) + "\"",
           std::to_string(count));
    }
  }
  header(out, "ce_http_request_seconds", "histogram", "Time from the whole request to its answer.");
  for (std::size_t row = 0; row < names_.size(); ++row) {
    std::uint64_t total = 0;
    for (std::size_t i = 0; i <= bounds_ms.size(); ++i) {
      total += counts_[row].took.at(i).load();
      auto const le = i < bounds_ms.size() ? std::to_string(bounds_ms.at(i) / 1000.0) : "+Inf";
      line(out, "ce_http_request_seconds_bucket", names_[row] + ",le=\"" + le + "\"", std::to_string(total));
    }
    line(out, "ce_http_request_seconds_sum", names_[row],
         std::to_string(static_cast<double>(counts_[row].microseconds.load()) / 1e6));
    line(out, "ce_http_request_seconds_count", names_[row], std::to_string(total));
  }
  header(out, "ce_http_connections", "gauge", "Connections open now.");
  out += "ce_http_connections " + std::to_string(connections_.load()) + "\n";
  return out;
}

}  // namespace ce::http

#include "central/http/missing_keys.h"
#include "central/http/problem.h"
#include "central/http/routes.h"
#include "central/http/store_metrics.h"

namespace ce::http {
namespace {

Response text(std::string content_type, std::string body) {
  Response response;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

std::string standing(Backend const& backend, std::string_view more = {}) {
  return "{\"status\":\"ok\",\"version\":\"" + std::string{backend.program_version} + "\"" +
         std::string{more} + "}";
}

// Served without them, but not wholly: sheets without a signed token, printing without grants.
std::string keys_missing(Backend const& backend) {
  auto const missing = missing_keys(backend.store, backend.office.ring, backend.clock.now());
  std::string list;
  for (auto const& one : missing) list += (list.empty() ? "\"" : ",\"") + one.name + "\"";
  return list.empty() ? list : ",\"missing\":[" + list + "]";
}

/// Ready means: takes requests and can read its store.
Response ready(Backend const& backend) {
  auto const read = backend.store.read([](storage::Database& database) -> Result<void> {
    CE_CHECK(database.prepare("SELECT 1 FROM change_epoch").run());
    return {};
  });
  if (!read) return failed(backend, Failure{FailureCode::central_fault, describe(read.failure())});
  return json(standing(backend, keys_missing(backend)));
}

Response metrics(Backend const& backend) {
  Exposition out;
  out.family("ce_build_info", "gauge", "Always 1; the labels say which program this is.");
  out.sample("version=\"" + std::string{backend.program_version} + "\"", 1);
  backend.metrics.put(out);
  store::Gauges gauges;
  auto const read = backend.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(gauges, store::gauges(database, backend.clock.now()));
    return {};
  });
  out.family("ce_store_up", "gauge", "Whether the store could be read for this answer.");
  out.sample({}, read ? 1 : 0);
  if (read) put_store_metrics(out, gauges);
  if (auto const use = backend.store.standby_use()) put_standby_use(out, *use);
  if (!read) backend.metrics.count_failure(read.failure().code);
  return text("text/plain; version=0.0.4; charset=utf-8", out.text());
}

}  // namespace

std::vector<Route> operation_routes(Backend const& backend) {
  return {{.pattern = "/health", .handle = [backend](Request const&) { return ready(backend); }},
          {.pattern = "/health/live",
           .asks_store = false,
           .handle = [backend](Request const&) { return json(standing(backend)); }},
          {.pattern = "/metrics",
           .work = Work::pool,
           .handle = [backend](Request const&) { return metrics(backend); }},
          {.pattern = "/api/v1/openapi.yaml", .asks_store = false, .handle = [backend](Request const&) {
             if (backend.openapi.empty()) return problem(404, FailureCode::asset_missing, "接口说明未安装");
             return text("application/yaml; charset=utf-8", backend.openapi);
           }}};
}

}  // namespace ce::http

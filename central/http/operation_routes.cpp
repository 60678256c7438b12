#include "central/http/problem.h"
#include "central/http/routes.h"

namespace ce::http {
namespace {

// Alive means: takes requests and can read its store.
Response health(Backend const& backend) {
  auto const read = backend.store.read([](storage::Database& database) -> Result<void> {
    CE_CHECK(database.prepare("SELECT 1").step());
    return {};
  });
  if (!read) return failed(backend, Failure{FailureCode::central_fault, read.failure().detail});
  return json(R"({"status":"ok","version":")" + std::string{backend.program_version} + R"("})");
}

Response text(std::string content_type, std::string body) {
  Response response;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

}  // namespace

std::vector<Route> operation_routes(Backend const& backend) {
  return {{.pattern = "/health", .handle = [backend](Request const&) { return health(backend); }},
          {.pattern = "/metrics",
           .handle =
               [backend](Request const&) {
                 return text("text/plain; version=0.0.4; charset=utf-8", backend.metrics.text());
               }},
          {.pattern = "/api/v1/openapi.yaml", .handle = [backend](Request const&) {
             if (backend.openapi.empty()) return problem(404, FailureCode::asset_missing, "接口说明未安装");
             return text("application/yaml; charset=utf-8", backend.openapi);
           }}};
}

}  // namespace ce::http

#include "central/http/routes.h"
#include "central/registration/site_records.h"

namespace ce::http {
namespace {

constexpr std::size_t records_body = 1U << 20U;

Result<std::string> take_site_records(Backend const& backend, Request const& request) {
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const records, protocol::read_site_records(body));
  CE_TRY(auto const replies,
         registration::take_site_records(backend.store, request.site.value(), records, backend.clock.now()));
  return protocol::write(std::span<protocol::SiteReply const>{replies});
}

}  // namespace

std::vector<Route> site_routes(Backend const& backend) {
  return {{.method = Method::post,
           .pattern = "/api/v1/site/records",
           .auth = Auth::site,
           .work = Work::pool,
           .most_body = records_body,
           .handle = [backend](Request const& request) {
             auto body = take_site_records(backend, request);
             return body ? json(std::move(body).value()) : failed(backend, body.failure());
           }}};
}

}  // namespace ce::http

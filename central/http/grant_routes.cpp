#include "central/http/routes.h"
#include "shared/protocol/json.h"

namespace ce::http {
namespace {

Result<std::string> hand_out_grant(Backend const& backend, Request const& request) {
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const wanted, protocol::read_grant_request(body));
  if (backend.volumes != nullptr) {
    CE_CHECK(backend.volumes->admit_grant(request.kiosk_id, backend.clock.tick()));
  }
  CE_TRY(auto const grant, grants::hand_out(backend.office, request.kiosk_id, wanted, backend.clock.now()));
  return protocol::write(grant);
}

Result<std::string> take_grant_back(Backend const& backend, Request const& request) {
  auto const id = EntryId::parse(request.captures.at(0));
  if (!id) return Failure{FailureCode::grant_unknown, {}};
  CE_TRY(auto const standing, grants::take_back(backend.store, request.kiosk_id, *id, backend.clock.now()));
  return protocol::write(standing);
}

}  // namespace

std::vector<Route> grant_routes(Backend const& backend) {
  return {kiosk_route(backend, "/api/v1/kiosk/print-grants", small_body, hand_out_grant),
          kiosk_route(backend, "/api/v1/kiosk/print-grants/{id}/return", small_body, take_grant_back)};
}

}  // namespace ce::http

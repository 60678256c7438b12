#include "central/http/routes.h"

#include <iterator>

#include "central/fleet/fleet.h"
#include "central/http/problem.h"

namespace ce::http {

std::vector<Route> routes(Backend const& backend) {
  std::vector<Route> all;
  for (auto part : {kiosk_routes, public_routes, page_routes, operation_routes}) {
    auto rows = part(backend);
    all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }
  return all;
}

Door kiosk_door(Backend const& backend) {
  return [backend](Request const& request) {
    return fleet::let_in(backend.store, request.kiosk_id, SecretText{request.bearer});
  };
}

Response failed(Backend const& backend, Failure const& failure) {
  auto response = problem(failure);
  if (response.status >= 500) backend.log.event(log::Event::failure, {{"what", describe(failure)}});
  return response;
}

Result<std::string_view> json_body(Request const& request) {
  if (request.content_type != "application/json") {
    return Failure{FailureCode::input_invalid, "Content-Type应为application/json"};
  }
  return std::string_view{request.body};
}

bool may_look_up(Backend const& backend, Request const& request) {
  if (!request.bearer.empty() && fleet::let_in(backend.store, request.kiosk_id, SecretText{request.bearer})) {
    return true;
  }
  return backend.rate_limit.admit(request.address, backend.clock.tick());
}

}  // namespace ce::http

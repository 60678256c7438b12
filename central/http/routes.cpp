#include "central/http/routes.h"

#include <iterator>

#include "central/accounts/sessions.h"
#include "central/fleet/fleet.h"
#include "central/http/problem.h"
#include "central/roster/sites.h"

namespace ce::http {

std::vector<Route> routes(Backend const& backend) {
  std::vector<Route> all;
  for (auto part : {kiosk_routes,
                    grant_routes,
                    changes_routes,
                    seal_routes,
                    public_routes,
                    page_routes,
                    operation_routes,
                    sign_in_routes,
                    site_routes,
                    asset_routes,
                    console_home_routes,
                    console_registering_routes,
                    console_record_routes,
                    console_review_routes,
                    console_import_routes,
                    console_keeping_routes,
                    console_issuing_routes,
                    console_batch_routes,
                    console_site_routes,
                    console_visit_code_routes,
                    console_register_routes,
                    console_people_routes,
                    console_authority_routes,
                    console_unit_routes}) {
    auto rows = part(backend);
    all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }
  return all;
}

Doors doors(Backend const& backend) {
  using Who = Result<std::optional<accounts::SignedIn>>;
  Doors all;
  all.own_origin = backend.own_origin;
  all.kiosk = [backend](Request const& request) {
    return fleet::let_in(backend.store, request.kiosk_id, SecretText{request.bearer});
  };
  all.site = [backend](Request const& request) {
    return roster::institution_of_key(backend.store, SecretText{request.bearer});
  };
  all.session = [backend](Request const& request) -> Who {
    auto const token = backend.cookie.token_of(request);
    if (!token) return std::optional<accounts::SignedIn>{};
    return accounts::session_of(backend.store, *token, backend.clock.now());
  };
  all.glance = [backend](Request const& request) -> Who {
    auto const token = backend.cookie.token_of(request);
    if (!token) return std::optional<accounts::SignedIn>{};
    return accounts::look_at_session(backend.store, *token, backend.clock.now());
  };
  return all;
}

Response failed(Backend const& backend, Failure const& failure) {
  auto response = problem(failure);
  if (response.status >= 500) {
    backend.log.event(log::Event::failure, {{"what", describe(failure)}});
    backend.metrics.count_failure(failure.code);
  }
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

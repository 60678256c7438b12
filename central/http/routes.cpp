#include "central/http/routes.h"

#include <iterator>

#include "central/accounts/sessions.h"
#include "central/fleet/certificates.h"
#include "central/fleet/fleet.h"
#include "central/http/problem.h"
#include "central/roster/sites.h"

namespace ce::http {

std::vector<Route> routes(Backend const& backend) {
  std::vector<Route> all;
  for (auto part : {kiosk_routes,
                    enrolment_routes,
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
                    console_kiosk_routes,
                    console_kiosk_setting_routes,
                    console_keeping_routes,
                    console_issuing_routes,
                    console_batch_routes,
                    console_site_routes,
                    console_visit_code_routes,
                    console_register_routes,
                    console_people_routes,
                    console_authority_routes,
                    console_approval_routes,
                    console_unit_routes}) {
    auto rows = part(backend);
    all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }
  return all;
}

namespace {

bool from_this_machine(Request const& request) {
  return request.address.starts_with("127.") || request.address == "::1";
}

Result<std::string> kiosk_of(Backend const& backend, Request const& request) {
  CE_TRY(auto const certificate, certificate_of(backend, request));
  if (certificate) {
    if (!request.kiosk_id.empty() && request.kiosk_id != certificate->kiosk) {
      return Failure{FailureCode::not_permitted, "终端证书是另一台终端的"};
    }
    CE_CHECK(fleet::let_in_certified(backend.store, *certificate, backend.clock.now()));
    if (backend.whereabouts != nullptr)
      backend.whereabouts->heard(certificate->kiosk, request.address, backend.clock.tick());
    return certificate->kiosk;
  }
  if (!backend.bearer_keys || !from_this_machine(request) || request.bearer.empty()) {
    return Failure{FailureCode::not_permitted, "没有出示终端证书"};
  }
  CE_CHECK(fleet::let_in(backend.store, request.kiosk_id, SecretText{request.bearer}));
  return request.kiosk_id;
}

}  // namespace

Result<std::optional<kiosk_ca::ClientIdentity>> certificate_of(Backend const& backend,
                                                               Request const& request) {
  using Found = std::optional<kiosk_ca::ClientIdentity>;
  if (request.certificate || request.told_certificate.empty()) return Found{request.certificate};
  std::string pem;
  if (backend.authority == nullptr || !percent_decode(request.told_certificate, false, pem)) {
    return Failure{FailureCode::not_permitted, "终端证书读不出来"};
  }
  CE_TRY(auto told, backend.authority->check_client(pem, backend.clock.now()));
  return Found{std::move(told)};
}

Doors doors(Backend const& backend) {
  using Who = Result<std::optional<accounts::SignedIn>>;
  auto const counted = [backend](Who who) {
    if (!who) backend.metrics.count_failure(who.failure().code);
    return who;
  };
  Doors all;
  all.own_origin = backend.own_origin;
  all.kiosk = [backend](Request const& request) { return kiosk_of(backend, request); };
  all.site = [backend](Request const& request) {
    return roster::institution_of_key(backend.store, SecretText{request.bearer});
  };
  all.session = [backend, counted](Request const& request) -> Who {
    auto const token = backend.cookie.token_of(request);
    if (!token) return std::optional<accounts::SignedIn>{};
    return counted(accounts::session_of(backend.store, *token, backend.clock.now()));
  };
  all.glance = [backend, counted](Request const& request) -> Who {
    auto const token = backend.cookie.token_of(request);
    if (!token) return std::optional<accounts::SignedIn>{};
    return counted(accounts::look_at_session(backend.store, *token, backend.clock.now()));
  };
  return all;
}

void note_trouble(Backend const& backend, Failure const& failure) {
  if (status_of(failure.code) < 500) return;
  backend.log.event(log::Event::failure, {{"what", describe(failure)}});
  backend.metrics.count_failure(failure.code);
}

Response failed(Backend const& backend, Failure const& failure) {
  note_trouble(backend, failure);
  return problem(failure);
}

Result<std::string_view> json_body(Request const& request) {
  if (request.content_type != "application/json") {
    return Failure{FailureCode::input_invalid, "Content-Type应为application/json"};
  }
  return std::string_view{request.body};
}

bool may_look_up(Backend const& backend, Request const& request) {
  bool const says_who = request.certificate || !request.told_certificate.empty() || !request.bearer.empty();
  if (says_who) {
    // A hall's kiosks share one address; each has a measure of its own.
    if (auto const kiosk = kiosk_of(backend, request))
      return backend.volumes == nullptr || backend.volumes->admit_look_up(*kiosk, backend.clock.tick());
  }
  return backend.rate_limit.admit(request.address, backend.clock.tick());
}

}  // namespace ce::http

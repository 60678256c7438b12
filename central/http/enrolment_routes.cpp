#include "central/fleet/certificates.h"
#include "central/fleet/enrolment.h"
#include "central/http/problem.h"
#include "central/http/routes.h"

namespace ce::http {
namespace {

Failure no_authority() {
  return {FailureCode::grant_key_missing, "no authority for kiosks: ce-admin ca make"};
}

Result<std::string> enrol(Backend const& backend, Request const& request) {
  if (backend.authority == nullptr) return no_authority();
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const asked, protocol::read_enrolment_request(body));
  CE_TRY(auto const reply,
         fleet::enrol_by_code(backend.store, *backend.authority, asked, backend.clock.now()));
  return protocol::write(reply);
}

// Nobody is known yet: what each try costs is limited by address, as look-ups are.
Response take_enrolment(Backend const& backend, Request const& request) {
  if (!backend.rate_limit.admit(request.address, backend.clock.tick())) {
    return problem({FailureCode::too_many_requests, {}});
  }
  auto body = enrol(backend, request);
  return body ? json(std::move(body).value()) : failed(backend, body.failure());
}

Result<std::string> renew(Backend const& backend, Request const& request) {
  if (backend.authority == nullptr) return no_authority();
  CE_TRY(auto const shown, certificate_of(backend, request));
  if (!shown) return Failure{FailureCode::not_permitted, "凭密钥的终端没有证书可换"};
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const asked, protocol::read_renewal_request(body));
  CE_TRY(auto const made,
         fleet::renew(backend.store, *backend.authority, *shown, asked.request, backend.clock.now()));
  return protocol::write(protocol::CertificateReply{made.pem, backend.authority->pem()});
}

}  // namespace

std::vector<Route> enrolment_routes(Backend const& backend) {
  return {{.method = Method::post,
           .pattern = "/api/v1/kiosk/enrolment",
           .work = Work::pool,
           .most_body = small_body,
           .handle = [backend](Request const& request) { return take_enrolment(backend, request); }},
          kiosk_route(backend, "/api/v1/kiosk/certificate", small_body, renew)};
}

}  // namespace ce::http

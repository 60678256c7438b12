#include "central/fleet/fleet.h"
#include "central/fleet/logs.h"
#include "central/forgetting/forgetting.h"
#include "central/http/routes.h"
#include "central/tokens/certificate_tokens.h"
#include "central/visit_codes/visit_codes.h"
#include "shared/identity/id_number.h"
#include "shared/protocol/json.h"

namespace ce::http {
namespace {

constexpr std::size_t events_body = 1U << 20U;  // and of a log

// A missing key is said once at the start and by /health, not at each of a day's queries.
void note_unless_keyless(Backend const& backend, Failure const& failure) {
  if (failure.code != FailureCode::grant_key_missing) note_trouble(backend, failure);
}

// Whose years are asked for, once the proof holds.
Result<SecretText> proven(Backend const& backend, Request const& request,
                          protocol::PersonQuery const& query) {
  auto const now = backend.clock.now();
  if (auto const* by_code = std::get_if<protocol::ByCode>(&query.proof)) {
    return visit_codes::spend(backend.store, by_code->code, request.kiosk_id, now);
  }
  auto const examined = identity::examine_id_number(query.id_number.reveal(), china_date(now));
  if (!examined.valid) return Failure{FailureCode::id_number_invalid, {}};
  SecretText id_number{examined.canonical};
  if (auto const* by_password = std::get_if<protocol::ByPassword>(&query.proof)) {
    CE_CHECK(backend.store.verify_query_password(id_number, by_password->password, now));
  }
  return id_number;
}

Result<std::string> person_years(Backend const& backend, Request const& request) {
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const query, protocol::read_person_query(body));
  if (backend.volumes != nullptr) {
    CE_CHECK(backend.volumes->admit_person(request.kiosk_id, backend.clock.tick()));
  }
  CE_TRY(auto const id_number, proven(backend, request, query));
  auto const now = backend.clock.now();
  // Any hall of the province serves any professional of it.
  CE_TRY(auto years, backend.store.person_years(id_number, store::RegionScope{}, now));
  if (!years) return Failure{FailureCode::person_unknown, {}};
  CE_TRY(bool const forgotten, forgetting::is_forgotten(backend.store, years->person));
  if (forgotten) return Failure{FailureCode::person_unknown, {}};
  // Without a token the sheet's code leads to the page of its number.
  if (auto const added = tokens::add_tokens(backend.store, backend.office.ring, *years, now); !added) {
    note_unless_keyless(backend, added.failure());
  }
  // Who cannot be given grants beforehand fetches one when printing: the answer is good without.
  if (auto const added = grants::add_pre_grants(backend.office, request.kiosk_id, *years, now); !added) {
    note_unless_keyless(backend, added.failure());
  }
  return protocol::write(*years);
}

Result<std::string> take_events(Backend const& backend, Request const& request) {
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const events, protocol::read_events(body));
  CE_TRY(auto const replies,
         fleet::take_events(backend.store, request.kiosk_id, events, backend.clock.now()));
  for (std::size_t i = 0; i < replies.size(); ++i)
    backend.metrics.count_event(events[i], replies[i].acceptance);
  return protocol::write(std::span<protocol::EventReply const>{replies});
}

Result<std::string> take_health(Backend const& backend, Request const& request) {
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const health, protocol::read_health(body));
  CE_TRY(auto const reply, fleet::take_health(backend.store, request.kiosk_id, health, backend.clock.now()));
  return protocol::write(reply);
}

Result<std::string> take_log(Backend const& backend, Request const& request) {
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const log, protocol::read_kiosk_log(body));
  CE_CHECK(fleet::take_log(backend.store, request.kiosk_id, log, backend.clock.now()));
  return std::string{R"({"version":1})"};
}

}  // namespace

Route kiosk_route(Backend const& backend, char const* pattern, std::size_t most_body, KioskHandler handler) {
  return {.method = Method::post,
          .pattern = pattern,
          .auth = Auth::kiosk,
          .work = Work::pool,
          .most_body = most_body,
          .handle = [backend, handler](Request const& request) {
            auto body = handler(backend, request);
            return body ? json(std::move(body).value()) : failed(backend, body.failure());
          }};
}

std::vector<Route> kiosk_routes(Backend const& backend) {
  return {kiosk_route(backend, "/api/v1/kiosk/person-queries", small_body, person_years),
          kiosk_route(backend, "/api/v1/kiosk/events", events_body, take_events),
          kiosk_route(backend, "/api/v1/kiosk/health", small_body, take_health),
          kiosk_route(backend, "/api/v1/kiosk/logs", events_body, take_log)};
}

}  // namespace ce::http

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "central/approvals/approvals.h"
#include "central/electronic_copy/bureau.h"
#include "central/fleet/volumes.h"
#include "central/fleet/whereabouts.h"
#include "central/grants/hand_out.h"
#include "central/http/cookies.h"
#include "central/http/metrics.h"
#include "central/http/router.h"
#include "central/http/service.h"
#include "central/imports/tray.h"
#include "central/kiosk_ca/authority.h"
#include "central/registration/proofs.h"
#include "central/store/store.h"
#include "central/verification/rate_limit.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::http {

/// Enough for every request that is no delivery, in bytes.
constexpr std::size_t small_body = 16U << 10U;

/// What the handlers work with; all borrowed, all outliving the server.
struct Backend {
  store::Store& store;
  grants::Office office;  // over the same store
  electronic_copy::Bureau const& copies;
  verification::RateLimit& rate_limit;
  Metrics& metrics;
  Clock const& clock;
  log::Logger const& log;
  std::string const& openapi;  // the text of openapi.yaml, empty where it is not installed
  std::string_view program_version;
  registration::ProofShelf const& proofs;
  imports::Tray const& tray;
  std::function<void()> wake_imports;  // there is a new registration file
  std::function<void()> wake_batches;  // there is a new order to issue
  SessionCookie cookie = {};
  std::string own_origin = {};                     // of [public] base_url, for the Origin of our own pages
  kiosk_ca::Authority const* authority = nullptr;  // of kiosks' certificates; null: none was made
  bool bearer_keys = false;  // whether kiosks on this machine may come without a certificate, by a key
  fleet::Volumes* volumes = nullptr;  // of what kiosks ask for; null: without limit
  approvals::Rules approvals = {};    // when a second person is needed
  /// Registers that are written as files.
  struct RegisterFiles {
    std::filesystem::path directory = {};
    std::int64_t hours = 24;  // a file stays
    std::function<void()> wake = {};
  };
  RegisterFiles register_files = {};
  std::int64_t waiting_imports = 5;           // of one account
  fleet::Whereabouts* whereabouts = nullptr;  // of kiosks that come by a certificate; null: nobody looks
};

/// Every route of ce-central. Handlers only translate: rules are in the rooms they call.
[[nodiscard]] std::vector<Route> routes(Backend const& backend);

/// The doors of all routes.
[[nodiscard]] Doors doors(Backend const& backend);

// The parts of routes().
[[nodiscard]] std::vector<Route> kiosk_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> enrolment_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> grant_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> changes_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> seal_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> public_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> page_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> operation_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> sign_in_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> site_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> asset_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_home_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_registering_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_record_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_review_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_import_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_kiosk_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_kiosk_setting_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_keeping_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_issuing_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_batch_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_site_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_visit_code_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_authority_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_approval_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_people_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_unit_routes(Backend const& backend);
[[nodiscard]] std::vector<Route> console_register_routes(Backend const& backend);

/// Logs a failure and counts it for /metrics where the caller has no part in it (5xx); passes over any other.
void note_trouble(Backend const& backend, Failure const& failure);

/// A failure as a response, which note_trouble() has seen.
[[nodiscard]] Response failed(Backend const& backend, Failure const& failure);

/// The body of a JSON request. Fails with input_invalid where the content type is another one.
[[nodiscard]] Result<std::string_view> json_body(Request const& request);

/// What answers a kiosk: the body of a 200, or why not.
using KioskHandler = Result<std::string> (*)(Backend const&, Request const&);

/// A POST for enrolled kiosks, run on the pool.
[[nodiscard]] Route kiosk_route(Backend const& backend, char const* pattern, std::size_t most_body,
                                KioskHandler handler);

/// The certificate that a kiosk shows, as the TLS connection knows it or a trusted proxy tells it; nothing
/// where it shows none. Fails with not_permitted where what is told holds not.
[[nodiscard]] Result<std::optional<kiosk_ca::ClientIdentity>> certificate_of(Backend const& backend,
                                                                             Request const& request);

/// Whether this caller may look a certificate up now: a kiosk so many an hour, others by their address.
[[nodiscard]] bool may_look_up(Backend const& backend, Request const& request);

/// Wraps `body`, JSON that the protocol room wrote.
[[nodiscard]] inline Response json(std::string body) {
  Response response;
  response.body = std::move(body);
  return response;
}

}  // namespace ce::http

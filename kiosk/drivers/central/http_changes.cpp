#include <array>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/central/refusal.h"
#include "kiosk/drivers/central/session.h"
#include "shared/protocol/json.h"

// The delta, and what it names.
namespace ce::drivers {
namespace {

constexpr auto change_codes =
    std::to_array<FailureCode>({FailureCode::resync_needed, FailureCode::input_invalid});
constexpr auto seal_codes = std::to_array<FailureCode>({FailureCode::record_unknown});

/// What proves things and what central sets, in the order in which the protocol learnt it: the newest last.
constexpr std::string_view proof_kinds = "key,certificate_key,revocation,authority,pack,strings,config,seal";

/// Of a request that central cannot make sense of nobody but this room can make anything.
Result<SecretText> as_refused(Result<SecretText> body) {
  if (body || body.failure().code != FailureCode::input_invalid) return body;
  return Failure{FailureCode::central_refused, body.failure().detail};
}

}  // namespace

Result<SecretText> HttpCentral::changes(std::string const& kinds, std::string const& cursor) {
  std::string path = "/api/v1/kiosk/changes?kinds=" + kinds;
  if (!cursor.empty()) path += "&cursor=" + cursor;
  return body_of(session_->call(path, std::nullopt), change_codes);
}

Result<protocol::ChangesPage> HttpCentral::proof_changes(std::string const& cursor) {
  std::string kinds{proof_kinds};
  auto body = changes(kinds, cursor);
  // A central older than this kiosk refuses a kind that it does not know: on with those that both know. Each
  // page is asked for all of them, and once central knows more the cursor, of another choice, begins anew.
  while (!body && body.failure().code == FailureCode::input_invalid && kinds.find(',') != std::string::npos) {
    kinds.resize(kinds.rfind(','));
    body = changes(kinds, cursor);
  }
  CE_TRY(auto const told, as_refused(std::move(body)));
  return session_->read(protocol::read_changes(told.reveal()));
}

Result<SecretText> HttpCentral::people_changes(std::string const& kinds, std::string const& cursor) {
  return as_refused(changes(kinds, cursor));
}

Result<std::string> HttpCentral::fetch_seal(std::string const& sha256) {
  CE_TRY(auto body,
         body_of(session_->call("/api/v1/kiosk/seals/" + sha256, std::nullopt), seal_codes, "image/png"));
  return std::move(body.reveal());
}

}  // namespace ce::drivers

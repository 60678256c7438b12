#include <array>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/central/refusal.h"
#include "kiosk/drivers/central/session.h"
#include "shared/protocol/json.h"

// The delta, and what it names.
namespace ce::drivers {
namespace {

constexpr auto change_codes = std::to_array<FailureCode>({FailureCode::resync_needed});
constexpr auto seal_codes = std::to_array<FailureCode>({FailureCode::record_unknown});

}  // namespace

Result<SecretText> HttpCentral::changes(std::string const& kinds, std::string const& cursor) {
  std::string path = "/api/v1/kiosk/changes?kinds=" + kinds;
  if (!cursor.empty()) path += "&cursor=" + cursor;
  return body_of(session_->call(path, std::nullopt), change_codes);
}

Result<protocol::ChangesPage> HttpCentral::proof_changes(std::string const& cursor) {
  CE_TRY(auto const body,
         changes("key,certificate_key,revocation,authority,pack,strings,config,seal", cursor));
  return protocol::read_changes(body.reveal());
}

Result<SecretText> HttpCentral::people_changes(std::string const& kinds, std::string const& cursor) {
  return changes(kinds, cursor);
}

Result<std::string> HttpCentral::fetch_seal(std::string const& sha256) {
  CE_TRY(auto body,
         body_of(session_->call("/api/v1/kiosk/seals/" + sha256, std::nullopt), seal_codes, "image/png"));
  return std::move(body.reveal());
}

}  // namespace ce::drivers

#include <array>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/central/refusal.h"
#include "kiosk/drivers/central/session.h"
#include "shared/protocol/json.h"

// The delta.
namespace ce::drivers {
namespace {

constexpr auto change_codes = std::to_array<FailureCode>({FailureCode::resync_needed});

}  // namespace

Result<SecretText> HttpCentral::changes(std::string const& kinds, std::string const& cursor) {
  std::string path = "/api/v1/kiosk/changes?kinds=" + kinds;
  if (!cursor.empty()) path += "&cursor=" + cursor;
  return body_of(session_->call(path, std::nullopt), change_codes);
}

Result<protocol::ChangesPage> HttpCentral::proof_changes(std::string const& cursor) {
  CE_TRY(auto const body, changes("key,certificate_key,revocation,authority,pack,strings,config", cursor));
  return protocol::read_changes(body.reveal());
}

Result<SecretText> HttpCentral::people_changes(std::string const& kinds, std::string const& cursor) {
  return changes(kinds, cursor);
}

}  // namespace ce::drivers

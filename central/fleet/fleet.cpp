#include "central/fleet/fleet.h"

#include "central/audit/audit.h"

namespace ce::fleet {
namespace {

constexpr std::size_t longest_key = 256;

}  // namespace

Result<void> let_in(store::Store const& store, std::string_view id, SecretText const& key) {
  Failure const refused{FailureCode::not_permitted, "kiosk id and key do not belong together"};
  if (id.empty() || key.reveal().empty() || key.reveal().size() > longest_key) return refused;
  // The row is found by the key's hash, so the time of the search says nothing about the key itself.
  CE_TRY(auto const kiosk, store.kiosk_by_key_hash(store::key_hash(key)));
  if (!kiosk || !same_secret(kiosk->id, id)) return refused;
  return {};
}

Result<void> enrol(store::Store& store, std::string_view operator_name, store::Kiosk const& kiosk,
                   std::string_view key_hash, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(store::insert_kiosk(database, store.rules(), kiosk, key_hash, now));
    return audit::append(database, audit::operator_author(operator_name, kiosk.region),
                         audit::Action::kiosk_enrolled, {"kiosk", kiosk.id}, audit::detail({}), now);
  });
}

Result<protocol::HealthReply> take_health(store::Store& store, std::string_view kiosk,
                                          protocol::Health const& health, Instant now) {
  CE_CHECK(store.record_health(kiosk, health, now));
  return protocol::HealthReply{.central_now = now};
}

}  // namespace ce::fleet

#include <algorithm>

#include "central/feed/things.h"
#include "central/grants/keys.h"
#include "central/issuing/authority.h"
#include "central/issuing/former_names.h"
#include "central/tokens/keys.h"

namespace ce::feed {
namespace {

Result<What> key_now(storage::Database& database, std::string const& id) {
  CE_TRY(auto const keys, grants::keys(database));
  auto const found = std::find_if(keys.begin(), keys.end(), [&](auto const& key) { return key.id == id; });
  if (found == keys.end() || found->withdrawn) return What{protocol::Removed{}};
  return What{protocol::KeyChange{{found->id, found->public_key, found->retired}}};
}

/// Revoked ones too: what they signed is refused for that, not for want of the key.
Result<What> certificate_key_now(storage::Database& database, std::string const& id) {
  CE_TRY(auto const lines, tokens::keys(database));
  for (auto const& line : lines) {
    if (line.key.id == id) return What{protocol::CertificateKeyChange{line.key}};
  }
  return What{protocol::Removed{}};
}

Result<What> revocation_now(storage::Database& database, std::string const& number) {
  auto row = database.prepare(
      "SELECT revoked_ms, successor FROM certificates WHERE number = $1 AND revoked_ms IS NOT NULL");
  CE_TRY(bool const there, row.bind(1, number).step());
  if (!there) return What{protocol::Removed{}};
  auto const reason =
      row.text(1).empty() ? token::RevocationReason::withdrawn : token::RevocationReason::corrected;
  return What{protocol::RevocationChange{{china_date(Instant{row.integer(0)}), reason}}};
}

Result<What> seal_now(storage::Database& database, std::string const& region) {
  CE_TRY(auto hash, issuing::seal_of(database, region));
  if (hash.empty()) return What{protocol::Removed{}};
  return What{protocol::SealChange{std::move(hash)}};
}

}  // namespace

Result<What> common_now(storage::Database& database, store::Store const& store, changes::Thing const& thing) {
  if (thing.kind == changes::Kind::key) return key_now(database, thing.id);
  if (thing.kind == changes::Kind::certificate_key) return certificate_key_now(database, thing.id);
  if (thing.kind == changes::Kind::revocation) return revocation_now(database, thing.id);
  if (thing.kind == changes::Kind::config) return config_now(database, thing);
  if (thing.kind == changes::Kind::person) return person_now(database, thing);
  if (thing.kind == changes::Kind::seal) return seal_now(database, thing.id);
  auto row = database.prepare("SELECT version, text FROM published WHERE kind = $1 AND id = $2");
  CE_TRY(bool const there, row.bind(1, changes::word_of(thing.kind)).bind(2, thing.id).step());
  if (!there) return What{protocol::Removed{}};
  if (thing.kind != changes::Kind::authority) return What{protocol::VersionChange{row.text(0), row.text(1)}};
  CE_TRY(auto authority, issuing::authority_of(database, store.rules(), thing.id));
  CE_TRY(auto former, issuing::former_names(database, thing.id));
  return What{protocol::AuthorityChange{
      .region = thing.id, .name = std::move(authority.name), .former = std::move(former)}};
}

}  // namespace ce::feed

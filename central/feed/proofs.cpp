#include "central/feed/feed.h"
#include "central/feed/things.h"
#include "central/grants/keys.h"
#include "central/issuing/authority.h"
#include "central/issuing/former_names.h"
#include "central/tokens/keys.h"

namespace ce::feed {
namespace {

using changes::Kind;

/// The ids of all that a kiosk needs of one kind.
Result<void> add_ids(storage::Database& database, Kind kind, std::string const& sql,
                     std::vector<changes::Thing>& things) {
  auto rows = database.prepare(sql);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    things.push_back({std::string{changes::common_scope}, kind, rows.text(0)});
  }
}

}  // namespace

Result<protocol::KeptChanges> proofs(store::Store const& store, Instant now) {
  protocol::KeptChanges kept;
  kept.as_of = now;
  std::string const authority{changes::word_of(Kind::authority)};
  CE_TRY(auto const authorities, issuing::authorities(store));
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    kept.changes.clear();
    for (auto const& one : authorities) {
      CE_TRY(auto former, issuing::former_names(database, one.region));
      kept.changes.try_emplace(
          {authority, one.region},
          protocol::Change{authority, one.region,
                           protocol::AuthorityChange{one.region, one.name, std::move(former)}});
    }
    // Retired codes too: what they issued is in force.
    for (auto const& change : store.rules().regions.changes()) {
      protocol::AuthorityChange const retired{
          change.code, store.rules().regions.authority_name(change.code), {}};
      kept.changes.try_emplace({authority, change.code}, protocol::Change{authority, change.code, retired});
    }
    std::vector<changes::Thing> things;
    CE_CHECK(add_ids(database, Kind::key, "SELECT id FROM grant_keys WHERE withdrawn_ms IS NULL", things));
    CE_CHECK(add_ids(database, Kind::certificate_key, "SELECT id FROM certificate_keys", things));
    CE_CHECK(add_ids(database, Kind::revocation,
                     "SELECT number FROM certificates WHERE revoked_ms IS NOT NULL", things));
    for (auto const& thing : things) {
      std::string const kind{changes::word_of(thing.kind)};
      CE_TRY(auto what, common_now(database, store, thing));
      kept.changes.try_emplace({kind, thing.id}, protocol::Change{kind, thing.id, std::move(what)});
    }
    return {};
  });
  if (!read) return read.failure();
  return kept;
}

}  // namespace ce::feed

#include "central/feed/published.h"

#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

#include "central/changes/epoch.h"
#include "central/feed/feed.h"
#include "central/issuing/former_names.h"
#include "central/store/digest.h"
#include "shared/credit/pack_file.h"

namespace ce::feed {
namespace {

using changes::Kind;

Result<Published> published_before(storage::Database& database) {
  Published published;
  auto rows = database.prepare("SELECT kind, id, version, text FROM published");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return published;
    for (auto kind : {Kind::authority, Kind::pack, Kind::strings}) {
      if (changes::word_of(kind) == rows.text(0))
        published.emplace(PublishedKey{kind, rows.text(1)}, PublishedThing{rows.text(2), rows.text(3)});
    }
  }
}

Result<void> put(storage::Database& database, PublishedKey const& key, PublishedThing const& thing) {
  return database
      .prepare(
          "INSERT INTO published (kind, id, version, text) VALUES ($1, $2, $3, $4) "
          "ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, text = excluded.text")
      .bind(1, changes::word_of(key.first))
      .bind(2, key.second)
      .bind(3, thing.version)
      .bind(4, thing.text)
      .run();
}

Result<void> drop(storage::Database& database, PublishedKey const& key) {
  return database.prepare("DELETE FROM published WHERE kind = $1 AND id = $2")
      .bind(1, changes::word_of(key.first))
      .bind(2, key.second)
      .run();
}

PublishedThing with_version(std::string text) {
  auto version = store::sha256_hex(text);
  return {std::move(version), std::move(text)};
}

/// Brings the table to what is here and touches what differs.
Result<void> bring_up(storage::Database& database, Published const& here, Instant now) {
  CE_TRY(auto const before, published_before(database));
  std::vector<changes::Thing> things;
  auto const differs = [&things](PublishedKey const& key) {
    things.push_back({std::string{changes::common_scope}, key.first, key.second});
  };
  for (auto const& [key, thing] : here) {
    auto const found = before.find(key);
    if (found != before.end() && found->second == thing) continue;
    if (key.first == Kind::authority && found != before.end()) {
      CE_CHECK(issuing::note_former_name(database, key.second, found->second.version, now));
    }
    CE_CHECK(put(database, key, thing));
    differs(key);
  }
  for (auto const& [key, thing] : before) {
    if (here.contains(key)) continue;
    CE_CHECK(drop(database, key));
    differs(key);
  }
  return changes::touch(database, things);
}

}  // namespace

Published published_here(store::Rulebook const& rules, std::filesystem::path const& strings_dir) {
  Published here;
  for (auto const& region : rules.regions.all()) {
    here.emplace(PublishedKey{Kind::authority, region.code},
                 PublishedThing{rules.regions.authority_name(region.code), {}});
  }
  // Certificates of regions that are no more are shown to kiosks' visitors as long as there are any.
  for (auto const& change : rules.regions.changes()) {
    here.emplace(PublishedKey{Kind::authority, change.code},
                 PublishedThing{rules.regions.authority_name(change.code), {}});
  }
  for (auto const& pack : rules.packs.all()) {
    here.emplace(PublishedKey{Kind::pack, pack.id}, with_version(credit::pack_text(pack)));
  }
  std::error_code error;
  for (auto const& entry : std::filesystem::directory_iterator{strings_dir, error}) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in{entry.path(), std::ios::binary};
    here.emplace(PublishedKey{Kind::strings, entry.path().stem().string()},
                 with_version({std::istreambuf_iterator<char>{in}, {}}));
  }
  return here;
}

Result<void> publish(store::Store& store, std::filesystem::path const& strings_dir, Instant now) {
  auto const here = published_here(store.rules(), strings_dir);
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(changes::ensure_epoch(database, now));
    return bring_up(database, here, now);
  });
}

}  // namespace ce::feed

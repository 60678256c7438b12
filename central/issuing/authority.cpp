#include "central/issuing/authority.h"

#include "central/audit/audit.h"
#include "central/changes/touch.h"
#include "central/issuing/former_names.h"
#include "central/issuing/seal_check.h"
#include "central/store/digest.h"
#include "central/store/words.h"
#include "shared/base/text.h"
#include "shared/identity/name.h"
#include "shared/storage/id_list.h"

namespace ce::issuing {
namespace {

constexpr std::size_t most_name_characters = 40;  // what fits the sheet's line

Authority default_of(rulebook::Rulebook const& rules, std::string_view region) {
  return {std::string{region}, rules.regions.authority_name(region), {}, {}, false};
}

Result<Authority> read_row(storage::Statement const& row) {
  Authority authority;
  authority.region = row.text(0);
  authority.name = row.text(1);
  if (!row.is_null(2)) {
    CE_TRY(authority.seal_mode, store::from_protocol_word<certificate::SealMode>(row.text(2)));
  }
  authority.seal = row.text(3);
  authority.is_set = true;
  return authority;
}

Result<std::string> printable_name(std::string_view typed) {
  auto const characters = decode_utf8(typed);
  if (characters && characters->size() > most_name_characters) {
    return Failure{FailureCode::input_invalid, "发证单位名称超过 40 字，证书上印不下"};
  }
  auto name = identity::checked_name(typed);
  if (!name) return Failure{FailureCode::input_invalid, "发证单位名称为空，或含有不能印出的字符"};
  return name;
}

Result<std::string> keep_seal(storage::Database& database, std::string const& png, Instant now) {
  if (png.empty()) return std::string{};
  auto hash = store::sha256_hex(png);
  auto insert = database.prepare(
      "INSERT INTO seal_images (hash, bytes, png, stored_ms) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (hash) DO NOTHING");
  insert.bind(1, hash).bind(2, static_cast<std::int64_t>(png.size())).bind_blob(3, png).bind(4, now.ms);
  CE_CHECK(insert.run());
  return hash;
}

Result<void> write_authority(storage::Database& database, Authority const& authority,
                             std::string const& account, Instant now) {
  auto row = database.prepare(
      "INSERT INTO issuing_authorities (region, name, seal_mode, seal, changed_by, changed_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (region) DO UPDATE SET name = excluded.name, "
      "seal_mode = excluded.seal_mode, seal = excluded.seal, changed_by = excluded.changed_by, "
      "changed_ms = excluded.changed_ms");
  row.bind(1, authority.region).bind(2, authority.name);
  row.bind(3, authority.seal_mode ? std::optional{std::string{protocol::word_of(*authority.seal_mode)}}
                                  : std::nullopt);
  row.bind(4, authority.seal.empty() ? std::nullopt : std::optional{authority.seal});
  return row.bind(5, account).bind(6, now.ms).run();
}

Result<std::string> picture_where(store::Store const& store, std::string const& condition,
                                  std::string_view hash) {
  std::string png;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT png FROM seal_images WHERE " + condition);
    CE_TRY(bool const there, row.bind(1, hash).step());
    if (!there) return Failure{FailureCode::record_unknown, {}};
    png = row.blob(0);
    return {};
  });
  if (!done) return done.failure();
  return png;
}

constexpr std::string_view select_authority = "SELECT region, name, seal_mode, seal FROM issuing_authorities";

}  // namespace

Result<Authority> authority_of(storage::Database& database, rulebook::Rulebook const& rules,
                               std::string_view region) {
  std::string const only{region};
  CE_TRY(auto found, read_authorities(ask_authorities(database, {&only, 1}), rules, {&only, 1}));
  return std::move(found.at(only));
}

storage::Statement ask_authorities(storage::Database& database, std::span<std::string const> regions) {
  auto rows = database.prepare(std::string{select_authority} + " WHERE region IN (" +
                               storage::parameters(1, storage::padded(regions.size())) + ")");
  storage::bind_ids(rows, 1, regions);
  rows.ask();
  return rows;
}

Result<std::map<std::string, Authority>> read_authorities(storage::Statement asked,
                                                          rulebook::Rulebook const& rules,
                                                          std::span<std::string const> regions) {
  std::map<std::string, Authority> all;
  for (auto const& region : regions) all[region] = default_of(rules, region);
  for (;;) {
    CE_TRY(bool const more, asked.step());
    if (!more) return all;
    CE_TRY(auto authority, read_row(asked));
    all[authority.region] = std::move(authority);
  }
}

Result<std::vector<Authority>> authorities(store::Store const& store) {
  auto const& rules = store.rules();
  std::map<std::string, Authority> all;
  for (auto const& region : rules.regions.all()) all[region.code] = default_of(rules, region.code);
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(select_authority);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      CE_TRY(auto authority, read_row(rows));
      all[authority.region] = std::move(authority);
    }
  });
  if (!done) return done.failure();
  std::vector<Authority> list;
  list.reserve(all.size());
  for (auto& [code, authority] : all) list.push_back(std::move(authority));
  return list;
}

Result<std::string> keep_picture(storage::Database& database, std::string const& png, Instant now) {
  if (!png.empty()) CE_CHECK(check_seal(png));
  return keep_seal(database, png, now);
}

Result<void> set_authority(storage::Database& database, rulebook::Rulebook const& rules,
                           AuthorityChange const& change, audit::Author by, Instant now,
                           std::string_view proposal) {
  if (rules.regions.find(change.region) == nullptr) {
    return Failure{FailureCode::input_invalid, "没有代码为 " + change.region + " 的地区"};
  }
  by.region = change.region;
  CE_TRY(auto authority, authority_of(database, rules, change.region));
  if (change.name) {
    CE_TRY(auto name, printable_name(*change.name));
    if (name != authority.name) {
      CE_CHECK(note_former_name(database, change.region, authority.name, now));
    }
    authority.name = std::move(name);
  }
  auto const former_seal = authority.seal;
  if (change.seal_mode) authority.seal_mode = change.seal_mode;
  if (change.seal) authority.seal = *change.seal;
  if (change.seal_png) {
    CE_TRY(authority.seal, keep_picture(database, *change.seal_png, now));
  }
  if (authority.seal_mode == certificate::SealMode::e_seal && authority.seal.empty()) {
    return Failure{FailureCode::input_invalid,
                   "电子印章需要印章图片：请一并上传 PNG 图片，或改为窗口盖章、预盖章证书纸"};
  }
  CE_CHECK(write_authority(database, authority, by.account, now));
  std::string const scope{changes::common_scope};
  std::vector<changes::Thing> things{{scope, changes::Kind::authority, change.region}};
  if (authority.seal != former_seal) things.push_back({scope, changes::Kind::seal, change.region});
  CE_CHECK(changes::touch(database, things));
  auto const mode = authority.seal_mode ? protocol::word_of(*authority.seal_mode) : std::string_view{"pack"};
  return audit::append(
      database, by, audit::Action::authority_set, {"authority", change.region},
      proposal.empty()
          ? audit::detail({{"seal_mode", mode}, {"seal", authority.seal}})
          : audit::detail({{"seal_mode", mode}, {"seal", authority.seal}, {"proposal", proposal}}),
      now);
}

Result<void> set_authority(store::Store& store, AuthorityChange const& change, audit::Author by,
                           Instant now) {
  return store.write(
      [&](storage::Database& database) { return set_authority(database, store.rules(), change, by, now); });
}

Result<std::string> seal_picture(store::Store const& store, std::string_view hash) {
  return picture_where(store, "hash = $1", hash);
}

Result<std::string> seal_in_use(store::Store const& store, std::string_view hash) {
  return picture_where(
      store, "hash = $1 AND EXISTS (SELECT 1 FROM issuing_authorities a WHERE a.seal = seal_images.hash)",
      hash);
}

Result<std::string> seal_of(storage::Database& database, std::string_view region) {
  auto row = database.prepare("SELECT seal FROM issuing_authorities WHERE region = $1 AND seal IS NOT NULL");
  CE_TRY(bool const there, row.bind(1, region).step());
  return there ? row.text(0) : std::string{};
}

}  // namespace ce::issuing

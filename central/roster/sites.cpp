#include "central/roster/sites.h"

#include <algorithm>

#include "central/accounts/permissions.h"
#include "central/audit/audit.h"
#include "central/roster/permission.h"

namespace ce::roster {
namespace {

constexpr std::size_t longest_key = 256;
constexpr std::size_t shown_digits = 12;

constexpr std::string_view site_rows =
    "SELECT s.key_hash, s.institution, i.name, i.region, s.enrolled_ms, s.revoked_ms FROM learning_sites s "
    "JOIN institutions i ON i.id = s.institution ";

Site read_site(storage::Statement const& row) {
  Site site{row.text(0).substr(0, shown_digits),
            row.integer(1),
            row.text(2),
            row.text(3),
            Instant{row.integer(4)},
            {}};
  if (auto const revoked = row.optional_integer(5)) site.revoked = Instant{*revoked};
  return site;
}

Result<void> check_may_let_in(accounts::Keeper const& keeper, std::string_view region) {
  if (accounts::may(keeper, accounts::Deed::let_sites_in, region)) return {};
  return Failure{FailureCode::role_refused, "网上学习系统由运维人员接入"};
}

Result<void> note_site(storage::Database& database, accounts::Keeper const& keeper, audit::Action action,
                       Site const& site, Instant now) {
  return audit::append(database, accounts::author_of(keeper, site.region), action,
                       {"institution", std::to_string(site.institution)}, audit::detail({{"key", site.key}}),
                       now);
}

Result<std::vector<Site>> read_sites(storage::Statement& rows) {
  std::vector<Site> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    found.push_back(read_site(rows));
  }
}

}  // namespace

Result<std::int64_t> institution_of_key(store::Store const& store, SecretText const& key) {
  Failure const refused{FailureCode::not_permitted, "unknown key of a learning site"};
  if (key.reveal().empty() || key.reveal().size() > longest_key) return refused;
  std::optional<std::int64_t> institution;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT s.institution FROM learning_sites s JOIN institutions i ON i.id = s.institution "
        "WHERE s.key_hash = $1 AND s.revoked_ms IS NULL AND i.approved_online = 1 AND i.closed_ms IS NULL");
    CE_TRY(bool const there, row.bind(1, store::key_hash(key)).step());
    if (there) institution = row.integer(0);
    return {};
  });
  if (!done) return done.failure();
  if (!institution) return refused;
  return *institution;
}

Result<std::vector<Institution>> approved_institutions(store::Store const& store) {
  std::vector<Institution> found;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT id, name, region FROM institutions WHERE approved_online = 1 AND closed_ms IS NULL "
        "ORDER BY region, name, id");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      found.push_back({rows.integer(0), rows.text(1), rows.text(2)});
    }
  }));
  return found;
}

Result<Site> enrol_site(store::Store& store, accounts::Keeper const& keeper, std::int64_t institution,
                        SecretText const& key, Instant now) {
  auto const hash = store::key_hash(key);
  Site site;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT name, region, approved_online FROM institutions WHERE id = $1 AND closed_ms IS NULL");
    CE_TRY(bool const there, row.bind(1, institution).step());
    auto const called = "institution " + std::to_string(institution);
    // Before anything is told about the institution.
    CE_CHECK(check_may_let_in(keeper, there ? row.text(1) : std::string{province}));
    if (!there) return Failure{FailureCode::input_invalid, called + ": there is none"};
    if (row.integer(2) == 0) {
      return Failure{FailureCode::input_invalid, called + " is no approved learning site (article 4(4))"};
    }
    site = {hash.substr(0, shown_digits), institution, row.text(0), row.text(1), now, {}};
    CE_CHECK(
        database
            .prepare("INSERT INTO learning_sites (key_hash, institution, enrolled_ms) VALUES ($1, $2, $3)")
            .bind(1, hash)
            .bind(2, institution)
            .bind(3, now.ms)
            .run());
    return note_site(database, keeper, audit::Action::site_enrolled, site, now);
  });
  if (!done) return done.failure();
  return site;
}

Result<Site> revoke_site(store::Store& store, accounts::Keeper const& keeper, std::string_view key,
                         Instant now) {
  if (key.size() < 4 || key.find_first_not_of("0123456789abcdef") != std::string_view::npos) {
    return Failure{FailureCode::input_invalid,
                   "name the key by 4 or more of its digits, as `site list` shows them"};
  }
  Site site;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(std::string{site_rows} + "WHERE s.key_hash LIKE $1");
    CE_TRY(auto const found, read_sites(rows.bind(1, std::string{key} + "%")));
    CE_CHECK(check_may_let_in(keeper, found.empty() ? std::string{province} : found.front().region));
    if (found.size() != 1 || found.front().revoked) {
      return Failure{FailureCode::input_invalid, found.empty()      ? "no key begins so"
                                                 : found.size() > 1 ? "several keys begin so"
                                                                    : "that key is revoked already"};
    }
    site = found.front();
    site.revoked = now;
    CE_CHECK(database.prepare("UPDATE learning_sites SET revoked_ms = $2 WHERE key_hash LIKE $1")
                 .bind(1, site.key + "%")
                 .bind(2, now.ms)
                 .run());
    return note_site(database, keeper, audit::Action::site_revoked, site, now);
  });
  if (!done) return done.failure();
  return site;
}

Result<std::vector<Site>> sites(store::Store const& store) {
  std::vector<Site> found;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows =
        database.prepare(std::string{site_rows} + "ORDER BY s.institution, s.enrolled_ms, s.key_hash");
    CE_TRY(found, read_sites(rows));
    return {};
  });
  if (!done) return done.failure();
  return found;
}

}  // namespace ce::roster

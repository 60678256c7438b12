#include "central/forgetting/forgetting.h"

#include <vector>

#include "central/audit/audit.h"
#include "central/changes/touch.h"

namespace ce::forgetting {
namespace {

struct Whom {
  std::int64_t id = 0;
  std::string region;
};

Result<Whom> find(storage::Database& database, SecretText const& id_number) {
  auto row = database.prepare("SELECT id, region FROM professionals WHERE id_number = $1");
  CE_TRY(bool const there, row.bind(1, id_number.reveal()).step());
  if (!there) return Failure{FailureCode::person_unknown, {}};
  return Whom{row.integer(0), row.text(1)};
}

/// Everything of this person that kiosks may hold, in one touch: scopes are taken in their order.
Result<void> tell(storage::Database& database, Whom const& whom) {
  std::vector<changes::Thing> things{
      {std::string{changes::common_scope}, changes::Kind::person, std::to_string(whom.id)},
      {whom.region, changes::Kind::standing, std::to_string(whom.id)}};
  {
    auto rows = database.prepare("SELECT region, number FROM certificates WHERE professional = $1");
    rows.bind(1, whom.id);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) break;
      things.push_back({rows.text(0), changes::Kind::certificate, rows.text(1)});
    }
  }
  return changes::touch(database, things);
}

Result<void> note(storage::Database& database, Whom const& whom, std::string_view operator_name,
                  audit::Action action, Instant now) {
  CE_CHECK(audit::append(database, audit::operator_author(operator_name, whom.region), action,
                         {"professional", std::to_string(whom.id)}, audit::detail({}), now));
  return tell(database, whom);
}

}  // namespace

Result<void> forget(store::Store& store, SecretText const& id_number, std::string_view operator_name,
                    Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const whom, find(database, id_number));
    CE_CHECK(database
                 .prepare("INSERT INTO forgotten_people (professional, forgotten_ms) VALUES ($1, $2) "
                          "ON CONFLICT (professional) DO NOTHING")
                 .bind(1, whom.id)
                 .bind(2, now.ms)
                 .run());
    if (database.changes() == 0) return {};
    CE_CHECK(database.prepare("DELETE FROM query_passwords WHERE professional = $1").bind(1, whom.id).run());
    return note(database, whom, operator_name, audit::Action::person_forgotten, now);
  });
}

Result<void> recall(store::Store& store, SecretText const& id_number, std::string_view operator_name,
                    Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const whom, find(database, id_number));
    CE_CHECK(database.prepare("DELETE FROM forgotten_people WHERE professional = $1").bind(1, whom.id).run());
    if (database.changes() == 0) return {};
    return note(database, whom, operator_name, audit::Action::person_recalled, now);
  });
}

Result<bool> is_forgotten(store::Store const& store, std::string_view person) {
  bool there = false;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT 1 FROM forgotten_people WHERE professional = CAST($1 AS BIGINT)");
    CE_TRY(there, row.bind(1, person).step());
    return {};
  });
  if (!read) return read.failure();
  return there;
}

}  // namespace ce::forgetting

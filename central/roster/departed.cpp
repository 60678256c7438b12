#include "central/roster/departed.h"

#include <array>
#include <string>
#include <vector>

#include "central/audit/audit.h"
#include "central/changes/touch.h"

namespace ce::roster {
namespace {

// Each is looked for in what refers to people, which is long in a large store.
constexpr std::int64_t departed_at_once = 10;
constexpr std::int64_t year_ms = 31'557'600'000;  // 365.25 days

struct Departed {
  std::int64_t id = 0;
  std::string region;
};

Result<std::vector<Departed>> departed_before(storage::Database& database, Instant before) {
  auto rows = database.prepare(
      "SELECT p.id, p.region FROM professionals p WHERE p.closed_ms < $1 AND NOT EXISTS (SELECT 1 FROM "
      "learning_records r WHERE r.professional = p.id) AND NOT EXISTS (SELECT 1 FROM certificates c WHERE "
      "c.professional = p.id) ORDER BY p.id LIMIT $2");
  rows.bind(1, before.ms).bind(2, departed_at_once);
  std::vector<Departed> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    found.push_back({rows.integer(0), rows.text(1)});
  }
}

/// Whoever was let register, or opened again, meanwhile stays.
constexpr std::array<std::string_view, 9> what_goes{
    "DELETE FROM sessions WHERE account IN (SELECT id FROM accounts WHERE professional = $1)",
    "DELETE FROM accounts WHERE professional = $1",
    "DELETE FROM query_passwords WHERE professional = $1",
    "DELETE FROM visit_codes WHERE professional = $1",
    "DELETE FROM forgotten_people WHERE professional = $1",
    "DELETE FROM former_id_numbers WHERE professional = $1",
    "DELETE FROM hosted_files WHERE professional = $1",
    "DELETE FROM yearly_standings WHERE professional = $1",
    "DELETE FROM professionals WHERE id = $1"};

Result<void> drop(storage::Database& database, Departed const& person, Instant now) {
  for (auto const sql : what_goes) CE_CHECK(database.prepare(sql).bind(1, person.id).run());
  auto const id = std::to_string(person.id);
  CE_CHECK(changes::touch(database, std::array{changes::Thing{person.region, changes::Kind::standing, id}}));
  return audit::append(database, audit::operator_author("ce-central", person.region),
                       audit::Action::person_dropped, {"professional", id}, audit::detail({}), now);
}

}  // namespace

Result<std::int64_t> drop_departed(store::Store& store, std::int64_t years, Instant now) {
  Instant const before{now.ms - years * year_ms};
  std::vector<Departed> people;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(people, departed_before(database, before));
    return {};
  }));
  // One by one: nobody waits long for the store, and two chains are never held at once.
  std::int64_t dropped = 0;
  for (auto const& person : people) {
    CE_CHECK(store.write([&](storage::Database& database) -> Result<void> {
      CE_TRY(auto const still, departed_before(database, before));
      for (auto const& one : still) {
        if (one.id == person.id) return drop(database, person, now);
      }
      return {};
    }));
    ++dropped;
  }
  return dropped;
}

}  // namespace ce::roster

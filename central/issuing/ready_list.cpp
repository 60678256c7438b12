#include "central/issuing/ready_list.h"

namespace ce::issuing {
namespace {

ReadyPerson read_ready(storage::Statement const& row) {
  ReadyPerson person;
  person.key = {row.text(0), row.integer(1)};
  person.name = SecretText{row.text(2)};
  person.id_number = SecretText{row.text(3)};
  person.employer = row.text(4);
  person.done = {CreditUnits{row.integer(5)}, CreditUnits{row.integer(6)}, CreditUnits{row.integer(7)},
                 CreditUnits{row.integer(8)}, CreditUnits{row.integer(9)}};
  person.judged = Instant{row.integer(10)};
  return person;
}

}  // namespace

Result<ReadyPage> ready_list(store::Store const& store, ReadyFilter const& filter) {
  if (filter.limit < 1 || filter.limit > most_ready_people) {
    return Failure{FailureCode::input_invalid, "每页 1 至 500 人"};
  }
  ReadyPage page;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT s.issuing_region, s.professional, p.name, p.id_number, COALESCE(e.name, ''), s.public_units, "
        "s.professional_units, s.mandatory_units, s.elective_units, s.total_units, s.judged_ms "
        "FROM yearly_standings s JOIN professionals p ON p.id = s.professional "
        "LEFT JOIN employers e ON e.id = p.employer WHERE s.year = $1 AND s.state = 'ready' "
        "AND s.issuing_region BETWEEN $2 AND $3 AND (s.issuing_region, s.professional) > ($4, $5) "
        "ORDER BY s.issuing_region, s.professional LIMIT $6");
    rows.bind(1, filter.year).bind(2, filter.scope.code).bind(3, filter.scope.last());
    rows.bind(4, filter.after.issuing_region).bind(5, filter.after.professional).bind(6, filter.limit + 1);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      if (page.people.size() == static_cast<std::size_t>(filter.limit)) {
        page.after = page.people.back().key;
        return {};
      }
      page.people.push_back(read_ready(rows));
    }
  });
  if (!done) return done.failure();
  return page;
}

Result<std::vector<std::int64_t>> ready_ids(storage::Database& database, std::string_view issuing_region,
                                            int year, std::int64_t after, int limit) {
  auto rows = database.prepare(
      "SELECT professional FROM yearly_standings WHERE year = $1 AND state = 'ready' AND "
      "issuing_region = $2 AND professional > $3 ORDER BY professional LIMIT $4");
  rows.bind(1, year).bind(2, issuing_region).bind(3, after).bind(4, limit);
  std::vector<std::int64_t> ids;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.integer(0));
  }
}

}  // namespace ce::issuing

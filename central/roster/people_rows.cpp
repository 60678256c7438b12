#include "central/roster/people_rows.h"

#include "central/registration/plain_form.h"
#include "central/roster/listing.h"
#include "central/store/ids.h"
#include "shared/identity/id_number.h"

namespace ce::roster {
namespace {

constexpr std::string_view select_people =
    "SELECT p.id, p.id_number, p.name, p.region, p.employer, COALESCE(e.name, ''), h.agency, "
    "COALESCE(a.name, ''), "
    "p.version, p.created_ms, p.closed_ms, p.industry, COALESCE(e.industry, '') FROM professionals p LEFT "
    "JOIN employers e ON e.id = p.employer "
    "LEFT JOIN hosted_files h ON h.professional = p.id LEFT JOIN talent_agencies a ON a.id = h.agency WHERE ";

Person person_at(storage::Statement const& row) {
  Person person{row.integer(0),
                SecretText{row.text(1)},
                SecretText{row.text(2)},
                row.text(3),
                row.optional_integer(4),
                row.text(5),
                row.optional_integer(6),
                row.text(7),
                row.integer(8),
                Instant{row.integer(9)},
                {},
                row.text(11),
                row.text(12)};
  if (auto const closed = row.optional_integer(10)) person.closed = Instant{*closed};
  return person;
}

}  // namespace

Result<std::vector<Person>> people(storage::Database& database, PersonFilter const& filter, Date today) {
  auto const wanted = registration::plain_form(filter.find);
  auto const examined = identity::examine_id_number(wanted, today);
  std::string_view const condition = examined.valid   ? " AND p.id_number = $6"
                                     : wanted.empty() ? ""
                                                      : " AND p.name = $6";
  auto rows = database.prepare(std::string{select_people}
                                   .append("p.region BETWEEN $1 AND $2 AND (p.region, p.id) > ($3, $4)")
                                   .append(condition)
                                   .append(" ORDER BY p.region, p.id LIMIT $5"));
  auto const after = place_in(filter.after);
  rows.bind(1, filter.scope.code).bind(2, filter.scope.last()).bind(3, after.region).bind(4, after.id);
  rows.bind(5, filter.most);
  if (!condition.empty()) rows.bind(6, examined.valid ? examined.canonical : wanted);
  std::vector<Person> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    found.push_back(person_at(rows));
  }
}

Result<Person> person(storage::Database& database, std::int64_t id, store::RegionScope const& scope) {
  auto row = database.prepare(std::string{select_people} + "p.id = $1 AND p.region BETWEEN $2 AND $3");
  CE_TRY(bool const there, row.bind(1, id).bind(2, scope.code).bind(3, scope.last()).step());
  if (!there) return Failure{FailureCode::person_unknown, "none in this region"};
  return person_at(row);
}

Result<Person> seen_person(storage::Database& database, accounts::Keeper const& keeper,
                           SeenPerson const& seen, accounts::Deed deed) {
  if (!accounts::may(keeper, deed, keeper.region))
    return Failure{FailureCode::role_refused, "人员信息由人力资源和社会保障部门办理"};
  CE_TRY(auto found, person(database, seen.id, {keeper.region}));
  if (found.version != seen.version) return Failure{FailureCode::record_changed, "changed by somebody else"};
  return found;
}

Result<void> note_person(storage::Database& database, accounts::Keeper const& keeper, std::int64_t id,
                         std::string_view region, audit::Action action, std::string_view detail,
                         Instant now) {
  return audit::append(database, accounts::author_of(keeper, region), action,
                       {"professional", std::to_string(id)}, detail, now);
}

Result<std::int64_t> insert_person(storage::Database& database, CheckedPerson const& checked, Instant now) {
  CE_TRY(auto const id, store::next_id(database, store::Numbered::professionals));
  auto row = database.prepare(
      "INSERT INTO professionals (id, id_number, name, region, employer, created_ms, industry) VALUES ($1, "
      "$2, $3, $4, $5, $6, $7)");
  row.bind(1, id).bind(2, checked.id_number).bind(3, checked.name).bind(4, checked.region);
  CE_CHECK(row.bind(5, checked.employer).bind(6, now.ms).bind(7, checked.industry).run());
  if (checked.agency) CE_CHECK(set_agency(database, id, checked.agency, now));
  return id;
}

Result<void> set_agency(storage::Database& database, std::int64_t person, std::optional<std::int64_t> agency,
                        Instant now) {
  if (!agency) {
    return database.prepare("DELETE FROM hosted_files WHERE professional = $1").bind(1, person).run();
  }
  auto row = database.prepare(
      "INSERT INTO hosted_files (professional, agency, since_ms) VALUES ($1, $2, $3) ON CONFLICT "
      "(professional) "
      "DO UPDATE SET agency = excluded.agency, since_ms = CASE WHEN hosted_files.agency = excluded.agency "
      "THEN "
      "hosted_files.since_ms ELSE excluded.since_ms END");
  return row.bind(1, person).bind(2, *agency).bind(3, now.ms).run();
}

}  // namespace ce::roster

#include "central/issuing/issue.h"

#include <array>

#include "central/changes/touch.h"
#include "central/issuing/frozen_verdict.h"
#include "central/issuing/numbering.h"
#include "central/standings/refresh.h"
#include "shared/credit/judge.h"
#include "shared/protocol/names.h"

namespace ce::issuing {
namespace {

struct Person {
  std::string name;
  std::string region;
};

Result<Person> find_person(storage::Database& database, std::int64_t id) {
  auto row = database.prepare("SELECT name, region FROM professionals WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::person_unknown, "no professional has the id " + std::to_string(id)};
  return Person{row.text(0), row.text(1)};
}

Result<void> check_none_in_force(storage::Database& database, Order const& order) {
  auto row = database.prepare(
      "SELECT number FROM certificates WHERE professional = $1 AND year = $2 AND revoked_ms IS NULL");
  CE_TRY(bool const there, row.bind(1, order.professional).bind(2, order.year).step());
  if (!there) return {};
  return Failure{FailureCode::input_invalid, "certificate " + row.text(0) + " of that year is in force"};
}

/// Judged by its pack; gives the frozen verdict's id, or says what is missing.
Result<std::int64_t> judge_complete(storage::Database& database, credit::RulePack const& pack,
                                    Order const& order) {
  CE_TRY(auto const stored, store::records_of(database, order.professional));
  std::vector<credit::Record> records;
  records.reserve(stored.size());
  for (auto const& one : stored) records.push_back(one.record);
  auto const verdict = credit::judge(records, pack, pack.guide_of(order.year), order.year);
  if (verdict.complete) return freeze(database, {order.professional, pack, verdict, stored, order.now});
  std::string missing = std::to_string(order.year) + " is not complete:";
  for (auto const reason : verdict.reasons) missing.append(" ").append(credit::code_of(reason));
  return Failure{FailureCode::input_invalid, missing};
}

}  // namespace

Result<std::string> issue(storage::Database& database, store::Rulebook const& rules, Order const& order) {
  CE_TRY(auto const* const pack, rules.packs.of_year(order.year));
  CE_TRY(auto const person, find_person(database, order.professional));
  CE_CHECK(check_none_in_force(database, order));
  CE_TRY(auto const verdict, judge_complete(database, *pack, order));
  CE_TRY(auto const number,
         take_number(database, {person.region, order.year, order.day.year()}, pack->switches.numbering));
  auto insert = database.prepare(
      "INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, "
      "verdict, issued_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
  insert.bind(1, number.text()).bind(2, order.professional).bind(3, order.year).bind(4, person.name);
  insert.bind(5, person.region).bind(6, rules.regions.authority_name(person.region)).bind(7, order.day.iso());
  insert.bind(8, protocol::word_of(pack->switches.seal_mode)).bind(9, verdict).bind(10, order.now.ms);
  CE_CHECK(insert.run());
  CE_CHECK(changes::certificates_changed(database, std::array{number.text()}));
  CE_CHECK(standings::refresh_one(database, rules, order.professional, order.now));
  return number.text();
}

Result<void> revoke(storage::Database& database, store::Rulebook const& rules, std::string_view number,
                    std::string_view reason, Instant now) {
  if (reason.empty()) return Failure{FailureCode::input_invalid, "a revocation needs a reason"};
  auto row = database.prepare("SELECT revoked_ms, professional FROM certificates WHERE number = $1");
  CE_TRY(bool const there, row.bind(1, number).step());
  if (!there) return Failure{FailureCode::certificate_unknown, "no certificate has that number"};
  if (!row.is_null(0)) return Failure{FailureCode::input_invalid, "the certificate is revoked already"};
  auto const professional = row.integer(1);
  auto update =
      database.prepare("UPDATE certificates SET revoked_ms = $2, revoked_reason = $3 WHERE number = $1");
  CE_CHECK(update.bind(1, number).bind(2, now.ms).bind(3, reason).run());
  CE_CHECK(changes::certificates_changed(database, std::array{std::string{number}}));
  return standings::refresh_one(database, rules, professional, now);
}

}  // namespace ce::issuing

#include <array>

#include "central/changes/touch.h"
#include "central/grants/withdraw.h"
#include "central/registration/plain_form.h"
#include "central/roster/people_rows.h"
#include "shared/base/text.h"
#include "shared/identity/name.h"

namespace ce::roster {
namespace {

constexpr std::size_t least_reason = 2;
constexpr std::size_t most_reason = 100;

void check_reason(std::string const& reason, std::vector<Fault>& faults) {
  auto const characters = decode_utf8(reason);
  if (characters && characters->size() >= least_reason && characters->size() <= most_reason &&
      identity::is_plain_text(reason))
    return;
  faults.push_back({"改正原因", "应为 2 到 100 个字", "请写明依据，如“建档时抄错一位，已核对证件原件”"});
}

/// A certificate in force of which a sheet has been printed, or may have been; empty where there is none.
Result<std::string> printed_certificate(storage::Database& database, std::int64_t person) {
  auto row = database.prepare(
      "SELECT c.number FROM certificates c JOIN issue_register r ON r.certificate = c.number WHERE "
      "c.professional = $1 AND c.revoked_ms IS NULL AND NOT EXISTS (SELECT 1 FROM print_outcomes o WHERE "
      "o.print_id = r.print_id AND o.kiosk = r.kiosk AND o.outcome = 'failed') ORDER BY c.number LIMIT 1");
  CE_TRY(bool const there, row.bind(1, person).step());
  return there ? row.text(0) : std::string{};
}

Result<void> keep_former(storage::Database& database, accounts::Keeper const& keeper, Person const& before,
                         std::string const& reason, Instant now) {
  auto row = database.prepare(
      "INSERT INTO former_id_numbers (professional, version, id_number, reason, corrected_by, until_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6)");
  row.bind(1, before.id).bind(2, before.version).bind(3, before.id_number.reveal()).bind(4, reason);
  return row.bind(5, keeper.account).bind(6, now.ms).run();
}

Result<void> write_number(storage::Database& database, Person const& before, std::string const& number) {
  auto row = database.prepare(
      "UPDATE professionals SET id_number = $3, version = version + 1 WHERE id = $1 AND version = $2");
  CE_CHECK(row.bind(1, before.id).bind(2, before.version).bind(3, number).run());
  if (database.changes() == 1) return {};
  return Failure{FailureCode::record_changed, "changed by somebody else"};
}

/// Kiosks know the person by a hash of the number: everything about them is told anew, and whoever keeps an
/// answer under the old one (with a grant in it, it may be) drops that.
Result<void> tell_kiosks(storage::Database& database, Person const& person) {
  auto const id = std::to_string(person.id);
  std::vector<changes::Thing> things{{std::string{changes::common_scope}, changes::Kind::person, id},
                                     {person.region, changes::Kind::standing, id}};
  auto rows = database.prepare("SELECT region, number FROM certificates WHERE professional = $1");
  rows.bind(1, person.id);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return changes::touch(database, things);
    things.push_back({rows.text(0), changes::Kind::certificate, rows.text(1)});
  }
}

}  // namespace

Result<Written> correct_number(store::Store& store, accounts::Keeper const& keeper, SeenPerson const& seen,
                               NumberCorrection const& correction, Instant now) {
  Written written{.id = seen.id};
  auto const reason = registration::plain_form(correction.reason);
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const before, seen_person(database, keeper, seen, accounts::Deed::correct_number));
    CheckedPerson checked;
    std::optional<std::int64_t> known;
    CE_CHECK(check_number(database, keeper, {correction.id_number, {}, {}}, china_date(now), checked, known));
    if (known == seen.id) checked.faults = {{"证件号码", "与现在的号码相同", "不需要改正"}};
    check_reason(reason, checked.faults);
    CE_TRY(auto const printed, printed_certificate(database, seen.id));
    if (!printed.empty()) {
      checked.faults.push_back({"证件号码", "证书 " + printed + " 已按原号码打印",
                                "请先在“证书”中更正该证书（作废并重新发放），再改正号码"});
    }
    written.faults = checked.faults;
    if (!written.faults.empty()) return {};
    CE_CHECK(keep_former(database, keeper, before, reason, now));
    CE_CHECK(write_number(database, before, checked.id_number));
    CE_TRY(auto const grants, grants::withdraw_grants(database, seen.id, reason, now));
    CE_CHECK(tell_kiosks(database, before));
    return note_person(database, keeper, seen.id, before.region, audit::Action::person_number_corrected,
                       audit::detail({{"version", before.version + 1}, {"grants_withdrawn", grants}}), now);
  });
  if (!done) return done.failure();
  return written;
}

Result<std::vector<FormerNumber>> former_numbers(storage::Database& database, std::int64_t id) {
  auto rows = database.prepare(
      "SELECT id_number, reason, corrected_by, until_ms FROM former_id_numbers WHERE professional = $1 "
      "ORDER BY version");
  rows.bind(1, id);
  std::vector<FormerNumber> numbers;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return numbers;
    numbers.push_back({SecretText{rows.text(0)}, rows.text(1), rows.text(2), Instant{rows.integer(3)}});
  }
}

}  // namespace ce::roster

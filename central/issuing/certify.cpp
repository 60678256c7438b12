#include "central/issuing/certify.h"

#include <charconv>

#include "central/changes/touch.h"
#include "central/issuing/authority.h"
#include "central/standings/refresh.h"
#include "shared/protocol/names.h"
#include "shared/storage/id_list.h"
#include "shared/storage/insert_rows.h"

namespace ce::issuing {
namespace {

/// A verdict's row is known by its certificate's number: no number is given out twice, so no counter is
/// needed that all counties would wait for.
std::int64_t verdict_id(certificate::Number const& number) {
  std::int64_t id = 0;
  auto const& text = number.text();
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

Result<void> write_certificates(storage::Database& database, Authority const& authority, Run const& run,
                                certificate::SealMode pack_mode, std::vector<Candidate> const& chosen,
                                std::vector<certificate::Number> const& numbers) {
  auto const seal_mode = authority.seal_mode.value_or(pack_mode);
  auto const day = run.day.iso();
  return storage::insert_rows(
      database,
      "INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, "
      "verdict, issued_ms, issued_by)",
      11, chosen.size(), [&](storage::Statement& insert, int first, std::size_t row) {
        insert.bind(first, numbers[row].text()).bind(first + 1, chosen[row].professional);
        insert.bind(first + 2, run.year).bind(first + 3, chosen[row].name).bind(first + 4, run.region);
        insert.bind(first + 5, authority.name).bind(first + 6, day);
        insert.bind(first + 7, protocol::word_of(seal_mode)).bind(first + 8, verdict_id(numbers[row]));
        insert.bind(first + 9, run.now.ms).bind(first + 10, run.account);
      });
}

/// The standings follow their certificates; one that was behind its records is judged.
Result<void> note_issued(storage::Database& database, rulebook::Rulebook const& rules, Run const& run,
                         std::vector<Candidate> const& chosen) {
  std::vector<std::int64_t> current;
  std::vector<std::int64_t> behind;
  for (auto const& one : chosen) (one.standing_holds ? current : behind).push_back(one.professional);
  if (!current.empty()) {
    auto update = database.prepare(
        "UPDATE yearly_standings SET state = 'issued', judged_ms = $1, certificate = (SELECT c.number FROM "
        "certificates c WHERE c.professional = yearly_standings.professional AND c.year = $2 "
        "AND c.revoked_ms IS NULL) WHERE year = $2 AND professional IN (" +
        storage::parameters(3, storage::padded(current.size())) + ")");
    update.bind(1, run.now.ms).bind(2, run.year);
    storage::bind_ids(update, 3, current);
    CE_CHECK(update.run_later());
  }
  CE_TRY([[maybe_unused]] auto const written, standings::refresh(database, rules, behind, run.now));
  return {};
}

/// For the dashboards' columns, which would else count every certificate of a region at each look.
Result<void> count_month(storage::Database& database, Run const& run, std::size_t issued) {
  return database
      .prepare(
          "INSERT INTO issued_months (region, month, issued) VALUES ($1, $2, $3) "
          "ON CONFLICT (region, month) DO UPDATE SET issued = issued_months.issued + excluded.issued")
      .bind(1, run.region)
      .bind(2, run.day.iso().substr(0, 7))
      .bind(3, static_cast<std::int64_t>(issued))
      .run_later();
}

// Last, because the county's other writers wait from here on. Of the standing nothing is told: what kiosks
// know of it, the figures, is what it was; who was judged anew is told by that.
Result<void> tell_kiosks(storage::Database& database, Run const& run,
                         std::vector<certificate::Number> const& numbers) {
  std::vector<changes::Thing> things;
  things.reserve(numbers.size());
  for (auto const& number : numbers) {
    things.push_back({run.region, changes::Kind::certificate, number.text()});
  }
  return changes::touch(database, things);
}

}  // namespace

NumberScope scope_of(Run const& run, credit::RulePack const& pack) {
  return {run.region, run.year, run.day.year(), pack.switches.numbering};
}

std::string refusal_of(Candidate const& candidate, Run const& run) {
  if (candidate.issuing_region != run.region) return "不归本部门发证（第十四条）";
  if (!candidate.in_force.empty()) return "该年度已发证书 " + candidate.in_force;
  if (!candidate.verdict) return "该年度学习未完成（第三条）：" + candidate.missing;
  return {};
}

Result<std::vector<certificate::Number>> certify(storage::Database& database, rulebook::Rulebook const& rules,
                                                 Run const& run, std::vector<Candidate> chosen) {
  CE_TRY(auto const* const pack, rules.packs.of_year(run.year));
  // Together: on a server each would be a journey of its own.
  auto authority_asked = ask_authority(database, run.region);
  auto reading_asked = ask_reading(database, *pack);
  CE_TRY(auto numbers, take_numbers(database, scope_of(run, *pack), chosen.size()));
  CE_TRY(auto const authority, read_authority(std::move(authority_asked), rules, run.region));
  CE_TRY(auto const reading, keep_reading(database, std::move(reading_asked), *pack));
  std::vector<std::int64_t> ids;
  std::vector<FrozenVerdict> verdicts;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    ids.push_back(verdict_id(numbers[i]));
    verdicts.push_back(std::move(chosen[i].verdict).value());
  }
  CE_CHECK(keep_verdicts(database, reading, ids, verdicts));
  CE_CHECK(write_certificates(database, authority, run, pack->switches.seal_mode, chosen, numbers));
  CE_CHECK(count_month(database, run, numbers.size()));
  CE_CHECK(note_issued(database, rules, run, chosen));
  CE_CHECK(tell_kiosks(database, run, numbers));
  return numbers;
}

}  // namespace ce::issuing

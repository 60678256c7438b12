#include "central/replay/evidence.h"

#include <charconv>

#include "central/issuing/verdict_lines.h"
#include "shared/credit/pack_file.h"
#include "shared/credit/switches.h"

namespace ce::replay {
namespace {

Result<std::vector<std::int64_t>> parse_ids(std::string_view text) {
  std::vector<std::int64_t> ids;
  char const* at = text.data();
  char const* const end = at + text.size();
  while (at != end) {
    std::int64_t id = 0;
    auto const [next, error] = std::from_chars(at, end, id);
    if (error != std::errc{} || (next != end && *next != ' ')) {
      return Failure{FailureCode::storage_fault, "frozen record ids cannot be read"};
    }
    ids.push_back(id);
    at = next == end ? end : next + 1;
  }
  return ids;
}

// "day_credit=fixed" lines, as they were frozen before the whole pack was.
Result<void> turn_switches(credit::Switches& switches, std::string_view lines) {
  while (!lines.empty()) {
    auto const end = lines.find('\n');
    auto const line = lines.substr(0, end);
    auto const equals = line.find('=');
    if (equals == std::string_view::npos) {
      return Failure{FailureCode::storage_fault, "frozen switch '" + std::string{line} + "' cannot be read"};
    }
    CE_CHECK(credit::set_switch(switches, line.substr(0, equals), line.substr(equals + 1)));
    if (end == std::string_view::npos) break;
    lines.remove_prefix(end + 1);
  }
  return {};
}

Result<credit::RulePack> configured_pack(rulebook::Rulebook const& rules, std::string const& id,
                                         std::string_view switches) {
  auto const* const known = rules.packs.find(id);
  if (known == nullptr) {
    return Failure{FailureCode::year_without_pack,
                   "rule pack " + id + " was not frozen whole and is not configured any more"};
  }
  auto pack = *known;
  CE_CHECK(turn_switches(pack.switches, switches));
  return pack;
}

constexpr std::string_view select_frozen =
    "SELECT c.number, c.name, c.year, c.issue_day, c.revoked_ms, v.guide_units, v.public_units, "
    "v.professional_units, v.mandatory_units, v.elective_units, v.total_units, v.achievement_units, "
    "v.record_ids, r.pack, r.switches, p.pack, v.record_facts, c.professional, v.professional, v.others "
    "FROM certificates c JOIN yearly_verdicts v ON v.id = c.verdict JOIN rule_readings r ON r.id = v.reading "
    "LEFT JOIN frozen_packs p ON p.digest = v.frozen_pack "
    "WHERE c.number = $1";

Result<CertificateLine> certificate_of(storage::Statement const& row) {
  CertificateLine line{
      row.text(0), SecretText{row.text(1)}, static_cast<int>(row.integer(2)), {}, !row.is_null(4)};
  CE_TRY(line.issue_day, Date::parse_iso(row.text(3)));
  return line;
}

/// The certificate's own: the one in the columns, or among the others that were issued with it.
Result<issuing::FrozenVerdict> verdict_of(storage::Statement const& row) {
  if (row.integer(17) != row.integer(18)) {
    CE_TRY(auto const other, issuing::find_verdict(row.text(19), row.integer(17)));
    if (other) return *other;
    return Failure{FailureCode::storage_fault, "the verdict of " + row.text(0) + " is not in its row"};
  }
  issuing::FrozenVerdict verdict;
  verdict.guide_units = row.optional_integer(5);
  verdict.public_units = row.integer(6);
  verdict.professional_units = row.integer(7);
  verdict.mandatory_units = row.integer(8);
  verdict.elective_units = row.integer(9);
  verdict.total_units = row.integer(10);
  verdict.achievement_units = row.integer(11);
  verdict.record_ids = row.text(12);
  verdict.record_facts = row.text(16);
  return verdict;
}

Result<Evidence> evidence_of(storage::Statement const& row, rulebook::Rulebook const& rules) {
  CE_TRY(auto const verdict, verdict_of(row));
  Evidence evidence;
  if (verdict.guide_units) evidence.guide = credit::StudyGuide{{*verdict.guide_units}};
  evidence.figures = {{verdict.public_units},   {verdict.professional_units}, {verdict.mandatory_units},
                      {verdict.elective_units}, {verdict.total_units},        {verdict.achievement_units}};
  CE_TRY(evidence.record_ids, parse_ids(verdict.record_ids));
  evidence.whole = !row.is_null(15);
  if (evidence.whole) {
    CE_TRY(evidence.pack, credit::parse_pack(row.text(15), "frozen pack " + row.text(13)));
    CE_TRY(evidence.records, issuing::parse_facts(verdict.record_facts));
  } else {
    CE_TRY(evidence.pack, configured_pack(rules, row.text(13), row.text(14)));
  }
  return evidence;
}

}  // namespace

Result<Found> find_evidence(storage::Database& database, rulebook::Rulebook const& rules,
                            std::string_view number) {
  auto row = database.prepare(select_frozen);
  CE_TRY(bool const there, row.bind(1, number).step());
  if (!there) return Failure{FailureCode::certificate_unknown, "no certificate has the number"};
  Found found;
  CE_TRY(found.certificate, certificate_of(row));
  CE_TRY(found.evidence, evidence_of(row, rules));
  return found;
}

}  // namespace ce::replay

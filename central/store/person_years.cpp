#include <algorithm>

#include "central/store/certificate_rows.h"
#include "central/store/connections.h"
#include "central/store/year_progress.h"

namespace ce::store {
namespace {

struct Found {
  std::int64_t professional = 0;
  protocol::PersonYears person;
};

Result<std::optional<Found>> find_person(storage::Database& database, SecretText const& id_number,
                                         RegionScope const& scope) {
  auto row = database.prepare(
      "SELECT p.id, p.name, p.region, COALESCE(e.name, '') FROM professionals p "
      "LEFT JOIN employers e ON e.id = p.employer WHERE p.id_number = $1 AND p.region BETWEEN $2 AND $3");
  CE_TRY(bool const there, row.bind(1, id_number.reveal()).bind(2, scope.code).bind(3, scope.last()).step());
  if (!there) return std::optional<Found>{};
  Found found;
  found.professional = row.integer(0);
  found.person.name = SecretText{row.text(1)};
  found.person.id_number = id_number;
  found.person.region = row.text(2);
  found.person.employer = row.text(3);
  found.person.person = std::to_string(found.professional);
  return std::optional{std::move(found)};
}

std::vector<int> years_of(std::vector<IssuedCertificate> const& certificates, int current) {
  std::vector<int> years{current};
  years.reserve(certificates.size() + 1);
  for (auto const& certificate : certificates) years.push_back(certificate.year);
  return years;
}

/// A year is worth showing if something belongs to it.
bool has_content(protocol::YearProgress const& progress, IssuedCertificate const* certificate) {
  return certificate != nullptr || !progress.records.empty();
}

Result<void> add_years(storage::Database& database, Found& found, Rulebook const& rules,
                       Settings const& settings, int current) {
  CE_TRY(auto const records, records_of(database, found.professional));
  CE_TRY(auto const certificates, certificates_of(database, found.professional));
  for (int const year : years_touched(records, years_of(certificates, current))) {
    auto const pack = rules.packs.of_year(year);
    if (!pack && year != current) continue;  // before the regulation
    if (!pack) return pack.failure();
    auto progress = judge_year(records, **pack, year);
    auto const* const certificate = standing_for(certificates, year);
    if (year != current && !has_content(progress, certificate)) continue;
    if (certificate != nullptr) progress.certificate = line_of(*certificate, settings.verify_url_prefix);
    found.person.years.push_back(std::move(progress));
  }
  return {};
}

}  // namespace

Result<std::optional<protocol::PersonYears>> Store::person_years(SecretText const& id_number,
                                                                 RegionScope const& scope,
                                                                 Instant now) const {
  std::optional<protocol::PersonYears> answer;
  auto const done = read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto found, find_person(database, id_number, scope));
    if (!found) return {};
    CE_CHECK(add_years(database, *found, rules(), connections_->settings, china_date(now).year()));
    found->person.as_of = now;
    answer = std::move(found->person);
    return {};
  });
  if (!done) return done.failure();
  return answer;
}

}  // namespace ce::store

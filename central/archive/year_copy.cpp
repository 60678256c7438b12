#include "central/archive/year_copy.h"

#include <algorithm>

#include "central/store/closed_years.h"

namespace ce::archive {
namespace {

namespace fs = std::filesystem;

std::vector<transfer::Part> parts_of(int year) {
  auto const is_year = " = " + std::to_string(year);
  auto const of_year = std::string{store::year_of_record} + is_year;
  auto const records = "(SELECT id FROM learning_records WHERE " + of_year + ")";
  auto const numbers = "(SELECT number FROM certificates WHERE year" + is_year + ")";
  auto const verdicts = "(SELECT verdict FROM certificates WHERE year" + is_year + ")";
  auto const of_verdicts = [&](std::string_view column) {
    return "(SELECT " + std::string{column} + " FROM yearly_verdicts WHERE id IN " + verdicts + ")";
  };
  return {
      {"employers", ""},
      {"institutions", ""},
      {"talent_agencies", ""},
      {"professionals", "id IN (SELECT professional FROM learning_records WHERE " + of_year +
                            " UNION SELECT professional FROM certificates WHERE year" + is_year + ")"},
      {"learning_records", of_year},
      {"review_steps", "record IN " + records},
      {"record_proofs", "record IN " + records},
      {"proof_documents", "hash IN (SELECT hash FROM record_proofs WHERE record IN " + records + ")"},
      {"rule_readings", "id IN " + of_verdicts("reading")},
      {"frozen_packs", "digest IN " + of_verdicts("frozen_pack")},
      {"yearly_verdicts", "id IN " + verdicts},
      {"yearly_standings", "year" + is_year},
      {"certificates", "year" + is_year},
      {"issue_register", "certificate IN " + numbers},
      {"print_outcomes",
       "print_id IN (SELECT print_id FROM issue_register WHERE certificate IN " + numbers + ")"},
      {"number_counters", "year" + is_year},
      {"lost_numbers", "year" + is_year},
      {"closed_years", "year" + is_year},
  };
}

/// Against a slip; who owns the files can give the right back, which is why the chain has the hash.
Result<void> make_read_only(fs::path const& directory) {
  std::error_code error;
  for (auto const& entry : fs::directory_iterator{directory, error}) {
    fs::permissions(entry.path(), fs::perms::owner_read, error);
    if (error) break;
  }
  if (!error) fs::permissions(directory, fs::perms::owner_read | fs::perms::owner_exec, error);
  if (error) return Failure{FailureCode::storage_fault, directory.string() + ": " + error.message()};
  return {};
}

std::string detail_of(std::string const& manifest) {
  return audit::detail({{"manifest", manifest}});
}

Result<bool> is_in_chain(storage::Database& database, int year, std::string const& manifest) {
  auto row = database.prepare(
      "SELECT 1 FROM audit_entries WHERE scope = '440000' AND action = $1 AND subject = $2 AND detail = $3 "
      "LIMIT 1");
  row.bind(1, audit::word_of(audit::Action::year_copied)).bind(2, std::to_string(year));
  return row.bind(3, detail_of(manifest)).step();
}

}  // namespace

bool stays(std::string_view table) {
  return table == "learning_records" || table == "review_steps" || table == "record_proofs";
}

Result<transfer::Copied> copy_year(store::Store& store, std::string const& location, int year,
                                   fs::path const& directory, audit::Author const& by, Instant now,
                                   transfer::Progress const& progress) {
  bool closed = false;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(closed, store::is_closed(database, year));
    return {};
  }));
  if (!closed) return Failure{FailureCode::input_invalid, std::to_string(year) + ": close the year first"};
  CE_TRY(auto copied, transfer::copy_parts(location, directory, parts_of(year), progress));
  CE_CHECK(make_read_only(directory));
  CE_CHECK(store.write([&](storage::Database& database) {
    return audit::append(database, by, audit::Action::year_copied, {"year", std::to_string(year)},
                         detail_of(copied.manifest), now);
  }));
  return copied;
}

Result<YearCopyStanding> check_copy(store::Store const& store, std::string const& location, int year,
                                    fs::path const& directory) {
  YearCopyStanding standing;
  CE_TRY(standing.compared, transfer::compare_parts(location, directory, parts_of(year)));
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(standing.in_chain, is_in_chain(database, year, standing.compared.manifest));
    return {};
  }));
  auto const& parts = standing.compared.parts;
  standing.sound = standing.in_chain && std::all_of(parts.begin(), parts.end(), [](auto const& part) {
                     return part.whole && (part.same || !stays(part.table));
                   });
  return standing;
}

}  // namespace ce::archive

#include "kiosk/journal/rows.h"

namespace ce::journal {
namespace {

constexpr std::string_view columns =
    "SELECT print.id, print.state, certificate.number, certificate.year, certificate.authority,"
    " certificate.issue_date, print.copy, print.blank_number, print.job, print.cause, print.requested_at,"
    " print.changed_at, print.grant_id FROM print JOIN certificate ON certificate.number = "
    "print.certificate_number WHERE ";

Result<PrintEntry> entry_of(storage::Statement const& row) {
  CE_TRY(auto id, EntryId::parse(row.text(0)));
  auto state = print_state_named(row.text(1));
  if (!state) return Failure{FailureCode::storage_corrupt, "print " + id.text() + " has an unknown state"};
  PrintEntry entry{.id = std::move(id),
                   .state = *state,
                   .certificate = {row.text(2), static_cast<int>(row.integer(3)), row.text(4), std::nullopt},
                   .copy = static_cast<int>(row.integer(6)),
                   .blank_number = row.text(7),
                   .job = std::nullopt,
                   .cause = std::nullopt,
                   .requested_at = {row.integer(10)},
                   .changed_at = {row.integer(11)},
                   .grant = std::nullopt};
  if (auto issued = row.optional_text(5)) {
    CE_TRY(entry.certificate.issue_date, Date::parse_iso(*issued));
  }
  if (auto job = row.optional_integer(8)) entry.job = static_cast<int>(*job);
  if (auto grant = row.optional_text(12)) {
    CE_TRY(entry.grant, EntryId::parse(*grant));
  }
  if (auto cause = row.optional_text(9)) entry.cause = failure_code_named(*cause);
  return entry;
}

}  // namespace

bool is_of_the_disk(FailureCode code) {
  switch (code) {
    case FailureCode::storage_unopenable:
    case FailureCode::storage_corrupt:
    case FailureCode::storage_full:
    case FailureCode::storage_busy:
    case FailureCode::storage_fault:
      return true;
    default:
      return false;
  }
}

Failure as_ledger(Failure failure) {
  switch (failure.code) {
    case FailureCode::storage_unopenable:
    case FailureCode::storage_corrupt:
    case FailureCode::storage_newer:
    case FailureCode::storage_full:
    case FailureCode::storage_busy:
    case FailureCode::storage_constraint:
    case FailureCode::storage_fault:
    case FailureCode::storage_conflict:
    case FailureCode::storage_lost:
    case FailureCode::storage_in_doubt:
      return {FailureCode::ledger_unwritable, describe(failure)};
    default:
      return failure;
  }
}

Result<std::vector<PrintEntry>> read_entries(storage::Database& database, std::string_view condition,
                                             std::optional<std::string_view> parameter) {
  std::string sql{columns};
  sql += condition;
  auto select = database.prepare(sql);
  if (parameter) select.bind(1, *parameter);
  std::vector<PrintEntry> entries;
  while (true) {
    CE_TRY(bool const row, select.step());
    if (!row) return entries;
    CE_TRY(auto entry, entry_of(select));
    entries.push_back(std::move(entry));
  }
}

Result<std::optional<PrintEntry>> read_entry(storage::Database& database, std::string_view condition,
                                             std::string_view parameter) {
  CE_TRY(auto entries, read_entries(database, condition, parameter));
  if (entries.empty()) return std::optional<PrintEntry>{};
  return std::optional<PrintEntry>{std::move(entries.front())};
}

}  // namespace ce::journal

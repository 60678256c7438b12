#include "central/store/store.h"

namespace ce::store {

// One statement, for each costs as much as finding the row, and on a server a journey. The row is there for
// every number, so that a known and an unknown one cannot be told apart by the time of the answer.
Result<NumberKnown> Store::known_number(std::string_view number) const {
  NumberKnown known;
  CE_CHECK(read_recent([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM lost_numbers) OR EXISTS (SELECT 1 FROM lost_prints) THEN 1 "
        "ELSE 0 END, c.number, c.name, c.year, c.authority, c.issue_day, c.revoked_ms, c.revoked_reason, "
        "c.successor FROM (SELECT 1 AS one) asked LEFT JOIN certificates c ON c.number = $1");
    CE_TRY(bool const there, row.bind(1, number).step());
    if (!there) return Failure{FailureCode::storage_fault, "a row that is always there is not"};
    known.some_lost = row.integer(0) != 0;
    if (!row.is_null(1)) {
      CE_TRY(auto const day, Date::parse_iso(row.text(5)));
      known.certificate = CertificateFacts{row.text(1),
                                           SecretText{row.text(2)},
                                           static_cast<int>(row.integer(3)),
                                           row.text(4),
                                           day,
                                           !row.is_null(6),
                                           row.is_null(6) ? Date{} : china_date(Instant{row.integer(6)}),
                                           row.text(7),
                                           row.text(8)};
    }
    CE_TRY(bool const another, row.step());  // to its end: one that stands open would hold the transaction
    if (another) return Failure{FailureCode::storage_fault, "two certificates of one number"};
    return {};
  }));
  return known;
}

}  // namespace ce::store

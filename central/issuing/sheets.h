#pragma once

#include <span>

#include "central/issuing/authority.h"
#include "central/issuing/certify.h"

/// The rows that certificates being issued write beside their frozen verdicts. Private to this room.
namespace ce::issuing {

/// One certificate of a transaction; everything borrowed.
struct Sheet {
  Run const* run;
  Candidate const* who;
  certificate::Number const* number;
  Authority const* authority;
};

/// The 14 digits as a number.
[[nodiscard]] std::int64_t value_of(certificate::Number const& number);

/// `verdict` is the row that all their verdicts lie in.
[[nodiscard]] Result<void> write_certificates(storage::Database& database, certificate::SealMode pack_mode,
                                              std::int64_t verdict, std::span<Sheet const> sheets);
/// For the dashboards' columns, which would else count every certificate of a region at each look.
[[nodiscard]] Result<void> count_months(storage::Database& database, std::span<Sheet const> sheets);
/// The standings follow their certificates; one that was behind its records is judged. Who was judged ahead
/// is taken only with the records, the issuing region and the name they were judged with, and nothing in
/// force: storage_conflict where one of them is another now.
[[nodiscard]] Result<void> note_issued(storage::Database& database, rulebook::Rulebook const& rules,
                                       std::span<Sheet const> sheets);
/// Last, because the counties' other writers wait from here on. Of the standing nothing is told: what kiosks
/// know of it, the figures, is what it was; who was judged anew is told by that.
[[nodiscard]] Result<void> tell_kiosks(storage::Database& database, std::span<Sheet const> sheets);

}  // namespace ce::issuing

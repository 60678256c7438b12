#pragma once

#include "central/approvals/approvals.h"
#include "shared/storage/database.h"

/// The table of this room. Private to it.
namespace ce::approvals {

[[nodiscard]] std::string_view word_of(State state);
/// "revoke", "correct", "authority".
[[nodiscard]] std::string_view kind_of(Deed const& deed);
/// The certificate's number, or the region.
[[nodiscard]] std::string subject_of(Deed const& deed);
[[nodiscard]] std::string reason_of(Deed const& deed);

/// Fails with input_invalid where the same kind of deed on the same subject waits.
[[nodiscard]] Result<void> insert(storage::Database& database, Proposal const& proposal);
/// What has waited too long waits no more.
[[nodiscard]] Result<void> expire(storage::Database& database, Instant now);
/// One that waits, whatever its region. Fails with record_unknown, record_changed.
[[nodiscard]] Result<Proposal> waiting(storage::Database& database, std::string_view id, Instant now);
[[nodiscard]] Result<void> decide(storage::Database& database, std::string_view id, State state,
                                  std::string_view account, std::string_view reason, Instant now);

}  // namespace ce::approvals

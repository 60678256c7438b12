#pragma once

#include "central/accounts/role.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

/// Accounts that follow their unit, within the transaction that changes it; the entry in the audit chain is
/// the caller's.
namespace ce::accounts {

/// Disables a unit's accounts and ends their sessions; gives how many were in use.
[[nodiscard]] Result<std::int64_t> disable_accounts_of(storage::Database& database, Role role,
                                                       std::int64_t unit);
/// The unit's accounts are that region's from now on.
[[nodiscard]] Result<void> move_accounts_of(storage::Database& database, Role role, std::int64_t unit,
                                            std::string_view region);
/// Whether the unit of such accounts is closed.
[[nodiscard]] Result<bool> unit_closed(storage::Database& database, Role role, std::int64_t unit);

}  // namespace ce::accounts

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "central/accounts/account.h"
#include "central/audit/audit.h"

namespace ce::accounts {

/// Who opens, disables and re-opens accounts.
struct Keeper {
  std::string account;  // or "operator:NAME"
  Role role = Role::system_operator;
  std::string region = "440000";
};

[[nodiscard]] Keeper keeper_of(SignedIn const& who);
/// The operator at the command line.
[[nodiscard]] Keeper operator_keeper(std::string_view name);

/// One row of the table of who keeps whose accounts; where there is none, nobody does.
struct Keeping {
  Role keeper;
  Role kept;
  bool own_region_only;
  std::string_view reason;
};
[[nodiscard]] std::span<Keeping const> keepings();

/// Whether `keeper` may open and keep accounts of that role in that region.
[[nodiscard]] bool may_keep(Keeper const& keeper, Role role, std::string_view region);

/// As the audit chain of `region` names the keeper.
[[nodiscard]] audit::Author author_of(Keeper const& keeper, std::string_view region);

}  // namespace ce::accounts

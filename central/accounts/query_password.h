#pragma once

#include <string_view>

#include "central/accounts/keeper.h"
#include "central/store/store.h"
#include "shared/base/secret.h"

namespace ce::accounts {

/// Sets a professional's query password at the window, where HRSS of the person's region, at any level, has
/// the identity card before it: number and name are both as on the card. Ends the person's sessions and lifts
/// both locks (sign-in and kiosk); an entry goes into the audit chain of the person's region, without number
/// or password. Fails with role_refused, person_unknown (no such number, another name, another region: told
/// alike) and input_invalid (check_query_password).
[[nodiscard]] Result<void> set_query_password(store::Store& store, Keeper const& keeper,
                                              SecretText const& id_number, std::string_view name,
                                              SecretText const& password, Instant now);

}  // namespace ce::accounts

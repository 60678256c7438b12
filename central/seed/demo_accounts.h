#pragma once

#include <string>
#include <vector>

#include "central/accounts/manage.h"
#include "central/seed/demo_file.h"

namespace ce::seed {

/// Opens an account of every role around a demo person's region and employer, HRSS at all three levels, all
/// with `password`, which need not be changed: "demo.employer", "demo.hrss", "demo.hrss.city" and so on.
/// Gives them. Fails with input_invalid where that person is not in the store.
[[nodiscard]] Result<std::vector<accounts::Account>> open_demo_accounts(store::Store& store,
                                                                        DemoPerson const& person,
                                                                        accounts::Keeper const& keeper,
                                                                        SecretText const& password,
                                                                        Instant now);

}  // namespace ce::seed

#pragma once

#include <cstdint>
#include <string_view>

#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

/// People who asked that no kiosk keeps or shows them.
namespace ce::forgetting {

/// From now on kiosks are told nothing about this person: their queries are answered person_unknown, the
/// query password is gone, and the delta tells every kiosk to drop what it keeps. Registers, records and
/// verdicts stay (README). Twice is no fault. Fails with person_unknown or a storage error.
[[nodiscard]] Result<void> forget(store::Store& store, SecretText const& id_number,
                                  std::string_view operator_name, Instant now);
/// Takes that back; the query password is to be set anew.
[[nodiscard]] Result<void> recall(store::Store& store, SecretText const& id_number,
                                  std::string_view operator_name, Instant now);

/// `person`: PersonYears::person.
[[nodiscard]] Result<bool> is_forgotten(store::Store const& store, std::string_view person);

}  // namespace ce::forgetting

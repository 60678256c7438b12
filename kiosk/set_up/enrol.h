#pragma once

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/settings/settings.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::set_up {

/// The kiosk's address of central, by its key file or else by its certificate.
[[nodiscard]] drivers::CentralAddress address_of(settings::CentralLink const& link);

/// Whether that is a code from central's operator, and no key.
[[nodiscard]] bool is_code(SecretText const& typed);

/// Enrols this machine by a code, unless it was by this one before; blocks for central and the disk. Fails as
/// kiosk_identity::enrol() and drivers::ask_enrolment().
[[nodiscard]] Result<void> enrol(settings::CentralLink const& link, SecretText const& code);

}  // namespace ce::set_up

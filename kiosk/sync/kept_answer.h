#pragma once

#include "shared/protocol/messages.h"

namespace ce::sync {

/// What is known of a person whom this kiosk has seen and of whom the region's copy was told something newer:
/// the newer word, and from the older answer what the delta does not tell and the newer word does not deny -
/// name and employer, records of a year that stands as it did, link and grant of a certificate that does.
/// A sheet that came out here stays printed. Where the newer word offers a certificate that the older answer
/// did not, there is no name: central is asked about the person before anything is printed. Pure.
[[nodiscard]] protocol::PersonYears newer_over(protocol::PersonYears seen, protocol::PersonYears newer);

}  // namespace ce::sync

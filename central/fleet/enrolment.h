#pragma once

#include <string>
#include <string_view>

#include "central/audit/audit.h"
#include "central/kiosk_ca/authority.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/protocol/enrolment.h"

/// How a kiosk comes by its identity: an operator's code, once. Any thread.
namespace ce::fleet {

inline constexpr std::int64_t code_minutes = 60;
inline constexpr std::int64_t code_tries = 5;

/// A code for a kiosk that is in the table, whose former code ends; what it has for an identity stays until
/// the code is used. Fails with record_unknown.
[[nodiscard]] Result<SecretText> make_code(store::Store& store, audit::Author const& by,
                                           std::string_view kiosk, Instant now);

/// The kiosk's first certificate, with central's proof. The code is used up, what the kiosk had before ends,
/// an alarm about it is answered. Fails with not_permitted where the code is not the kiosk's, spent, over or
/// tried too often (told alike, in the chain where there is one), with input_invalid as Authority::certify.
[[nodiscard]] Result<protocol::CertificateReply> enrol_by_code(store::Store& store,
                                                               kiosk_ca::Authority const& authority,
                                                               protocol::EnrolmentRequest const& request,
                                                               Instant now);

}  // namespace ce::fleet

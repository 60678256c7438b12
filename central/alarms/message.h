#pragma once

#include <string>
#include <string_view>

#include "central/alarms/alarm.h"
#include "shared/base/secret.h"

/// What a webhook is sent. Pure.
namespace ce::alarms {

/// A JSON object: version, id (of this message, the same in every try), event (alarm_begun or alarm_ended),
/// alarm (of both), kind, words, detail, kiosk, region, hall, begun_at and ended_at. No personal data.
[[nodiscard]] std::string message_of(Alarm const& alarm, std::string_view id);

/// The value of X-CE-Signature: "t=SECONDS,v1=HEX", HMAC-SHA256 by the secret over "SECONDS.BODY", so that an
/// old message cannot be sent again by somebody else later.
[[nodiscard]] std::string signature(SecretText const& secret, std::string_view body, Instant now);

}  // namespace ce::alarms

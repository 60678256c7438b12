#pragma once

#include <string>
#include <utility>
#include <vector>

#include "central/alarms/webhook.h"

namespace ce::alarms {

/// POSTs JSON by libcurl, within 10 s, following nobody. Fails with central_unreachable, saying what the
/// other side answered or why it could not be asked.
[[nodiscard]] Result<void> post(Webhook const& webhook, std::string const& body,
                                std::vector<std::pair<std::string, std::string>> const& headers);

}  // namespace ce::alarms

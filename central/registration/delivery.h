#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::registration {

/// What one delivered record came to, kept under its key so that a repeated one gets the same answer.
struct Delivery {
  std::string body_hash;  // of what was delivered; where the key says that, the job that brought it, or empty
  protocol::Acceptance acceptance = protocol::Acceptance::accepted;
  std::string problem;
  std::optional<std::int64_t> record;
};

[[nodiscard]] Result<std::optional<Delivery>> find_delivery(storage::Database& database,
                                                            std::string_view key);
[[nodiscard]] Result<void> keep_delivery(storage::Database& database, std::string_view key,
                                         Delivery const& delivery, Instant now);

struct KeyedDelivery {
  std::string key;
  Delivery delivery;
};
[[nodiscard]] Result<void> keep_deliveries(storage::Database& database,
                                           std::span<KeyedDelivery const> deliveries, Instant now);

}  // namespace ce::registration

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "central/remote_settings/revisions.h"
#include "shared/protocol/item_states.h"

namespace ce::remote_settings {

/// One change by an operator.
struct Revision {
  std::int64_t number = 0;
  std::string item;
  Scope scope = Scope::kiosk;
  std::string region;
  std::string hall;
  std::string account;
  Instant made;
  std::optional<std::int64_t> takes_back;
  std::optional<Instant> released;
  std::optional<Instant> ended;
};

/// One kiosk of a revision.
struct Target {
  std::int64_t revision = 0;
  std::string kiosk;
  std::string item;
  int stage = 1;
  bool told = false;  // it is of the first stage, or the rest was released
  std::optional<kiosk_items::Values> old_values;
  kiosk_items::Values new_values;
  protocol::ItemOutcome outcome = protocol::ItemOutcome::waiting;
  std::string reason = {};
  std::optional<Instant> answered = {};
};

}  // namespace ce::remote_settings

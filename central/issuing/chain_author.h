#pragma once

#include "central/audit/audit.h"
#include "central/issuing/permission.h"

namespace ce::issuing {

/// `actor` as the audit chain of their region names them.
[[nodiscard]] inline audit::Author author_of(Actor const& actor) {
  return {actor.account, std::string{credit::code_of(actor.party)}, actor.region};
}

}  // namespace ce::issuing

#pragma once

#include "central/console/visitor.h"
#include "central/web/keeping_pages.h"

namespace ce::console {

/// Which entries; days in China, empty for no bound.
struct AuditAsked {
  std::string from;
  std::string to;
  std::string login;
};

/// What was done in the visitor's region and by whom, the latest first.
[[nodiscard]] Result<web::AuditView> audit_shown(Visitor const& visitor, AuditAsked const& asked);

}  // namespace ce::console

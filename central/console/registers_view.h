#pragma once

#include "central/console/visitor.h"
#include "central/registers/register.h"
#include "central/web/issuing_pages.h"

namespace ce::console {

/// What of the register somebody asks for; texts as typed, anything malformed counts as not asked.
struct RegistersAsked {
  std::string region;
  std::string year;
  std::string from;
  std::string to;
  std::string kiosk;
  registers::Key after = {};
};

/// As the register takes it; a region outside the visitor's becomes the visitor's own.
[[nodiscard]] registers::Filter filter_of(Visitor const& visitor, RegistersAsked const& asked);

/// The address of that part of the register, for `path` ("/console/registers", ".../register.xlsx").
[[nodiscard]] std::string registers_address(std::string const& path, RegistersAsked const& asked);

[[nodiscard]] Result<web::RegistersView> registers_shown(Visitor const& visitor, RegistersAsked const& asked);

/// Notes in the audit chain that the visitor takes this register away as a file: whose region, which year,
/// with whole names or masked ones.
[[nodiscard]] Result<void> note_register_taken(Visitor const& visitor, registers::Filter const& filter,
                                               registers::Names names, std::string_view format);

}  // namespace ce::console

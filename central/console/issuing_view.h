#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/console/visitor.h"
#include "central/issuing/batch.h"
#include "central/issuing/ready_list.h"
#include "central/web/issuing_pages.h"

namespace ce::console {

/// Which part of the list, and what was typed and ticked on it where it comes back.
struct IssuingAsked {
  int year = 0;
  issuing::ReadyKey after = {};
  std::vector<std::int64_t> picked = {};
  std::optional<std::string> day = {};  // nothing typed yet: today
  std::string day_fault = {};
};

/// Who is ready and may be issued a certificate by the visitor's authority; beside it whom the last order
/// refused.
[[nodiscard]] Result<web::IssuingView> issuing_shown(Visitor const& visitor, IssuingAsked const& asked,
                                                     std::vector<issuing::Refusal> const& refused = {});

/// Years that may be issued now: this one and those before that have a rule pack.
[[nodiscard]] std::vector<int> issuing_years(Visitor const& visitor);

}  // namespace ce::console

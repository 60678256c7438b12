#pragma once

#include <string>
#include <string_view>

#include "central/casebook/rulebook.h"

namespace ce::casebook {

/// An account of one credit case that a clerk can hand to a person; several lines, Chinese. Fails with
/// input_invalid where the file, the case or one of its fields cannot be read, or where no credit case has
/// that id.
[[nodiscard]] Result<std::string> explain_case(std::string_view json_text, std::string_view id,
                                               Rulebook const& rules);

}  // namespace ce::casebook

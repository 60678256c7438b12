#pragma once

#include <iosfwd>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::password {

/// Whether somebody types at standard input.
[[nodiscard]] bool is_typed();

/// The next line of standard input, without its end. At a terminal `prompt` is told first, and what is typed
/// is not shown. Fails with input_invalid where there is none.
[[nodiscard]] Result<SecretText> read_unseen(std::ostream& out, std::string_view prompt);

}  // namespace ce::password

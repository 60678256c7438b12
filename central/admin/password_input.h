#pragma once

#include <filesystem>
#include <iosfwd>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::admin {

/// A password that the operator gives: the first line of `file`, or where that is empty typed twice at the
/// terminal without echo, or the first line of standard input. Never a word of the command line, which others
/// can see. Fails with input_invalid.
[[nodiscard]] Result<SecretText> read_password(std::filesystem::path const& file, std::ostream& err);

}  // namespace ce::admin

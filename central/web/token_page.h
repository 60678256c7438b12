#pragma once

#include <optional>
#include <string>

#include "shared/base/failure.h"
#include "shared/protocol/messages.h"

namespace ce::web {

/// What the page behind a sheet's code shows: what the code proves, or why nothing could be asked.
struct TokenView {
  std::optional<protocol::TokenVerification> found;
  std::optional<FailureCode> failure;
  bool copy_offered = false;  // the authority signs electronic copies, which their holders can have
};

/// The whole page, made as verify_page() is and under its policy, with the form for a number below. The token
/// is not repeated on it.
[[nodiscard]] std::string token_page(TokenView const& view);

}  // namespace ce::web

#pragma once

#include <optional>
#include <string>

#include "shared/base/failure.h"
#include "shared/protocol/messages.h"

namespace ce::web {

/// What the public verification page shows: a form, and below it what was found or why nothing was.
struct VerifyView {
  std::string number;  // as typed
  std::optional<protocol::Verification> found = {};
  std::optional<FailureCode> failure = {};
  bool copy_offered = false;  // the authority signs electronic copies, which their holders can have
};

/// The whole page: one file, no scripts, nothing loaded from anywhere, made for a phone. Everything typed is
/// escaped. A name is never repeated on it and never part of its address.
[[nodiscard]] std::string verify_page(VerifyView const& view);

/// The Content-Security-Policy that the page needs: its own style sheet, forms to us, nothing else.
inline constexpr std::string_view verify_page_policy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors "
    "'none'";

}  // namespace ce::web

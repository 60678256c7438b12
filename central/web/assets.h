#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ce::web {

/// A file that pages refer to. Its name holds the hash of its content, so a browser may keep it for ever.
struct Asset {
  std::string_view type;  // media type
  std::string_view bytes;
};

/// By the name that follows /assets/; nothing for any other.
[[nodiscard]] std::optional<Asset> asset(std::string_view served_name);

/// "/assets/console-0123456789ab.css" for "console.css". An unknown name is a bug and aborts.
[[nodiscard]] std::string asset_address(std::string_view name);

/// The Content-Security-Policy of every page of the console: our own style sheet, script and signs, forms to
/// us, and nothing inline or from elsewhere.
inline constexpr std::string_view console_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action "
    "'self'; base-uri 'none'; frame-ancestors 'none'";

}  // namespace ce::web

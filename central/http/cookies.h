#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "central/http/message.h"
#include "shared/base/secret.h"

namespace ce::http {

/// The session's cookie. Over HTTPS it is "__Host-" and Secure: sent to this host alone and never in the
/// clear, and no neighbouring host can set it. Only for trying out over plain HTTP on this machine it is
/// neither.
struct SessionCookie {
  bool secure = true;

  /// The token of the request's cookie; nothing where there is none, two, or one that is no token of ours.
  [[nodiscard]] std::optional<SecretText> token_of(Request const& request) const;
  /// The Set-Cookie value that gives the browser a token; it forgets it when it is closed.
  [[nodiscard]] std::string set(SecretText const& token) const;
  /// The one that takes it away.
  [[nodiscard]] std::string clear() const;

 private:
  [[nodiscard]] std::string_view name() const { return secure ? "__Host-ce-session" : "ce-session"; }
  [[nodiscard]] std::string with_attributes(std::string_view value) const;
};

/// The value of cookie `name` in a Cookie header (RFC 6265, 4.2.1: name=value pairs between "; "); nothing
/// where the header is anything else or has the name twice.
[[nodiscard]] std::optional<std::string_view> cookie_value(std::string_view header, std::string_view name);

}  // namespace ce::http

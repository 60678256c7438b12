#pragma once

#include <functional>
#include <optional>
#include <string>

#include "central/accounts/signed_in.h"
#include "central/http/message.h"
#include "shared/base/result.h"

namespace ce::http {

/// Who gets in, by kind of route. Each is asked on any thread.
struct Doors {
  /// The kiosk that asks, by its certificate or key.
  std::function<Result<std::string>(Request const&)> kiosk;
  /// The institution whose key the request bears.
  std::function<Result<std::int64_t>(Request const&)> site;
  /// Who is signed in; nothing for nobody.
  std::function<Result<std::optional<accounts::SignedIn>>(Request const&)> session;
  /// The same as a point read that writes nothing, for the I/O threads.
  std::function<Result<std::optional<accounts::SignedIn>>(Request const&)> glance;
  /// "https://jxjy.example.gov.cn": the Origin of our own pages besides that of the Host they were asked
  /// from; may be empty.
  std::string own_origin;
};

/// Whether a POST comes from a page of ours, as far as the browser tells by Sec-Fetch-Site and Origin. One
/// that tells neither is let through: it has the token of the form yet to show, or nothing to forge.
[[nodiscard]] bool same_site(Request const& request, std::string const& own_origin);

}  // namespace ce::http

#pragma once

#include <string_view>

#include "central/http/message.h"

namespace ce::http {

/// Packs the body (gzip, RFC 1952) where the request takes it (RFC 9110, 12.5.3) and it is worth it.
void pack_if_asked(Request const& request, Response& response);

/// Whether the value of Accept-Encoding takes gzip.
[[nodiscard]] bool takes_gzip(std::string_view accept_encoding);

/// Whether the value of If-None-Match names `tag`, by weak comparison (RFC 9110, 8.8.3.2); "*" names all.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace ce::http

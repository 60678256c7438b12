#pragma once

#include <string>
#include <string_view>

#include "central/http/message.h"
#include "shared/base/result.h"

namespace ce::http {

/// The boundary of "multipart/form-data; boundary=...", empty where there is none or none that RFC 2046
/// allows.
[[nodiscard]] std::string boundary_of(std::string_view content_type);

/// Takes a multipart/form-data body (RFC 7578) apart into `request.form` and `request.files`. Strict, because
/// what two readers take differently is how filters are got around: no preamble, no other transfer coding,
/// every part named, at most 200 parts. A file field that was left empty is left out. Fails with
/// input_invalid.
[[nodiscard]] Result<void> read_multipart(Request& request);

}  // namespace ce::http

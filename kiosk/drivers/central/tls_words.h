#pragma once

#include <string>
#include <string_view>

namespace ce::drivers {

/// What libcurl or OpenSSL says of a TLS connection that did not come about, in Chinese for staff: whose
/// certificate is refused, by whom and why. The words as they came where they are about something else.
[[nodiscard]] std::string tls_words(std::string_view words);

}  // namespace ce::drivers

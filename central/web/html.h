#pragma once

#include <string>
#include <string_view>

namespace ce::web {

/// Text made fit for HTML content and for quoted attributes; control characters are left out.
[[nodiscard]] std::string escape(std::string_view text);

/// `text` fit for one member of an address's query: percent-encoded.
[[nodiscard]] std::string url_text(std::string_view text);

}  // namespace ce::web

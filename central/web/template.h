#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "central/web/fields.h"

namespace ce::web {

/// Fills the template `name` ("pages/home") of assets/web. Every `{{value}}` is escaped; `{{>part}}` is
/// parts/part.html put in its place. An unknown name or a malformed template is a bug and aborts; a test
/// renders each. Any thread.
[[nodiscard]] std::string render(std::string_view name, Fields const& fields);

/// All templates that there are.
[[nodiscard]] std::vector<std::string_view> template_names();

/// The text of a template with its parts in place.
[[nodiscard]] std::string template_text(std::string_view name);

}  // namespace ce::web

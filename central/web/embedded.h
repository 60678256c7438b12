#pragma once

#include <span>
#include <string_view>

/// What packaging/cmake/embed.cmake compiles in from assets/web. Private to this room.
namespace ce::web {

struct EmbeddedTemplate {
  std::string_view name;  // "pages/home", "parts/badge"
  std::string_view text;
};

struct EmbeddedAsset {
  std::string_view name;         // "console.css"
  std::string_view served_name;  // "console-0123456789ab.css"
  std::string_view type;         // media type
  std::string_view bytes;
};

[[nodiscard]] std::span<EmbeddedTemplate const> embedded_templates();
[[nodiscard]] std::span<EmbeddedAsset const> embedded_assets();

}  // namespace ce::web

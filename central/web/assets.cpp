#include "central/web/assets.h"

#include <cstdlib>

#include "central/web/embedded.h"

namespace ce::web {

std::optional<Asset> asset(std::string_view served_name) {
  for (auto const& one : embedded_assets()) {
    if (one.served_name == served_name) return Asset{one.type, one.bytes};
  }
  return std::nullopt;
}

std::string asset_address(std::string_view name) {
  for (auto const& one : embedded_assets()) {
    if (one.name == name) return "/assets/" + std::string{one.served_name};
  }
  std::abort();
}

}  // namespace ce::web

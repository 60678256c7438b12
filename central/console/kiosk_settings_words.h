#pragma once

#include <string>

#include "central/remote_settings/shown.h"
#include "central/web/parts.h"

namespace ce::console {

[[nodiscard]] web::Badge badge_of(remote_settings::Standing standing);
/// How one kiosk of a revision stands.
[[nodiscard]] web::Badge badge_of(remote_settings::Target const& target, bool ended);
/// "60 秒…", or "不知道".
[[nodiscard]] std::string values_words(std::string const& item, kiosk_items::Values const& values);
/// "仅本机", "天河区政务服务中心的全部终端", "天河区的全部终端".
[[nodiscard]] std::string scope_words(remote_settings::Revision const& revision, std::string const& region);

}  // namespace ce::console

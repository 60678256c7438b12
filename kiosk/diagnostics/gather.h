#pragma once

#include <string>
#include <vector>

#include "kiosk/settings/settings.h"
#include "shared/base/clock.h"

namespace ce::diagnostics {

struct Said {
  std::string name;
  std::string text;
};

/// What was found out beforehand. Borrowed settings.
struct Known {
  settings::Settings const* settings = nullptr;
  std::string version;
  std::vector<Said> health;  // as the staff's page says it
  Instant now;
};

/// The diagnostics as text, in sections: versions, health, configuration without secrets, reports of crashes,
/// log. No personal data is in it. Blocks for the disk: some 100 ms.
[[nodiscard]] std::string gather(Known const& known);

/// "ce-diagnostics-tianhe-01-20261126-1005.cms": what any file system takes.
[[nodiscard]] std::string file_name(std::string const& kiosk_id, Instant now);

}  // namespace ce::diagnostics

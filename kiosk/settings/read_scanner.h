#pragma once

#include "kiosk/settings/settings.h"
#include "shared/config_file/section.h"

namespace ce::settings {

/// [scanner]. A device that [reader] names as well is refused: each would take the other's bytes.
void read_scanner(config_file::Section section, Reader const& reader, Scanner& scanner);

}  // namespace ce::settings

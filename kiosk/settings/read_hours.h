#pragma once

#include "kiosk/hours/hours.h"
#include "shared/config_file/config_file.h"

/// Room-internal.
namespace ce::settings {

void read_hours(config_file::Section section, hours::Plan& plan);

}  // namespace ce::settings

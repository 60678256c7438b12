#pragma once

#include <string>

#include "shared/base/secret.h"

namespace ce::drivers {

/// What came back over HTTP, whatever its status.
struct Answer {
  int status = 0;
  std::string content_type;  // lower case, without parameters
  SecretText body;
};

}  // namespace ce::drivers

#pragma once

#include <string>

namespace ce::journal {

/// The kernel's name of this start of the machine; empty where it has none. Any thread.
[[nodiscard]] std::string boot_id();

}  // namespace ce::journal

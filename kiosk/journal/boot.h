#pragma once

#include <filesystem>
#include <string>

namespace ce::journal {

/// The kernel's name of this start of the machine, without dashes; empty where nobody tells it, which is no
/// name that two starts have in common. `kernels` is where the kernel says it; a service that sees nothing of
/// /proc but processes (ProcSubset=pid) is told by its unit, in CE_BOOT_ID. Any thread.
[[nodiscard]] std::string boot_id(std::filesystem::path const& kernels = "/proc/sys/kernel/random/boot_id");

}  // namespace ce::journal

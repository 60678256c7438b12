#pragma once

#include <filesystem>
#include <vector>

#include "shared/base/result.h"

namespace ce::cache {

/// The crypto-erase, whether or not a kiosk has the files open: destroys the keys first, then empties the
/// stores, their WAL included, and deletes what was set aside of them and a store that is damaged. One that
/// cannot be emptied does not keep the others from it; the failure names each. A running kiosk finds another
/// key and begins anew. Fails with storage_unopenable where a key is the operator's own (systemd's
/// credentials) or cannot be deleted, after the stores were emptied; storage_busy and the like where a store
/// cannot be.
[[nodiscard]] Result<void> erase_all(std::filesystem::path const& key_file,
                                     std::vector<std::filesystem::path> const& stores);

}  // namespace ce::cache

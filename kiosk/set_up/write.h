#pragma once

#include <filesystem>

#include "kiosk/items/item.h"

namespace ce::set_up {

/// Puts that configuration in the place of the one in `file`, whole or not at all, readable by all: it holds
/// no secret. The one of before is kept as "<file>.before", and one that the program did not write, with its
/// comments, as "<file>.by-hand" for longer than that. Whether there was one. Blocks for the disk.
/// Fails with storage_full, storage_fault.
Result<bool> write_config(std::filesystem::path const& file, settings::Settings const& settings);

/// Whether ce-kiosk would start with it, as far as a file tells. Nothing is written.
[[nodiscard]] Result<void> check(items::Draft const& draft, std::filesystem::path const& file,
                                 settings::Extent extent);

/// Key or identity, PIN and configuration of a draft, each whole or not at all; check() comes first. Fails as
/// check(), enrol() and write_config(): nothing is written where the draft is not sound.
Result<void> write(items::Draft const& draft, std::filesystem::path const& file);

}  // namespace ce::set_up

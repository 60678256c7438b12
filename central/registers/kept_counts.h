#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "central/registers/roll_up.h"

/// What each region has issued and printed, kept beside the certificates. Private to this room.
namespace ce::registers {

/// By region code; only the figures are filled in.
using Counts = std::map<std::string, RollUp>;

/// Of these regions, of one year or all: what was kept, and counted anew where certificates have changed
/// since, which is kept in turn. On one state of the store.
[[nodiscard]] Result<Counts> kept_counts(store::Store& store, std::span<store::RegionScope const> scopes,
                                         std::optional<int> year);

}  // namespace ce::registers

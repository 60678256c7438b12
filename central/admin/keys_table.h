#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "central/admin/table.h"
#include "central/store/store.h"

namespace ce::admin {

/// All keys, those of grants first; `has_file` says whether a key's file is on this machine (may be empty).
[[nodiscard]] Result<Table> keys_table(store::Store const& store,
                                       std::function<bool(std::string const& id)> const& has_file);

/// Whether `id` is a key for certificates.
[[nodiscard]] bool signs_certificates(Table const& keys, std::string_view id);

}  // namespace ce::admin

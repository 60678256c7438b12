#pragma once

#include "bench/issuing/province.h"

namespace ce::bench {

/// The limit: what issuing writes for each person from `first` to `last` (year 2025), as bare statements of
/// one writer in transactions of `together` people of one region after another, each synced. Nobody is judged
/// or looked at, no change is told, no entry audited. Numbers are of a region that there is not.
[[nodiscard]] Result<void> write_bare_rows(store::Store& store, Province const& province, std::int64_t first,
                                           std::int64_t last, std::size_t together);

}  // namespace ce::bench

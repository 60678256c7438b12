#pragma once

#include <array>
#include <cstddef>

#include "central/registration/columns.h"
#include "central/registration/entry.h"
#include "central/registration/grid.h"
#include "shared/base/result.h"

namespace ce::registration {

/// Which column of the file holds what.
struct Layout {
  std::array<int, 18> places{};  // by Column; -1 where the file lacks it
  [[nodiscard]] Cell const* cell(GridRow const& row, Column column) const;
};

/// From the row of headings. Fails with file_refused, naming each heading that is missing, unknown or there
/// twice.
[[nodiscard]] Result<Layout> layout_of(GridRow const& headings);

/// One row as an entry; what cannot be read is added to `faults`.
[[nodiscard]] Entry entry_of(GridRow const& row, Layout const& layout, bool from_1904,
                             std::vector<Fault>& faults);

/// The same for two rows that state the same study of the same person; tells neither.
[[nodiscard]] std::string sameness_of(Entry const& entry);

/// A registration file of either format by its content: XLSX, else CSV; at least one row below the
/// headings. Fails with file_refused.
[[nodiscard]] Result<Grid> read_table(std::string_view bytes);

}  // namespace ce::registration

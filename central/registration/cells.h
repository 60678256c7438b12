#pragma once

#include <optional>

#include "central/registration/columns.h"
#include "central/registration/entry.h"
#include "central/registration/grid.h"
#include "shared/base/date.h"

namespace ce::registration {

/// Reads the cells of one row, one value after another; what cannot be read becomes a fault and an empty
/// value. Borrows both; one thread.
class CellReader {
 public:
  CellReader(bool from_1904, std::vector<Fault>& faults) : from_1904_(from_1904), faults_(faults) {}

  /// Plain text; empty for no cell.
  [[nodiscard]] std::string text(Column column, Cell const* cell);
  [[nodiscard]] std::string id_number(Cell const* cell);
  [[nodiscard]] std::optional<Date> date(Column column, Cell const* cell);
  /// Credit hours: "6", "10.5".
  [[nodiscard]] std::optional<CreditUnits> hours(Column column, Cell const* cell);
  [[nodiscard]] std::optional<std::int32_t> half_days(Cell const* cell);
  [[nodiscard]] std::optional<std::int32_t> whole(Column column, Cell const* cell, std::int32_t most);
  [[nodiscard]] bool yes(Column column, Cell const* cell, bool otherwise);
  /// The enumerator among the first `count` whose words are written; `otherwise` for an empty cell.
  template <class E>
  [[nodiscard]] E word(Column column, Cell const* cell, int count, std::optional<E> otherwise);

  void fault(Column column, std::string wrong);

 private:
  bool from_1904_;
  std::vector<Fault>& faults_;
};

/// "2026-3-1", "2026/03/01", "2026.3.1", "2026年3月1日", "20260301", each with a time of day after it or not.
[[nodiscard]] std::optional<Date> parse_typed_date(std::string_view typed);

}  // namespace ce::registration

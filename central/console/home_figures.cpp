#include "central/console/home_figures.h"

namespace ce::console {

Result<std::array<std::int64_t, 12>> issued_by_month(Visitor const& visitor, std::string const& scope,
                                                     int year) {
  store::RegionScope const range{scope};
  std::array<std::int64_t, 12> months{};
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT SUBSTR(month, 6, 2), CAST(SUM(issued) AS BIGINT) FROM issued_months WHERE region BETWEEN $1 "
        "AND $2 AND month BETWEEN $3 AND $4 GROUP BY month");
    auto const text = std::to_string(year);
    rows.bind(1, range.code).bind(2, range.last()).bind(3, text + "-01").bind(4, text + "-12");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      auto const month = rows.text(0);
      if (month >= "01" && month <= "12") {
        months.at(static_cast<std::size_t>((month[0] - '0') * 10 + (month[1] - '0') - 1)) = rows.integer(1);
      }
    }
  }));
  return months;
}

}  // namespace ce::console

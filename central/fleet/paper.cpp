#include "central/fleet/paper.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace ce::fleet {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

struct Range {
  std::string prefix;
  std::size_t digits = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;

  [[nodiscard]] bool holds(std::string const& number) const {
    if (number.size() != prefix.size() + digits || !number.starts_with(prefix)) return false;
    std::int64_t serial = 0;
    auto const* const end = number.data() + number.size();
    auto const read = std::from_chars(number.data() + prefix.size(), end, serial);
    return read.ptr == end && serial >= first && serial <= last;
  }
};

struct Books {
  std::vector<Range> ranges;
  std::set<std::string> gone;
  PaperDay day;
};

using AllBooks = std::map<std::string, Books>;

/// Of one kiosk its own rows alone are read: the province has millions.
storage::Statement rows_about(storage::Database& database, std::string sql, std::string_view column,
                              std::string_view kiosk) {
  if (kiosk.empty()) return database.prepare(sql);
  auto rows = database.prepare(sql.append(" WHERE ").append(column).append(" = $1"));
  rows.bind(1, kiosk);
  return rows;
}

Result<void> read_ranges(storage::Database& database, std::string_view kiosk, AllBooks& books) {
  auto rows = rows_about(
      database, "SELECT kiosk, prefix, digits, first_number, last_number FROM paper_ranges", "kiosk", kiosk);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    books[rows.text(0)].ranges.push_back(
        {rows.text(1), static_cast<std::size_t>(rows.integer(2)), rows.integer(3), rows.integer(4)});
  }
}

void count(Books& books, std::string const& number, bool that_day, bool is_void) {
  if (!books.gone.insert(number).second || !that_day) return;
  ++(is_void ? books.day.void_ : books.day.used);
}

Result<void> read_prints(storage::Database& database, std::string_view kiosk, std::int64_t from,
                         AllBooks& books) {
  auto rows = rows_about(
      database,
      "SELECT p.kiosk, p.blank_number, p.requested_ms, p.outcome, v.blank_number FROM prints p LEFT JOIN "
      "blank_voids v "
      "ON v.kiosk = p.kiosk AND v.blank_number = p.blank_number",
      "p.kiosk", kiosk);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    auto const at = rows.integer(2);
    bool const is_void = rows.optional_text(3).value_or("") == "failed" || !rows.is_null(4);
    count(books[rows.text(0)], rows.text(1), at >= from && at < from + day_ms, is_void);
  }
}

// After the prints: what is left are the numbers that no print had.
Result<void> read_voids(storage::Database& database, std::string_view kiosk, std::int64_t from,
                        AllBooks& books) {
  auto rows = rows_about(database, "SELECT kiosk, blank_number, voided_ms FROM blank_voids", "kiosk", kiosk);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    auto const at = rows.integer(2);
    count(books[rows.text(0)], rows.text(1), at >= from && at < from + day_ms, true);
  }
}

std::int64_t left_of(Books const& books) {
  std::int64_t left = 0;
  for (auto const& range : books.ranges) {
    left += range.last - range.first + 1;
    left -= std::count_if(books.gone.begin(), books.gone.end(),
                          [&](auto const& number) { return range.holds(number); });
  }
  return left;
}

}  // namespace

Result<std::vector<PaperDay>> paper_of(store::Store const& store, std::string_view kiosk, Date day) {
  AllBooks books;
  auto const from = start_of_china_day(day).ms;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    books.clear();
    CE_CHECK(read_ranges(database, kiosk, books));
    CE_CHECK(read_prints(database, kiosk, from, books));
    return read_voids(database, kiosk, from, books);
  });
  if (!read) return read.failure();
  std::vector<PaperDay> days;
  for (auto& [id, of_kiosk] : books) {
    of_kiosk.day.kiosk = id;
    of_kiosk.day.left = left_of(of_kiosk);
    of_kiosk.day.loaded = !of_kiosk.ranges.empty();
    days.push_back(of_kiosk.day);
  }
  return days;
}

}  // namespace ce::fleet

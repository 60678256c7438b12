#include "kiosk/journal/stock.h"

#include <algorithm>
#include <optional>

#include "kiosk/journal/audit.h"
#include "kiosk/journal/paper_mark.h"

namespace ce::journal {
namespace {

using KnownRange = CurrentRange;

KnownRange known_of(storage::Statement const& row) {
  return {row.integer(0),
          {row.text(1), static_cast<int>(row.integer(2)), row.integer(3), row.integer(4)},
          row.integer(5)};
}

constexpr std::string_view select_ranges =
    "SELECT id, prefix, digits, first, last, next FROM paper_range ORDER BY loading DESC";

std::string words_of(PaperRange const& range) {
  return blank_number(range, range.first) + " .. " + blank_number(range, range.last);
}

/// Whether this very range was loaded before; input_invalid if it overlaps another.
Result<std::optional<KnownRange>> look_up(storage::Database& database, PaperRange const& range) {
  auto select = database.prepare(select_ranges);
  std::optional<KnownRange> same;
  while (true) {
    CE_TRY(bool const row, select.step());
    if (!row) return same;
    auto const known = known_of(select);
    if (known.range.prefix != range.prefix || known.range.digits != range.digits) continue;
    if (known.range.first == range.first) {
      same = known;
    } else if (range.first <= known.range.last && known.range.first <= range.last) {
      return Failure{FailureCode::input_invalid,
                     words_of(range) + " 与已登记的 " + words_of(known.range) + " 重叠"};
    }
  }
}

/// Where a journal that knows no range begins to count.
std::int64_t first_free(std::filesystem::path const& mark_file, PaperRange const& range) {
  auto const mark = read_paper_mark(mark_file);
  // An unreadable mark leaves open which numbers are gone: none is handed out until staff load a new range.
  if (!mark) return range.last + 1;
  if (!mark->has_value() || (*mark)->prefix != range.prefix || (*mark)->digits != range.digits) {
    return range.first;
  }
  return std::clamp((*mark)->next, range.first, range.last + 1);
}

}  // namespace

Result<std::optional<CurrentRange>> current_range(storage::Database& database) {
  auto select = database.prepare(select_ranges);
  CE_TRY(bool const row, select.step());
  if (!row) return std::optional<CurrentRange>{};
  return std::optional<CurrentRange>{known_of(select)};
}

Result<bool> load_range(storage::Database& database, std::filesystem::path const& mark_file,
                        PaperRange const& range, Instant at) {
  CE_CHECK(check(range));
  CE_TRY(auto const current, current_range(database));
  CE_TRY(auto const same, look_up(database, range));
  if (same && same->id == current->id && same->range.last == range.last) return false;
  if (same) {
    auto update = database.prepare(
        "UPDATE paper_range SET last = $2, loading = (SELECT max(loading) + 1 FROM paper_range) WHERE id = "
        "$1");
    CE_CHECK(update.bind(1, same->id).bind(2, std::max(range.last, same->next - 1)).run());
  } else {
    auto insert = database.prepare(
        "INSERT INTO paper_range (prefix, digits, first, last, next, loading)"
        " VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(loading), 0) + 1 FROM paper_range))");
    insert.bind(1, range.prefix).bind(2, std::int64_t{range.digits});
    insert.bind(3, range.first).bind(4, range.last);
    CE_CHECK(insert.bind(5, current ? range.first : first_free(mark_file, range)).run());
  }
  CE_CHECK(append_audit(database, at, "", "paper " + words_of(range)));
  return true;
}

Result<void> could_load_range(storage::Database& database, PaperRange const& range) {
  CE_CHECK(check(range));
  auto const known = look_up(database, range);
  return known ? Result<void>{} : Result<void>{known.failure()};
}

Result<std::string> take_blank(storage::Database& database, std::filesystem::path const& mark_file) {
  CE_TRY(auto const current, current_range(database));
  if (!current || current->next > current->range.last) {
    return Failure{FailureCode::paper_exhausted, "no blank number is left; load a new paper range"};
  }
  CE_CHECK(write_paper_mark(mark_file, {current->range.prefix, current->range.digits, current->next + 1}));
  auto update = database.prepare("UPDATE paper_range SET next = next + 1 WHERE id = $1");
  CE_CHECK(update.bind(1, current->id).run());
  return blank_number(current->range, current->next);
}

Result<void> note_blank_used(storage::Database& database, PrintEntry const& entry) {
  auto insert = database.prepare("INSERT INTO blank (number, print, state, at) VALUES ($1, $2, 'used', $3)");
  insert.bind(1, entry.blank_number).bind(2, entry.id.text());
  return insert.bind(3, entry.requested_at.ms).run();
}

Result<void> void_blank(storage::Database& database, PrintEntry const& entry, std::string_view reason,
                        Instant at) {
  auto update = database.prepare("UPDATE blank SET state = 'void', reason = $2, at = $3 WHERE number = $1");
  return update.bind(1, entry.blank_number).bind(2, reason).bind(3, at.ms).run();
}

Result<PaperCount> count_paper(storage::Database& database) {
  PaperCount count;
  CE_TRY(auto const current, current_range(database));
  if (current) count.left = current->range.last - current->next + 1;
  auto select = database.prepare(
      "SELECT (SELECT count(*) FROM blank WHERE state = 'used' AND number NOT IN (SELECT number FROM "
      "staff_void)),"
      " (SELECT count(*) FROM (SELECT number FROM blank UNION SELECT number FROM staff_void))");
  CE_TRY(bool const row, select.step());
  if (row) {
    count.used = select.integer(0);
    count.void_ = select.integer(1) - count.used;
  }
  return count;
}

}  // namespace ce::journal

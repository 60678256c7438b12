// What staff do with numbered blanks: void them, say which lies on top, ask how many are left.
#include "kiosk/journal/audit.h"
#include "kiosk/journal/outbox.h"
#include "kiosk/journal/paper_mark.h"
#include "kiosk/journal/stock.h"

namespace ce::journal {
namespace {

// More than a pack of paper at once is a slip of the finger.
constexpr std::int64_t most_skipped = 1000;
constexpr std::size_t longest_reason = 240;  // as protocol::longest_void_reason

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

Result<void> check_reason(std::string const& reason) {
  if (!reason.empty() && reason.size() <= longest_reason) return {};
  return Failure{FailureCode::input_invalid, "作废要写原因，最长 240 字节"};
}

Result<bool> has_number(storage::Database& database, std::string_view sql, std::string const& number) {
  return database.prepare(sql).bind(1, number).step();
}

Result<void> insert_void(storage::Database& database, std::string const& number, std::string const& reason,
                         Instant at) {
  CE_CHECK(database.prepare("INSERT INTO staff_void (number, reason, at) VALUES ($1, $2, $3)")
               .bind(1, number)
               .bind(2, reason)
               .bind(3, at.ms)
               .run());
  CE_CHECK(post_event(database, {EntryId::make(), at, protocol::BlankVoided{number, reason}}));
  return append_audit(database, at, "", "void " + number + ": " + reason);
}

/// Staff have looked at the sheets of all prints up to the first one that has not ended: that one may still
/// spoil one.
Result<void> note_check(storage::Database& database, Instant at) {
  auto check = database.prepare(
      "INSERT INTO paper_check (upto, at) SELECT coalesce(max(seq), 0), $1 FROM print WHERE seq < (SELECT "
      "coalesce(min(seq), 9223372036854775807) FROM print WHERE state IN ('requested', 'submitting', "
      "'submitted'))");
  return check.bind(1, at.ms).run();
}

}  // namespace

Result<void> declare_void(storage::Database& database, std::string const& number, std::string const& reason,
                          Instant at) {
  CE_CHECK(check_reason(reason));
  CE_TRY(bool const taken, has_number(database, "SELECT 1 FROM blank WHERE number = $1", number));
  if (!taken) {
    return Failure{FailureCode::input_invalid,
                   number + " 没有打印过：没用过的坏纸取出后，核对最上面一张的号码即可"};
  }
  CE_TRY(
      bool const is_void,
      has_number(database,
                 "SELECT 1 FROM blank WHERE number = $1 AND (state = 'void' OR number IN (SELECT number FROM "
                 "staff_void))",
                 number));
  if (is_void) return Failure{FailureCode::input_invalid, number + " 已经作废"};
  return insert_void(database, number, reason, at);
}

Result<void> skip_to(storage::Database& database, std::filesystem::path const& mark_file, std::int64_t serial,
                     std::string const& reason, Instant at) {
  CE_TRY(auto const current, current_range(database));
  if (!current) return Failure{FailureCode::paper_exhausted, "no paper is loaded"};
  auto const& range = current->range;
  auto const next = current->next;
  auto const name = [&](std::int64_t number) { return blank_number(range, number); };
  if (serial < next) {
    return Failure{FailureCode::input_invalid,
                   name(serial) + " 已经用过或作废，请取出那一张；下一张应是 " + name(next)};
  }
  if (serial > range.last || serial - next > most_skipped) {
    return Failure{FailureCode::input_invalid,
                   "下一张应是 " + name(next) + "，本段最后一张是 " + name(range.last)};
  }
  if (serial > next) CE_CHECK(check_reason(reason));
  for (std::int64_t number = next; number < serial; ++number) {
    CE_CHECK(insert_void(database, name(number), reason, at));
  }
  CE_CHECK(write_paper_mark(mark_file, {range.prefix, range.digits, serial}));
  CE_CHECK(database.prepare("UPDATE paper_range SET next = $2 WHERE id = $1")
               .bind(1, current->id)
               .bind(2, serial)
               .run());
  CE_CHECK(note_check(database, at));
  CE_CHECK(post_event(database, {EntryId::make(), at,
                                 protocol::KioskNoted{protocol::NoteKind::paper_checked, name(serial)}}));
  return append_audit(database, at, "", "top sheet " + name(serial));
}

Result<void> go_on_at(storage::Database& database, std::filesystem::path const& mark_file,
                      std::int64_t serial, Instant at) {
  CE_TRY(auto const current, current_range(database));
  if (!current) return {};  // staff load a range before anything is printed
  auto const& range = current->range;
  if (serial < current->next || serial > range.last + 1) {
    return Failure{FailureCode::input_invalid, blank_number(range, current->next) + " 至 " +
                                                   blank_number(range, range.last) + " 还没有用"};
  }
  CE_CHECK(write_paper_mark(mark_file, {range.prefix, range.digits, serial}));
  auto update = database.prepare("UPDATE paper_range SET next = $2 WHERE id = $1");
  CE_CHECK(update.bind(1, current->id).bind(2, serial).run());
  CE_CHECK(note_check(database, at));
  return append_audit(database, at, "", "paper goes on at " + blank_number(range, serial));
}

Result<bool> check_is_due(storage::Database& database) {
  auto select = database.prepare(
      "SELECT 1 FROM print WHERE state IN ('failed', 'unknown') AND seq > (SELECT coalesce(max(upto), 0) "
      "FROM "
      "paper_check) LIMIT 1");
  return select.step();
}

// A number goes on the day of its print, or on the day that staff voided it unprinted.
Result<PaperDay> count_day(storage::Database& database, Date day) {
  auto const from = start_of_china_day(day).ms;
  auto select = database.prepare(
      "SELECT (SELECT count(*) FROM blank b JOIN print p ON p.id = b.print WHERE p.requested_at >= $1 AND "
      "p.requested_at < $2 AND b.state = 'used' AND b.number NOT IN (SELECT number FROM staff_void)),"
      " (SELECT count(*) FROM blank b JOIN print p ON p.id = b.print WHERE p.requested_at >= $1 AND "
      "p.requested_at < $2 AND (b.state = 'void' OR b.number IN (SELECT number FROM staff_void))),"
      " (SELECT count(*) FROM staff_void WHERE at >= $1 AND at < $2 AND number NOT IN (SELECT number FROM "
      "blank)),"
      " (SELECT coalesce(sum(last - next + 1), 0) FROM paper_range)");
  CE_CHECK(select.bind(1, from).bind(2, from + day_ms).step());
  return PaperDay{select.integer(0), select.integer(1) + select.integer(2), select.integer(3)};
}

Result<std::vector<VoidBlank>> void_blanks(storage::Database& database, Date day) {
  auto const from = start_of_china_day(day).ms;
  auto select = database.prepare(
      "SELECT number, reason, at FROM (SELECT number, reason, at FROM staff_void UNION ALL SELECT number, "
      "coalesce(reason, ''), at FROM blank WHERE state = 'void') WHERE at >= $1 AND at < $2 ORDER BY number");
  select.bind(1, from).bind(2, from + day_ms);
  std::vector<VoidBlank> list;
  while (true) {
    CE_TRY(bool const row, select.step());
    if (!row) return list;
    list.push_back({select.text(0), select.text(1), {select.integer(2)}});
  }
}

}  // namespace ce::journal

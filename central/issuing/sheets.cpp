#include "central/issuing/sheets.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "central/changes/touch.h"
#include "central/standings/refresh.h"
#include "shared/protocol/names.h"
#include "shared/storage/insert_rows.h"

namespace ce::issuing {

std::int64_t value_of(certificate::Number const& number) {
  std::int64_t value = 0;
  auto const& text = number.text();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Result<void> write_certificates(storage::Database& database, certificate::SealMode pack_mode,
                                std::int64_t verdict, std::span<Sheet const> sheets) {
  return storage::insert_rows(
      database,
      "INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, "
      "verdict, issued_ms, issued_by)",
      11, sheets.size(), [&](storage::Statement& insert, int first, std::size_t row) {
        auto const& [run, who, number, authority] = sheets[row];
        insert.bind(first, number->text()).bind(first + 1, who->professional).bind(first + 2, run->year);
        insert.bind(first + 3, who->name).bind(first + 4, run->region).bind(first + 5, authority->name);
        insert.bind(first + 6, run->day.iso());
        insert.bind(first + 7, protocol::word_of(authority->seal_mode.value_or(pack_mode)));
        insert.bind(first + 8, verdict).bind(first + 9, run->now.ms).bind(first + 10, run->account);
      });
}

Result<void> count_months(storage::Database& database, std::span<Sheet const> sheets) {
  std::map<std::pair<std::string, std::string>, std::int64_t> months;
  for (auto const& sheet : sheets) ++months[{sheet.run->region, sheet.run->day.iso().substr(0, 7)}];
  auto month = months.begin();
  return storage::insert_rows(
      database, "INSERT INTO issued_months (region, month, issued)", 3, months.size(),
      [&](storage::Statement& row, int first, std::size_t /*one after another*/) {
        row.bind(first, month->first.first)
            .bind(first + 1, month->first.second)
            .bind(first + 2, month->second);
        ++month;
      },
      " ON CONFLICT (region, month) DO UPDATE SET issued = issued_months.issued + excluded.issued");
}

namespace {

using Sheets = std::vector<Sheet const*>;

/// Those of people judged in this transaction need the first four.
void bind_issued(storage::Statement& row, int first, Sheet const& sheet, bool ahead) {
  auto const& [run, who, number, authority] = sheet;
  row.bind(first, who->professional).bind(first + 1, run->year).bind(first + 2, run->now.ms);
  row.bind(first + 3, number->text());
  if (!ahead) return;
  row.bind(first + 4, who->record_versions).bind(first + 5, who->issuing_region);
  row.bind(first + 6, who->name).bind(first + 7, who->region);
}

Failure changed_meanwhile() {
  return {FailureCode::storage_conflict, "somebody was judged before a change"};
}

/// Whatever changes a record, a unit or a certificate writes the year's row in the same transaction; name and
/// region are the person's own.
Result<void> mark_on_file(storage::Database& database, Sheets const& sheets, bool ahead) {
  std::string sql =
      "UPDATE yearly_standings SET state = 'issued', judged_ms = $3, certificate = $4 "
      "WHERE professional = $1 AND year = $2";
  if (ahead) {
    sql +=
        " AND certificate IS NULL AND record_versions = $5 AND issuing_region = $6 AND EXISTS "
        "(SELECT 1 FROM professionals p WHERE p.id = $1 AND p.name = $7 AND p.region = $8)";
  }
  auto update = database.prepare(sql);
  for (auto const* const sheet : sheets) {
    bind_issued(update, 1, *sheet, ahead);
    CE_CHECK(update.run());
    if (ahead && database.changes() != 1) return changed_meanwhile();
  }
  return {};
}

constexpr std::string_view mark_all =
    " UPDATE yearly_standings SET state = 'issued', judged_ms = CAST(issued.judged_ms AS BIGINT), "
    "certificate = issued.certificate FROM issued";
constexpr std::string_view of_issued =
    " WHERE yearly_standings.professional = CAST(issued.professional AS BIGINT) AND "
    "yearly_standings.year = CAST(issued.year AS BIGINT)";

Result<void> mark_on_server(storage::Database& database, Sheets const& sheets) {
  return storage::insert_rows(
      database, "WITH issued (professional, year, judged_ms, certificate) AS (", 4, sheets.size(),
      [&](storage::Statement& row, int first, std::size_t i) { bind_issued(row, first, *sheets[i], false); },
      ")" + std::string{mark_all} + std::string{of_issued});
}

Result<void> take_on_server(storage::Database& database, Sheets const& sheets) {
  std::size_t taken = 0;
  CE_CHECK(storage::insert_rows_returning(
      database,
      "WITH issued (professional, year, judged_ms, certificate, record_versions, issuing_region, name, "
      "region) AS (",
      8, sheets.size(),
      [&](storage::Statement& row, int first, std::size_t i) { bind_issued(row, first, *sheets[i], true); },
      ")" + std::string{mark_all} + ", professionals p" + std::string{of_issued} +
          " AND yearly_standings.certificate IS NULL AND "
          "yearly_standings.record_versions = CAST(issued.record_versions AS BIGINT) AND "
          "yearly_standings.issuing_region = issued.issuing_region AND "
          "p.id = CAST(issued.professional AS BIGINT) AND p.name = issued.name AND "
          "p.region = issued.region RETURNING yearly_standings.professional",
      [&](storage::Statement const& /*row*/) -> Result<void> {
        ++taken;
        return {};
      }));
  return taken == sheets.size() ? Result<void>{} : changed_meanwhile();
}

/// Many to a statement where there is a wire. SQLite would make a table of them first.
Result<void> mark_issued(storage::Database& database, Sheets const& sheets, bool ahead) {
  if (database.dialect() == storage::Dialect::sqlite) return mark_on_file(database, sheets, ahead);
  return ahead ? take_on_server(database, sheets) : mark_on_server(database, sheets);
}

}  // namespace

Result<void> note_issued(storage::Database& database, rulebook::Rulebook const& rules,
                         std::span<Sheet const> sheets) {
  Sheets seen;
  Sheets current;
  std::vector<std::int64_t> behind;
  for (auto const& sheet : sheets) {
    if (sheet.who->ahead) {
      seen.push_back(&sheet);
    } else if (sheet.who->standing_holds) {
      current.push_back(&sheet);
    } else {
      behind.push_back(sheet.who->professional);
    }
  }
  CE_CHECK(mark_issued(database, seen, true));
  CE_CHECK(mark_issued(database, current, false));
  if (behind.empty()) return {};
  CE_TRY([[maybe_unused]] auto const written,
         standings::refresh(database, rules, behind, sheets.front().run->now));
  return {};
}

Result<void> tell_kiosks(storage::Database& database, std::span<Sheet const> sheets) {
  std::vector<std::pair<std::string_view, std::int64_t>> numbers;
  numbers.reserve(sheets.size());
  for (auto const& sheet : sheets) numbers.emplace_back(sheet.run->region, value_of(*sheet.number));
  std::sort(numbers.begin(), numbers.end());
  std::vector<changes::Issued> runs;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    auto const& [region, number] = numbers[i];
    bool const follows = i > 0 && numbers[i - 1].first == region && numbers[i - 1].second + 1 == number;
    if (!follows) runs.push_back({std::string{region}, std::to_string(number), 0});
    ++runs.back().count;
  }
  return changes::certificates_issued(database, runs);
}

}  // namespace ce::issuing

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

void bind_issued(storage::Statement& row, int first, Sheet const& sheet) {
  auto const& [run, who, number, authority] = sheet;
  row.bind(first, who->professional).bind(first + 1, run->year).bind(first + 2, run->now.ms);
  row.bind(first + 3, number->text());
}

/// Many to a statement where there is a wire. SQLite would make a table of them first.
Result<void> mark_issued(storage::Database& database, std::span<Sheet const* const> sheets) {
  if (database.dialect() == storage::Dialect::sqlite) {
    auto update = database.prepare(
        "UPDATE yearly_standings SET state = 'issued', judged_ms = $3, certificate = $4 "
        "WHERE professional = $1 AND year = $2");
    for (auto const* const sheet : sheets) {
      bind_issued(update, 1, *sheet);
      CE_CHECK(update.run());
    }
    return {};
  }
  return storage::insert_rows(
      database, "WITH issued (professional, year, judged_ms, certificate) AS (", 4, sheets.size(),
      [&](storage::Statement& row, int first, std::size_t i) { bind_issued(row, first, *sheets[i]); },
      ") UPDATE yearly_standings SET state = 'issued', judged_ms = CAST(issued.judged_ms AS BIGINT), "
      "certificate = issued.certificate FROM issued WHERE "
      "yearly_standings.professional = CAST(issued.professional AS BIGINT) AND "
      "yearly_standings.year = CAST(issued.year AS BIGINT)");
}

}  // namespace

Result<void> note_issued(storage::Database& database, rulebook::Rulebook const& rules,
                         std::span<Sheet const> sheets) {
  std::vector<Sheet const*> current;
  std::vector<std::int64_t> behind;
  for (auto const& sheet : sheets) {
    if (sheet.who->standing_holds) {
      current.push_back(&sheet);
    } else {
      behind.push_back(sheet.who->professional);
    }
  }
  CE_CHECK(mark_issued(database, current));
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

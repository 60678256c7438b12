#include "central/issuing/sheets.h"

#include <charconv>
#include <map>

#include "central/changes/touch.h"
#include "central/standings/refresh.h"
#include "shared/protocol/names.h"
#include "shared/storage/insert_rows.h"

namespace ce::issuing {

std::int64_t verdict_id(certificate::Number const& number) {
  std::int64_t id = 0;
  auto const& text = number.text();
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

Result<void> write_certificates(storage::Database& database, certificate::SealMode pack_mode,
                                std::span<Sheet const> sheets) {
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
        insert.bind(first + 8, verdict_id(*number))
            .bind(first + 9, run->now.ms)
            .bind(first + 10, run->account);
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
  CE_CHECK(storage::insert_rows(
      database, "WITH issued (professional, year, judged_ms, certificate) AS (", 4, current.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        auto const& [run, who, number, authority] = *current[i];
        row.bind(first, who->professional).bind(first + 1, run->year).bind(first + 2, run->now.ms);
        row.bind(first + 3, number->text());
      },
      ") UPDATE yearly_standings SET state = 'issued', judged_ms = CAST(issued.judged_ms AS BIGINT), "
      "certificate = issued.certificate FROM issued WHERE "
      "yearly_standings.professional = CAST(issued.professional AS BIGINT) AND "
      "yearly_standings.year = CAST(issued.year AS BIGINT)"));
  if (behind.empty()) return {};
  CE_TRY([[maybe_unused]] auto const written,
         standings::refresh(database, rules, behind, sheets.front().run->now));
  return {};
}

Result<void> tell_kiosks(storage::Database& database, std::span<Sheet const> sheets) {
  std::vector<changes::Thing> things;
  things.reserve(sheets.size());
  for (auto const& sheet : sheets) {
    things.push_back({sheet.run->region, changes::Kind::certificate, sheet.number->text()});
  }
  return changes::touch(database, things);
}

}  // namespace ce::issuing

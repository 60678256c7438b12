#include "central/changes/issued.h"

#include <algorithm>
#include <charconv>

#include "central/changes/counters.h"
#include "shared/storage/insert_rows.h"

namespace ce::changes {
namespace {

/// A row: the certificate `first` has the number first_seq, the next one the next.
struct Run {
  std::int64_t first_seq = 0;
  std::int64_t last_seq = 0;
  std::int64_t first = 0;
  std::int64_t touched = 0;  // how many have a row of their own

  [[nodiscard]] std::string number_of(std::int64_t seq) const {
    return std::to_string(first + seq - first_seq);
  }
};

std::int64_t value_of(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Where few were touched later, which ones; in their order.
Result<std::vector<std::string>> touched_later(storage::Database& database, std::string_view scope,
                                               Run const& run) {
  std::vector<std::string> ids;
  if (run.touched == 0) return ids;
  auto rows = database.prepare(
      "SELECT id FROM changes WHERE scope = $1 AND kind = $2 AND id BETWEEN $3 AND $4 ORDER BY id");
  rows.bind(1, scope).bind(2, word_of(Kind::certificate));
  rows.bind(3, run.number_of(run.first_seq)).bind(4, run.number_of(run.last_seq));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.text(0));
  }
}

/// At most stretch.most of them.
Result<std::vector<Run>> runs_in(storage::Database& database, std::string_view scope,
                                 Stretch const& stretch) {
  auto rows = database.prepare(
      "SELECT r.first_seq, r.last_seq, r.first_number, (SELECT COUNT(*) FROM changes c WHERE c.scope = $1 "
      "AND c.kind = $5 AND c.id BETWEEN r.first_number AND "
      "CAST(CAST(r.first_number AS BIGINT) + r.last_seq - r.first_seq AS TEXT)) FROM change_runs r "
      "WHERE r.scope = $1 AND r.last_seq > $2 AND r.first_seq < $3 ORDER BY r.last_seq LIMIT $4");
  rows.bind(1, scope).bind(2, stretch.after).bind(3, stretch.before);
  rows.bind(4, static_cast<std::int64_t>(stretch.most)).bind(5, word_of(Kind::certificate));
  std::vector<Run> runs;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return runs;
    runs.push_back({rows.integer(0), rows.integer(1), value_of(rows.text(2)), rows.integer(3)});
  }
}

/// Adds those of one run until there are stretch.most.
Result<void> add_run(storage::Database& database, std::string_view scope, Run const& run,
                     Stretch const& stretch, std::vector<NumberedThing>& found) {
  if (run.touched > run.last_seq - run.first_seq) return {};
  CE_TRY(auto const later, touched_later(database, scope, run));
  for (auto seq = std::max(run.first_seq, stretch.after + 1); seq <= run.last_seq; ++seq) {
    if (found.size() == stretch.most) return {};
    auto number = run.number_of(seq);
    if (std::binary_search(later.begin(), later.end(), number)) continue;
    found.push_back({seq, {std::string{scope}, Kind::certificate, std::move(number)}});
  }
  return {};
}

}  // namespace

Result<void> certificates_issued(storage::Database& database, std::span<Issued const> runs) {
  if (runs.empty()) return {};
  Counts counts;
  for (auto const& run : runs) {
    if (counts.empty() || counts.back().first != run.scope) counts.emplace_back(run.scope, 0);
    counts.back().second += run.count;
  }
  CE_TRY(auto before, take_numbers(database, counts));
  auto scope = before.begin();
  return storage::insert_rows(
      database, "INSERT INTO change_runs (scope, last_seq, first_seq, first_number)", 4, runs.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        if (scope->first != runs[i].scope) ++scope;
        auto const first_seq = scope->second + 1;
        scope->second += runs[i].count;
        row.bind(first, runs[i].scope).bind(first + 1, scope->second).bind(first + 2, first_seq);
        row.bind(first + 3, runs[i].first);
      });
}

Result<std::vector<NumberedThing>> issued_in(storage::Database& database, std::string_view scope,
                                             Stretch const& stretch) {
  std::vector<NumberedThing> found;
  for (auto left = stretch; found.size() < stretch.most;) {
    CE_TRY(auto const runs, runs_in(database, scope, left));
    for (auto const& run : runs) CE_CHECK(add_run(database, scope, run, stretch, found));
    if (runs.size() < stretch.most) break;
    left.after = runs.back().last_seq;
  }
  return found;
}

}  // namespace ce::changes

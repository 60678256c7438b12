#include "central/issuing/batch_rows.h"

#include <algorithm>

#include "central/store/digest.h"

namespace ce::issuing {
namespace {

std::string hash_of(Actor const& actor, BatchOrder const& order) {
  std::string text =
      actor.account + '\n' + actor.region + '\n' + std::to_string(order.year) + '\n' + order.day.iso() + '\n';
  for (auto const professional : order.people) text += std::to_string(professional) + ' ';
  return store::sha256_hex(text);
}

}  // namespace

Result<bool> begin_batch(storage::Database& database, Actor const& actor, BatchOrder const& order,
                         Instant now) {
  auto const hash = hash_of(actor, order);
  auto insert = database.prepare(
      "INSERT INTO issue_batches (id, request_hash, account, region, year, issue_day, issued, started_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6, 0, $7) ON CONFLICT (id) DO NOTHING");
  insert.bind(1, order.id.text()).bind(2, hash).bind(3, actor.account).bind(4, actor.region);
  CE_CHECK(insert.bind(5, order.year).bind(6, order.day.iso()).bind(7, now.ms).run());
  if (database.changes() == 1) return false;
  auto row = database.prepare("SELECT request_hash FROM issue_batches WHERE id = $1");
  CE_CHECK(row.bind(1, order.id.text()).step());
  if (row.text(0) == hash) return true;
  return Failure{FailureCode::input_invalid, "该批次编号已用于另一批，请重新打开页面后再批准"};
}

Result<void> note_run(storage::Database& database, EntryId const& batch,
                      std::vector<certificate::Number> const& numbers, Instant now) {
  CE_CHECK(database
               .prepare("INSERT INTO issue_batch_runs (batch, first_number, last_number, taken_ms) "
                        "VALUES ($1, $2, $3, $4)")
               .bind(1, batch.text())
               .bind(2, numbers.front().text())
               .bind(3, numbers.back().text())
               .bind(4, now.ms)
               .run_later());
  return database.prepare("UPDATE issue_batches SET issued = issued + $2 WHERE id = $1")
      .bind(1, batch.text())
      .bind(2, static_cast<std::int64_t>(numbers.size()))
      .run_later();
}

Result<void> finish_batch(storage::Database& database, EntryId const& batch, Instant now) {
  return database.prepare("UPDATE issue_batches SET finished_ms = $2 WHERE id = $1")
      .bind(1, batch.text())
      .bind(2, now.ms)
      .run_later();
}

Result<std::vector<NumberRun>> runs_of(storage::Database& database, EntryId const& batch) {
  auto rows = database.prepare(
      "SELECT first_number, last_number FROM issue_batch_runs WHERE batch = $1 ORDER BY first_number");
  rows.bind(1, batch.text());
  std::vector<NumberRun> runs;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return runs;
    runs.push_back({rows.text(0), rows.text(1)});
  }
}

bool holds(std::vector<NumberRun> const& runs, std::string_view number) {
  return std::any_of(runs.begin(), runs.end(),
                     [number](NumberRun const& run) { return run.first <= number && number <= run.last; });
}

}  // namespace ce::issuing

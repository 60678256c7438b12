#include "central/remote_settings/rows.h"

#include <algorithm>
#include <array>

#include "central/store/moment.h"
#include "shared/protocol/json.h"
#include "shared/protocol/names.h"

namespace ce::remote_settings {
namespace {

constexpr auto scope_words = std::to_array<std::string_view>({"kiosk", "hall", "region"});

constexpr std::string_view target_columns =
    "SELECT t.revision, t.kiosk, t.item, t.stage, t.old_values, t.new_values, t.outcome, t.reason, "
    "t.answered_ms, r.released_ms FROM setting_targets t "
    "JOIN setting_revisions r ON r.revision = t.revision ";

Result<std::vector<Target>> read_targets(storage::Statement& rows) {
  std::vector<Target> targets;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return targets;
    Target target{.revision = rows.integer(0),
                  .kiosk = rows.text(1),
                  .item = rows.text(2),
                  .stage = static_cast<int>(rows.integer(3)),
                  .told = rows.integer(3) == 1 || !rows.is_null(9),
                  .old_values = {},
                  .new_values = values_in(rows.text(5)),
                  .reason = rows.text(7),
                  .answered = {}};
    if (auto const old = rows.optional_text(4)) target.old_values = values_in(*old);
    auto const outcome = protocol::named<protocol::ItemOutcome>(rows.text(6));
    if (!outcome) return Failure{FailureCode::storage_fault, "unknown outcome of a kiosk's setting"};
    target.outcome = *outcome;
    target.answered = store::moment_in(rows, 8);
    targets.push_back(std::move(target));
  }
}

}  // namespace

std::string lines_of(kiosk_items::Values const& values) {
  std::string lines;
  for (auto const& value : values) lines += value + '\n';
  return lines;
}

kiosk_items::Values values_in(std::string const& lines) {
  kiosk_items::Values values;
  for (std::size_t at = 0; at < lines.size();) {
    auto const end = std::min(lines.find('\n', at), lines.size());
    values.push_back(lines.substr(at, end - at));
    at = end + 1;
  }
  return values;
}

std::string_view word_of(Scope scope) {
  return scope_words.at(static_cast<std::size_t>(scope));
}

std::optional<Scope> scope_named(std::string_view word) {
  auto const at = std::find(scope_words.begin(), scope_words.end(), word);
  if (at == scope_words.end()) return std::nullopt;
  return static_cast<Scope>(at - scope_words.begin());
}

Result<std::optional<protocol::ItemStates>> report_of(storage::Database& database, std::string_view kiosk) {
  auto row = database.prepare("SELECT report FROM kiosk_setting_reports WHERE kiosk = $1");
  CE_TRY(bool const there, row.bind(1, kiosk).step());
  if (!there) return std::optional<protocol::ItemStates>{};
  CE_TRY(auto states, protocol::read_item_states(row.text(0)));
  return std::optional{std::move(states)};
}

protocol::ItemState const* find(protocol::ItemStates const& states, std::string_view item) {
  auto const at = std::find_if(states.items.begin(), states.items.end(),
                               [&](protocol::ItemState const& one) { return one.item == item; });
  return at == states.items.end() ? nullptr : &*at;
}

Result<std::vector<Target>> targets_of_kiosk(storage::Database& database, std::string_view kiosk) {
  auto rows = database.prepare(std::string{target_columns} + "WHERE t.kiosk = $1 ORDER BY t.revision");
  rows.bind(1, kiosk);
  return read_targets(rows);
}

Result<std::vector<Target>> targets_of(storage::Database& database, std::int64_t revision) {
  auto rows =
      database.prepare(std::string{target_columns} + "WHERE t.revision = $1 ORDER BY t.stage, t.kiosk");
  rows.bind(1, revision);
  return read_targets(rows);
}

Target const* last_told(std::vector<Target> const& targets, std::string_view item) {
  Target const* last = nullptr;
  for (auto const& one : targets) {
    if (one.told && one.item == item) last = &one;
  }
  return last;
}

Result<Revision> revision_of(storage::Database& database, std::int64_t number) {
  auto row = database.prepare(
      "SELECT item, scope, region, hall, account, made_ms, takes_back, released_ms, ended_ms "
      "FROM setting_revisions WHERE revision = $1");
  CE_TRY(bool const there, row.bind(1, number).step());
  auto const scope = there ? scope_named(row.text(1)) : std::nullopt;
  if (!scope) return Failure{FailureCode::record_unknown, "revision"};
  return Revision{number,
                  row.text(0),
                  *scope,
                  row.text(2),
                  row.text(3),
                  row.text(4),
                  Instant{row.integer(5)},
                  row.optional_integer(6),
                  store::moment_in(row, 7),
                  store::moment_in(row, 8)};
}

Result<std::int64_t> next_revision(storage::Database& database) {
  auto row = database.prepare(
      "SELECT COALESCE((SELECT MAX(revision) FROM setting_revisions), 0), "
      "COALESCE((SELECT MAX(newest) FROM kiosk_setting_reports), 0), "
      // What was set since a backup that was brought back has numbers that kiosks may know: those after it
      // begin at its minute, for fewer are set than one in each.
      "COALESCE((SELECT MAX(began_ms / 60000) FROM change_epoch WHERE grants_from_ms IS NOT NULL), 0)");
  CE_TRY(bool const there, row.step());
  if (!there) return Failure{FailureCode::storage_fault, "no row"};
  return std::max({row.integer(0), row.integer(1), row.integer(2)}) + 1;
}

Result<void> insert(storage::Database& database, Revision const& revision,
                    std::vector<Target> const& targets) {
  CE_CHECK(database
               .prepare("INSERT INTO setting_revisions (revision, item, scope, region, hall, account, "
                        "made_ms, takes_back) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
               .bind(1, revision.number)
               .bind(2, revision.item)
               .bind(3, word_of(revision.scope))
               .bind(4, revision.region)
               .bind(5, revision.hall)
               .bind(6, revision.account)
               .bind(7, revision.made.ms)
               .bind(8, revision.takes_back)
               .run());
  for (auto const& target : targets) CE_CHECK(insert_target(database, revision.number, target));
  return {};
}

Result<void> insert_target(storage::Database& database, std::int64_t revision, Target const& target) {
  std::optional<std::string> old;
  if (target.old_values) old = lines_of(*target.old_values);
  return database
      .prepare(
          "INSERT INTO setting_targets (revision, kiosk, item, stage, old_values, new_values, "
          "outcome, reason) VALUES ($1, $2, $3, $4, $5, $6, 'waiting', '')")
      .bind(1, revision)
      .bind(2, target.kiosk)
      .bind(3, target.item)
      .bind(4, std::int64_t{target.stage})
      .bind(5, old)
      .bind(6, lines_of(target.new_values))
      .run();
}

}  // namespace ce::remote_settings

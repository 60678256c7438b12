#include "central/remote_settings/exchange.h"

#include <algorithm>
#include <array>

#include "central/changes/touch.h"
#include "central/remote_settings/rows.h"
#include "shared/protocol/json.h"
#include "shared/protocol/names.h"

namespace ce::remote_settings {
namespace {

using protocol::ItemOutcome;
using protocol::ItemState;

/// Whether it was another.
Result<bool> keep_report(storage::Database& database, std::string_view kiosk,
                         protocol::ItemStates const& states, Instant now) {
  auto const report = protocol::write(states);
  {
    auto row = database.prepare("SELECT report FROM kiosk_setting_reports WHERE kiosk = $1");
    CE_TRY(bool const there, row.bind(1, kiosk).step());
    if (there && row.text(0) == report) return false;
  }
  std::int64_t newest = 0;
  for (auto const& one : states.items) newest = std::max(newest, one.revision);
  CE_CHECK(database
               .prepare("INSERT INTO kiosk_setting_reports (kiosk, report, newest, received_ms) "
                        "VALUES ($1, $2, $3, $4) ON CONFLICT (kiosk) DO UPDATE SET report = excluded.report, "
                        "newest = excluded.newest, received_ms = excluded.received_ms")
               .bind(1, kiosk)
               .bind(2, report)
               .bind(3, newest)
               .bind(4, now.ms)
               .run());
  return true;
}

/// Central's older way of setting the idle time goes before the file: whoever sets the item means it to hold.
Result<void> end_told_idle(storage::Database& database, audit::Author const& by, std::string_view kiosk) {
  {
    auto row = database.prepare("SELECT 1 FROM kiosk_settings WHERE kiosk = $1 AND idle_seconds IS NOT NULL");
    CE_TRY(bool const there, row.bind(1, kiosk).step());
    if (!there) return {};
  }
  CE_CHECK(database.prepare("UPDATE kiosk_settings SET idle_seconds = NULL WHERE kiosk = $1")
               .bind(1, kiosk)
               .run());
  return changes::touch(database,
                        std::array{changes::Thing{by.region, changes::Kind::config, std::string{kiosk}}});
}

/// Whether the kiosk says its last word on it.
Result<bool> note_answer(storage::Database& database, audit::Author const& by, Target const& target,
                         ItemState const& state, Instant now) {
  bool const final = state.outcome != ItemOutcome::waiting;
  auto update = database.prepare(
      "UPDATE setting_targets SET outcome = $3, reason = $4, answered_ms = $5 "
      "WHERE revision = $1 AND kiosk = $2");
  update.bind(1, target.revision).bind(2, target.kiosk).bind(3, protocol::word_of(state.outcome));
  update.bind(4, state.reason).bind(5, final ? std::optional{now.ms} : std::nullopt);
  CE_CHECK(update.run());
  if (!final) return false;
  CE_CHECK(audit::append(
      database, by, audit::Action::kiosk_items_answered, {"setting", std::to_string(target.revision)},
      audit::detail(
          {{"kiosk", target.kiosk}, {"item", target.item}, {"outcome", protocol::word_of(state.outcome)}}),
      now));
  return true;
}

}  // namespace

Result<std::vector<protocol::ItemTold>> exchange(storage::Database& database, audit::Author const& by,
                                                 std::string_view kiosk, std::vector<ItemState> const& states,
                                                 Instant now) {
  protocol::ItemStates const said{states};
  CE_TRY(bool const news, keep_report(database, kiosk, said, now));
  if (news)
    CE_CHECK(
        join(database, kiosk, said));  // the first time at the latest; a search, so not at each heartbeat
  CE_TRY(auto const targets, targets_of_kiosk(database, kiosk));
  std::vector<protocol::ItemTold> told;
  bool idle_holds = false;
  for (auto const& target : targets) {
    auto const* const state = find(said, target.item);
    auto const has = state == nullptr ? 0 : state->revision;
    bool const another =
        state != nullptr && (state->outcome != target.outcome || state->reason != target.reason);
    if (news && has == target.revision && another && !target.answered) {
      CE_TRY(bool const final, note_answer(database, by, target, *state, now));
      idle_holds = idle_holds || (final && target.item == "idle" && state->outcome == ItemOutcome::applied);
    }
    if (&target == last_told(targets, target.item) && has < target.revision)
      told.push_back({target.item, target.revision, target.new_values});
  }
  if (idle_holds) CE_CHECK(end_told_idle(database, by, kiosk));
  return told;
}

}  // namespace ce::remote_settings

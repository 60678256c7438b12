// A kiosk that comes later, by being enrolled, gets what was set before it for its hall or its region.
#include <set>

#include "central/remote_settings/rows.h"

namespace ce::remote_settings {
namespace {

/// Of an item that such a kiosk has no word of yet.
struct Open {
  std::int64_t revision = 0;
  std::string item;
  int stage = 1;  // 2 also where that was released since
  bool held = false;
  std::string new_values;
};

/// The newest first. What takes another back has a value for each kiosk and none for who was not there; what
/// was taken back ended.
Result<std::vector<Open>> open_revisions(storage::Database& database, std::string_view kiosk) {
  auto rows = database.prepare(
      "SELECT r.revision, r.item, r.region, k.region, r.released_ms, "
      "(SELECT MAX(t.stage) FROM setting_targets t WHERE t.revision = r.revision), "
      "(SELECT MAX(t.new_values) FROM setting_targets t WHERE t.revision = r.revision) "
      "FROM setting_revisions r JOIN kiosks k ON k.id = $1 "
      "WHERE (r.scope = 'region' OR (r.scope = 'hall' AND r.region = k.region AND r.hall = k.hall)) "
      "AND r.takes_back IS NULL AND r.ended_ms IS NULL "
      "AND NOT EXISTS (SELECT 1 FROM setting_targets own JOIN setting_revisions o ON o.revision = "
      "own.revision "
      "WHERE own.kiosk = k.id AND own.revision >= r.revision AND o.item = r.item) "
      "ORDER BY r.revision DESC");
  rows.bind(1, kiosk);
  std::vector<Open> open;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return open;
    if (!store::RegionScope{rows.text(2)}.covers(rows.text(3))) continue;
    auto const stage = static_cast<int>(rows.integer(5));
    open.push_back({.revision = rows.integer(0),
                    .item = rows.text(1),
                    .stage = stage,
                    .held = stage == 2 && rows.is_null(4),
                    .new_values = rows.text(6)});
  }
}

}  // namespace

Result<void> join(storage::Database& database, std::string_view kiosk, protocol::ItemStates const& said) {
  CE_TRY(auto const open, open_revisions(database, kiosk));
  std::set<std::string> told;
  for (auto const& one : open) {
    if (told.contains(one.item)) continue;  // a newer one is told
    if (!one.held) told.insert(one.item);
    auto const* const state = find(said, one.item);
    std::optional<kiosk_items::Values> old;
    if (state != nullptr && !state->values.empty()) old = state->values;
    CE_CHECK(insert_target(database, one.revision,
                           {.revision = one.revision,
                            .kiosk = std::string{kiosk},
                            .item = one.item,
                            .stage = one.stage,
                            .old_values = std::move(old),
                            .new_values = values_in(one.new_values)}));
  }
  return {};
}

}  // namespace ce::remote_settings

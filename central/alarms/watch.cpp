#include "central/alarms/watch.h"

#include <algorithm>
#include <map>

#include "central/alarms/rows.h"
#include "shared/base/entry_id.h"
#include "shared/protocol/json.h"

namespace ce::alarms {
namespace {

// One process holds a kiosk up, another does not: over is what none has seen for so long.
constexpr std::int64_t volume_rests_ms = 15 * 60'000;
constexpr std::int64_t seen_every_ms = 60'000;

using Hours = std::map<std::string, std::vector<std::string>, std::less<>>;

/// As each kiosk that says it has them.
Result<Hours> hours_of_all(storage::Database& database) {
  Hours hours;
  auto rows = database.prepare("SELECT kiosk, report FROM kiosk_setting_reports");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return hours;
    auto const states = protocol::read_item_states(rows.text(1));
    if (!states) continue;
    for (auto const& one : states->items) {
      if (one.item == "hours") hours[rows.text(0)] = one.values;
    }
  }
}

struct Changes {
  std::vector<Alarm> begun;
  std::vector<Alarm> over;
  std::vector<Alarm> goes_on;  // of the kind that several processes look at
};

Changes compare(std::vector<store::KioskLine> const& lines, Hours const& hours, std::vector<Alarm> stands,
                Limits const& limits, std::set<std::string> const& held_up, Instant now) {
  static std::vector<std::string> const always;
  Changes changes;
  for (auto const& line : lines) {
    auto const mine = [&](Alarm const& one) { return one.kiosk == line.kiosk.id; };
    bool const silent = std::any_of(stands.begin(), stands.end(),
                                    [&](Alarm const& one) { return mine(one) && one.kind == Kind::silent; });
    auto const found = hours.find(line.kiosk.id);
    auto const troubles = troubles_of(
        {line, found == hours.end() ? always : found->second, held_up.contains(line.kiosk.id), silent},
        limits, now);
    for (auto const& trouble : troubles) {
      auto const at = std::find_if(stands.begin(), stands.end(),
                                   [&](Alarm const& one) { return mine(one) && one.kind == trouble.kind; });
      if (at == stands.end()) {
        changes.begun.push_back({EntryId::make().text(), line.kiosk.id, line.kiosk.region, line.kiosk.hall,
                                 trouble.kind, trouble.detail, now});
      } else {
        if (at->kind == Kind::volume) changes.goes_on.push_back(*at);
        stands.erase(at);
      }
    }
  }
  changes.over = std::move(stands);
  return changes;
}

Result<void> write_down(storage::Database& database, Changes const& changes, bool deliver, Instant now) {
  for (auto const& alarm : changes.begun) {
    CE_TRY(bool const fresh, begin(database, alarm));
    if (fresh && deliver) CE_CHECK(to_deliver(database, alarm, now));
  }
  for (auto const& alarm : changes.goes_on) {
    CE_TRY(auto const seen, last_seen(database, alarm));
    if (now.ms - seen.ms >= seen_every_ms) CE_CHECK(seen_again(database, alarm, now));
  }
  for (auto alarm : changes.over) {
    if (alarm.kind == Kind::volume) {
      CE_TRY(auto const seen, last_seen(database, alarm));
      if (now.ms - seen.ms < volume_rests_ms) continue;
    }
    CE_TRY(bool const ended, end(database, alarm, now));
    alarm.ended = now;
    if (ended && deliver) CE_CHECK(to_deliver(database, alarm, now));
  }
  return {};
}

}  // namespace

Result<void> watch(store::Store& store, Limits const& limits, std::set<std::string> const& held_up,
                   bool deliver, Instant now) {
  CE_TRY(auto const lines, store.kiosks());
  Hours hours;
  std::vector<Alarm> stands;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(hours, hours_of_all(database));
    CE_TRY(stands, standing(database));
    return {};
  }));
  auto const changes = compare(lines, hours, std::move(stands), limits, held_up, now);
  if (changes.begun.empty() && changes.over.empty() && changes.goes_on.empty()) return {};
  return store.write(
      [&](storage::Database& database) { return write_down(database, changes, deliver, now); });
}

}  // namespace ce::alarms

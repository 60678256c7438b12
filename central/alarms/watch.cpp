#include "central/alarms/watch.h"

#include <algorithm>
#include <map>

#include "central/alarms/rows.h"
#include "shared/base/entry_id.h"
#include "shared/protocol/json.h"
#include "shared/protocol/names.h"

namespace ce::alarms {
namespace {

// One process notices it, another does not: over is what none has seen for so long.
constexpr std::int64_t volume_rests_ms = 15 * 60'000;
constexpr std::int64_t seen_every_ms = 60'000;

bool is_of_one_process(Kind kind) {
  return kind == Kind::volume || kind == Kind::two_places;
}

using Openings = std::map<std::string, Opening, std::less<>>;
using Practice = std::map<std::string, Instant, std::less<>>;

/// As each kiosk that says it has them.
Result<Openings> openings_of_all(storage::Database& database) {
  Openings openings;
  auto rows = database.prepare("SELECT kiosk, report FROM kiosk_setting_reports");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return openings;
    auto const states = protocol::read_item_states(rows.text(1));
    if (!states) continue;
    for (auto const& one : states->items) {
      if (one.item == "hours") openings[rows.text(0)].hours = one.values;
      if (one.item == "holidays") openings[rows.text(0)].holidays = one.values;
    }
  }
}

/// When each kiosk told last that staff begin to practise.
Result<Practice> practice_of_all(storage::Database& database) {
  Practice practice;
  auto rows =
      database.prepare("SELECT kiosk, MAX(received_ms) FROM kiosk_notes WHERE kind = $1 GROUP BY kiosk");
  rows.bind(1, protocol::word_of(protocol::NoteKind::training_begun));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return practice;
    practice[rows.text(0)] = Instant{rows.integer(1)};
  }
}

struct Changes {
  std::vector<Alarm> begun;
  std::vector<Alarm> over;
  std::vector<Alarm> goes_on;  // of the kind that several processes look at
};

/// What the store knows of all kiosks.
struct Known {
  std::vector<store::KioskLine> lines;
  Openings openings;
  Practice practice;
};

Changes compare(Known const& known, std::vector<Alarm> stands, Limits const& limits, Noticed const& noticed,
                Instant now) {
  static Opening const always;
  Changes changes;
  for (auto const& line : known.lines) {
    auto const mine = [&](Alarm const& one) { return one.kiosk == line.kiosk.id; };
    bool const silent = std::any_of(stands.begin(), stands.end(),
                                    [&](Alarm const& one) { return mine(one) && one.kind == Kind::silent; });
    auto const opens = known.openings.find(line.kiosk.id);
    auto const practises = known.practice.find(line.kiosk.id);
    auto const troubles = troubles_of(
        {line, opens == known.openings.end() ? always : opens->second,
         noticed.held_up.contains(line.kiosk.id), noticed.two_places.contains(line.kiosk.id), silent,
         practises == known.practice.end() ? std::nullopt : std::optional{practises->second}},
        limits, now);
    for (auto const& trouble : troubles) {
      auto const at = std::find_if(stands.begin(), stands.end(),
                                   [&](Alarm const& one) { return mine(one) && one.kind == trouble.kind; });
      if (at == stands.end()) {
        changes.begun.push_back({EntryId::make().text(), line.kiosk.id, line.kiosk.region, line.kiosk.hall,
                                 trouble.kind, trouble.detail, now});
      } else {
        if (is_of_one_process(at->kind)) changes.goes_on.push_back(*at);
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
    if (is_of_one_process(alarm.kind)) {
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

Result<void> watch(store::Store& store, Limits const& limits, Noticed const& noticed, bool deliver,
                   Instant now) {
  Known known;
  CE_TRY(known.lines, store.kiosks());
  std::vector<Alarm> stands;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(known.openings, openings_of_all(database));
    CE_TRY(known.practice, practice_of_all(database));
    CE_TRY(stands, standing(database));
    return {};
  }));
  auto const changes = compare(known, std::move(stands), limits, noticed, now);
  if (changes.begun.empty() && changes.over.empty() && changes.goes_on.empty()) return {};
  return store.write(
      [&](storage::Database& database) { return write_down(database, changes, deliver, now); });
}

}  // namespace ce::alarms

#include "central/console/kiosks_view.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "central/accounts/password_rules.h"
#include "central/alarms/alarm.h"
#include "central/console/kiosk_state.h"
#include "central/console/kiosk_supplies.h"
#include "central/console/words.h"

namespace ce::console {
namespace {

using fleet::Pause;
using store::KioskLine;

web::KioskRow row_of(KioskLine const& line, Pause const* pause, SuppliesShown const& supplies,
                     Visitor const& visitor) {
  auto const& health = line.health;
  auto const fine = [&](bool ok) { return std::string{!line.last_seen ? "—" : ok ? "正常" : "故障"}; };
  std::vector<web::Badge> low;
  for (auto const& word : supplies.low) low.push_back({web::Tone::warn, word, "warning"});
  auto const number = [&](int value) { return line.last_seen ? std::to_string(value) : std::string{"—"}; };
  return {.href = "/console/kiosks/" + line.kiosk.id,
          .name = line.kiosk.id,
          .hall = line.kiosk.hall,
          .region = visitor.store.rules().regions.full_name(line.kiosk.region),
          .state = badge_of(kiosk_state(line, pause, visitor.now)),
          .seen = line.last_seen ? ago(*line.last_seen, visitor.now) : std::string{"—"},
          .reader = fine(health.reader_ok),
          .printer = fine(health.printer_ok),
          .problem = kiosk_troubles(line, pause),
          .low = std::move(low),
          .levels = supplies.levels.empty() && supplies.low.empty() ? "—" : supplies.levels,
          .unresolved = number(health.prints_unresolved),
          .pending = number(health.outbox_pending),
          .version = health.program_version};
}

}  // namespace

Result<std::vector<KioskLine>> kiosks_of(Visitor const& visitor) {
  CE_TRY(auto lines, visitor.store.kiosks());
  store::RegionScope const scope{visitor.actor().region.empty() ? "440000" : visitor.actor().region};
  std::erase_if(lines, [&](KioskLine const& line) { return !scope.covers(line.kiosk.region); });
  return lines;
}

namespace {

constexpr std::size_t most_ended = 10;

// What stands comes first, then what is over.
Result<std::vector<web::LinesTable>> alarm_tables(Visitor const& visitor) {
  store::RegionScope const scope{visitor.actor().region.empty() ? "440000" : visitor.actor().region};
  CE_TRY(auto const all, alarms::listed(visitor.store, scope, most_ended));
  if (all.empty()) return std::vector<web::LinesTable>{};
  web::LinesTable table{"报警", "", {"终端", "什么情况", "状态", "说明"}, {}};
  std::size_t stand = 0;
  for (auto const& alarm : all) {
    stand += alarm.ended ? 0U : 1U;
    auto const since = china_minute_text(alarm.begun);
    table.lines.push_back(
        {.href = "/console/kiosks/" + alarm.kiosk,
         .name = alarm.kiosk,
         .value = std::string{alarms::chinese_of(alarm.kind)},
         .state = alarm.ended ? web::Badge{web::Tone::good, "已结束"} : web::Badge{web::Tone::bad, "未结束"},
         .note =
             since + (alarm.ended ? " 至 " + china_minute_text(*alarm.ended) : " 起") + "　" + alarm.detail});
  }
  table.told = stand == 0 ? "现在没有；最近结束的如下" : "现在有 " + std::to_string(stand) + " 项";
  return std::vector{std::move(table)};
}

/// Whether that part stands in what the list shows of it: an id, a hall, a region, a state, a version, what
/// runs low.
/// "gz" finds "GZ".
bool is_found(web::KioskRow const& row, std::string_view part) {
  auto const sought = accounts::lower_case(part);
  auto const has = [&](std::string const& text) {
    return accounts::lower_case(text).find(sought) != std::string::npos;
  };
  if (std::ranges::any_of(row.low, [&](web::Badge const& badge) { return has(badge.word); })) return true;
  return std::ranges::any_of(std::array<std::string const*, 6>{&row.name, &row.hall, &row.region,
                                                               &row.state.word, &row.problem, &row.version},
                             [&](std::string const* text) { return has(*text); });
}

/// "0.1.0 共 300 台、0.0.9 共 12 台": whom a staged upgrade has reached. Those that are not expected do not
/// count.
std::string versions_told(std::vector<KioskLine> const& lines) {
  std::map<std::string, std::int64_t, std::greater<>> counts;
  for (auto const& line : lines) {
    if (line.last_seen && !line.revoked) ++counts[line.health.program_version];
  }
  if (counts.size() < 2) return {};
  std::string told;
  for (auto const& [version, count] : counts) {
    told += (told.empty() ? "；版本 " : "、") + version + " 共 " + std::to_string(count) + " 台";
  }
  return told;
}

web::Field search_for(std::string_view part) {
  return {.id = "part",
          .label = "编号、服务厅、地区、状态或版本",
          .kind = web::FieldKind::search,
          .value = std::string{part},
          .most = 40};
}

}  // namespace

Result<web::KiosksView> kiosks_shown(Visitor const& visitor, std::string_view part) {
  CE_TRY(auto lines, kiosks_of(visitor));
  CE_TRY(auto const paused, fleet::paused_kiosks(visitor.store));
  auto const pause_of = [&](KioskLine const& line) {
    auto const found = paused.find(line.kiosk.id);
    return found == paused.end() ? nullptr : &found->second;
  };
  auto const state_of = [&](KioskLine const& line) { return kiosk_state(line, pause_of(line), visitor.now); };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](KioskLine const& a, KioskLine const& b) { return state_of(a) < state_of(b); });
  web::KiosksView view;
  CE_TRY(view.alarms, alarm_tables(visitor));
  std::int64_t alive = 0;
  std::int64_t unresolved = 0;
  std::int64_t in_need = 0;  // of toner, paper or numbers
  std::int64_t all = 0;      // that are expected
  for (auto const& line : lines) {
    auto const state = state_of(line);
    auto const supplies = supplies_shown(line);
    all += state == KioskState::revoked ? 0 : 1;
    alive += state == KioskState::cut_off || state == KioskState::lost || state == KioskState::never ||
                     state == KioskState::revoked
                 ? 0
                 : 1;
    unresolved += line.last_seen && state != KioskState::revoked ? line.health.prints_unresolved : 0;
    in_need += state != KioskState::revoked && supplies.needed() ? 1 : 0;
    auto row = row_of(line, pause_of(line), supplies, visitor);
    if (is_found(row, part)) view.kiosks.push_back(std::move(row));
  }
  view.told = "共 " + std::to_string(lines.size()) + " 台，需要处理的在前" + versions_told(lines);
  if (!lines.empty()) view.filters = {search_for(part)};
  if (!part.empty()) view.told = "找到 " + std::to_string(view.kiosks.size()) + " 台";
  if (!lines.empty() && view.kiosks.empty())
    view.empty = web::Empty{"kiosk", "没有找到终端", "换一个编号、服务厅、地区、状态或版本再查。"};
  if (lines.empty()) {
    view.empty = web::Empty{"kiosk", "还没有登记自助终端",
                            "由运维人员用 ce-admin kiosk enrol 登记终端后，会在这里看到它的状态。"};
    return view;
  }
  view.figures = {{"在线终端", std::to_string(alive), "台", "共 " + std::to_string(all) + " 台",
                   "/console/kiosks", alive < all},
                  {"打印待核实",
                   std::to_string(unresolved),
                   "次",
                   unresolved > 0 ? "请现场人员在终端上核实" : "",
                   {},
                   unresolved > 0},
                  {"要送耗材",
                   std::to_string(in_need),
                   "台",
                   in_need > 0 ? "墨粉、纸或证书纸号码快用完或已用完" : "",
                   {},
                   in_need > 0}};
  return view;
}

}  // namespace ce::console

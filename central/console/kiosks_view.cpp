#include "central/console/kiosks_view.h"

#include <algorithm>
#include <array>

#include "central/console/words.h"

namespace ce::console {
namespace {

using store::KioskLine;
using web::Tone;

constexpr std::int64_t alive_ms = 5 * 60'000;  // a kiosk reports each minute

enum class Shape : std::uint8_t { lost, broken, unresolved, fine, never };

Shape shape_of(KioskLine const& line, Instant now) {
  if (!line.last_seen) return Shape::never;
  if (now.ms - line.last_seen->ms > alive_ms) return Shape::lost;
  if (!line.health.reader_ok || !line.health.printer_ok) return Shape::broken;
  return line.health.prints_unresolved > 0 ? Shape::unresolved : Shape::fine;
}

web::Badge badge_of_shape(Shape shape) {
  switch (shape) {
    case Shape::lost:
      return {Tone::bad, "失联"};
    case Shape::broken:
      return {Tone::bad, "故障", "warning"};
    case Shape::unresolved:
      return {Tone::warn, "有打印待核实", "warning"};
    case Shape::fine:
      return {Tone::good, "正常"};
    case Shape::never:
      break;
  }
  return {Tone::none, "尚未报告"};
}

struct Words {
  std::string_view code;
  std::string_view chinese;
};

std::string problem_words(std::string const& code) {
  constexpr auto table = std::to_array<Words>({{"printer_unreachable", "连接不上打印机"},
                                               {"printer_out_of_paper", "缺纸"},
                                               {"printer_jammed", "卡纸"},
                                               {"printer_cover_open", "盖板没有关好"},
                                               {"printer_out_of_toner", "缺墨粉"},
                                               {"printer_stopped", "打印机已停止"},
                                               {"printer_busy", "打印机正忙"},
                                               {"paper_exhausted", "证书用纸已用完"}});
  for (auto const& words : table) {
    if (words.code == code) return std::string{words.chinese};
  }
  return code;
}

// What concerns the register stands before what concerns the paper.
std::string told_problems(KioskLine const& line) {
  std::string told;
  auto const add = [&told](std::string const& words) { told += (told.empty() ? "" : "；") + words; };
  if (line.ledger_outdated) add("台账是旧的副本，已停止打印，请到现场核对");
  if (line.health.outbox_refused > 0) {
    add("有 " + std::to_string(line.health.outbox_refused) + " 条记录管理系统不接受");
  }
  if (!line.health.printer_problem.empty()) add(problem_words(line.health.printer_problem));
  return told;
}

web::KioskRow row_of(KioskLine const& line, Visitor const& visitor) {
  auto const& health = line.health;
  auto const fine = [&](bool ok) { return std::string{!line.last_seen ? "—" : ok ? "正常" : "故障"}; };
  auto const number = [&](int value) { return line.last_seen ? std::to_string(value) : std::string{"—"}; };
  return {.name = line.kiosk.id,
          .hall = line.kiosk.hall,
          .region = visitor.store.rules().regions.full_name(line.kiosk.region),
          .state = badge_of_shape(shape_of(line, visitor.now)),
          .seen = line.last_seen ? ago(*line.last_seen, visitor.now) : std::string{"—"},
          .reader = fine(health.reader_ok),
          .printer = fine(health.printer_ok),
          .problem = told_problems(line),
          .unresolved = number(health.prints_unresolved),
          .pending = number(health.outbox_pending),
          .version = health.program_version};
}

}  // namespace

Result<web::KiosksView> kiosks_shown(Visitor const& visitor) {
  CE_TRY(auto lines, visitor.store.kiosks());
  store::RegionScope const scope{visitor.actor().region.empty() ? "440000" : visitor.actor().region};
  std::erase_if(lines, [&](KioskLine const& line) { return !scope.covers(line.kiosk.region); });
  std::stable_sort(lines.begin(), lines.end(), [&](KioskLine const& a, KioskLine const& b) {
    return shape_of(a, visitor.now) < shape_of(b, visitor.now);
  });
  web::KiosksView view;
  std::int64_t alive = 0;
  std::int64_t unresolved = 0;
  for (auto const& line : lines) {
    auto const shape = shape_of(line, visitor.now);
    alive += shape != Shape::lost && shape != Shape::never ? 1 : 0;
    unresolved += line.last_seen ? line.health.prints_unresolved : 0;
    view.kiosks.push_back(row_of(line, visitor));
  }
  auto const all = static_cast<std::int64_t>(lines.size());
  view.told = "共 " + std::to_string(all) + " 台，需要处理的在前";
  if (all == 0) {
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
                   unresolved > 0}};
  return view;
}

}  // namespace ce::console

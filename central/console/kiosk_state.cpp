#include "central/console/kiosk_state.h"

#include <array>
#include <cstdlib>

#include "shared/base/date.h"

namespace ce::console {
namespace {

using protocol::NoteKind;
using store::KioskLine;
using web::Tone;

constexpr std::int64_t alive_ms = 5 * 60'000;  // a kiosk reports each minute

struct TroubleWord {
  std::string_view code;
  std::string_view chinese;
};

std::string trouble_word(std::string const& code) {
  constexpr auto table = std::to_array<TroubleWord>({{"printer_unreachable", "连接不上打印机"},
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

}  // namespace

KioskState kiosk_state(KioskLine const& line, fleet::Pause const* pause, Instant now) {
  if (line.cut_off) return KioskState::cut_off;
  if (line.revoked) return KioskState::revoked;
  if (!line.last_seen) return KioskState::never;
  // Seen in a time that is not yet: by a clock that was ahead, and not since it is right again.
  if (std::abs(now.ms - line.last_seen->ms) > alive_ms) return KioskState::lost;
  if (!line.health.reader_ok || !line.health.printer_ok) return KioskState::broken;
  if (pause != nullptr) return KioskState::paused;
  return line.health.prints_unresolved > 0 ? KioskState::unresolved : KioskState::fine;
}

web::Badge badge_of(KioskState state) {
  switch (state) {
    case KioskState::cut_off:
      return {Tone::bad, "身份被复制，已停用", "warning"};
    case KioskState::lost:
      return {Tone::bad, "失联"};
    case KioskState::broken:
      return {Tone::bad, "故障", "warning"};
    case KioskState::paused:
      return {Tone::warn, "已暂停服务", "warning"};
    case KioskState::unresolved:
      return {Tone::warn, "有打印待核实", "warning"};
    case KioskState::fine:
      return {Tone::good, "正常"};
    case KioskState::revoked:
      return {Tone::none, "证书已吊销"};
    case KioskState::never:
      break;
  }
  return {Tone::none, "尚未报告"};
}

std::string kiosk_troubles(KioskLine const& line, fleet::Pause const* pause) {
  std::string told;
  auto const add = [&told](std::string const& words) { told += (told.empty() ? "" : "；") + words; };
  if (line.cut_off) {
    add(china_minute_text(*line.cut_off) +
        " 发现另一台机器使用它的身份，或者它的磁盘是旧的，已停止服务；请查明后在终端页面处理");
  }
  if (line.ledger_outdated) add("台账是旧的副本，已停止打印，请到现场核对");
  if (pause != nullptr) {
    add((pause->by_staff ? "工作人员于 " : "台账写不进磁盘，终端于 ") + china_minute_text(pause->since) +
        " 暂停服务");
  }
  if (line.health.outbox_refused > 0) {
    add("有 " + std::to_string(line.health.outbox_refused) + " 条记录管理系统不接受");
  }
  if (!line.health.printer_problem.empty()) add(trouble_word(line.health.printer_problem));
  return told;
}

std::string_view note_words(NoteKind kind) {
  switch (kind) {
    case NoteKind::service_paused:
      return "台账写不进磁盘，暂停服务";
    case NoteKind::service_resumed:
      return "台账恢复写入，恢复服务";
    case NoteKind::ledger_set_aside:
      return "台账损坏，已另存并新建";
    case NoteKind::ledger_outdated:
      return "台账是旧的副本，停止打印";
    case NoteKind::ledger_accepted:
      return "工作人员核对纸张后恢复打印";
    case NoteKind::events_reopened:
      return "管理系统缺少的记录已重新上传";
    case NoteKind::paper_checked:
      return "工作人员核对了最上面一张用纸";
    case NoteKind::printer_accepted:
      return "工作人员确认更换了打印机";
    case NoteKind::region_full:
      return "本地区备用资料已达容量上限";
    case NoteKind::staff_entered:
      return "工作人员进入管理界面";
    case NoteKind::staff_refused:
      return "管理密码或员工卡不对";
    case NoteKind::staff_pin_set:
      return "设置了管理密码";
    case NoteKind::staff_paused:
      return "工作人员暂停服务";
    case NoteKind::staff_resumed:
      return "工作人员恢复服务";
    case NoteKind::settings_changed:
      return "工作人员更改了设置";
    case NoteKind::training_begun:
      return "开始培训，停止对外服务";
    case NoteKind::training_ended:
      return "培训结束，恢复对外服务";
    case NoteKind::diagnostics_saved:
      return "诊断文件写入 U 盘";
    case NoteKind::staff_card_made:
      return "制作了员工卡";
    case NoteKind::staff_card_withdrawn:
      return "收回了员工卡";
  }
  return {};
}

}  // namespace ce::console

#include "kiosk/staff_area/event_words.h"

#include <array>

namespace ce::staff_area {
namespace {

struct EventWord {
  std::string_view event;
  std::string_view word;
};

// In the order of shared/log/events.def, those of a kiosk.
constexpr auto event_table = std::to_array<EventWord>({
    {"started", "程序启动"},
    {"stopping", "程序结束"},
    {"failure", "出现问题"},
    {"config_loaded", "读入设置"},
    {"database_set_aside", "数据损坏，已另存"},
    {"ledger_outdated", "台账是旧的副本"},
    {"events_reopened", "重新送出记录"},
    {"region_full", "本地区资料已达上限"},
    {"service_resumed", "台账恢复写入"},
    {"reader_connected", "读卡器接上"},
    {"reader_lost", "读卡器断开"},
    {"scanner_connected", "扫码器接上"},
    {"scanner_lost", "扫码器断开"},
    {"card_read", "读取证件"},
    {"card_refused", "证件读取失败"},
    {"screen_shown", "显示画面"},
    {"visit_started", "开始办理"},
    {"visit_ended", "结束办理"},
    {"person_looked_up", "查询人员"},
    {"served_from_cache", "用本机备用资料办理"},
    {"print_step", "打印步骤"},
    {"print_settled", "打印结束"},
    {"print_unresolved", "打印待确认"},
    {"paper_low", "证书纸快用完"},
    {"printer_replaced", "打印机已更换"},
    {"outbox_delivered", "记录送达"},
    {"outbox_refused", "记录不被接受"},
    {"staff_entered", "工作人员进入"},
    {"staff_refused", "密码或员工卡不对"},
    {"paused_by_staff", "暂停服务"},
    {"resumed_by_staff", "恢复服务"},
    {"settings_changed", "更改设置"},
    {"diagnostics_saved", "写出诊断文件"},
    {"training_begun", "开始培训"},
    {"training_ended", "结束培训"},
    {"central_lost", "联系不上管理系统"},
    {"central_back", "恢复联系管理系统"},
    {"delta_restarted", "备用资料重新同步"},
});

}  // namespace

std::string event_words(std::string_view event) {
  for (auto const& [name, word] : event_table) {
    if (name == event) return std::string{word} + "  " + std::string{event};
  }
  return std::string{event};
}

}  // namespace ce::staff_area

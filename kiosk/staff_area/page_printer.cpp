#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::StaffSign;
using present::Tone;
using session::StaffKey;

StaffPageView printer_page(State const& state, session::Surroundings const& around,
                           present::Words const& words) {
  StaffPageView view;
  if (around.printer_problem) {
    view.note = {without_commands(words.of(*around.printer_problem).staff), Tone::notice};
  } else {
    view.note = {"打印机可以使用", Tone::good};
  }
  auto const card = [&view](char const* id, char const* label, char const* hint, StaffSign sign,
                            PrinterTask task) {
    view.cards.push_back({.id = id,
                          .label = label,
                          .hint = hint,
                          .sign = sign,
                          .touch = {StaffKey::choose, static_cast<int>(task)}});
  };
  card("printer_status", "查看状况", "型号、墨粉、有没有故障", StaffSign::health, PrinterTask::status);
  card("printer_page", "打印测试页", "即校准页；先在纸盒最上面放一张白纸", StaffSign::printer,
       PrinterTask::page);
  if (state.numbered) {
    card("printer_offset", "登记套打位置", "校准页叠在证书纸上，读出偏多少毫米", StaffSign::add,
         PrinterTask::offset);
  }
  card("printer_accept", "确认换用这台打印机", "换过打印机后，核对机型和纸张再按", StaffSign::yes,
       PrinterTask::accept);
  return view;
}

StaffPageView offset_page(OffsetPage const& page) {
  StaffPageView view;
  auto const& shift = page.at_down ? page.down : page.right;
  view.headline = "打印的内容要移动多少？";
  view.fields = {{"向右（毫米，负数向左）", millimetres(page.right), "", !page.at_down},
                 {"向下（毫米，负数向上）", millimetres(page.down), "", page.at_down}};
  view.note = {"以 0.1 毫米为单位：1.5 毫米输入 15", Tone::neutral};
  view.typing = present::StaffTyping::digits;
  view.erase_label = "退格";
  view.clear_label = "清空";
  view.confirm_label = page.at_down ? "登记" : "下一项";
  view.can_confirm = true;
  char const* const way = page.at_down ? (shift.other_way ? "改为向下" : "改为向上")
                                       : (shift.other_way ? "改为向右" : "改为向左");
  view.keys = {{.id = "turn_round", .label = way, .sign = StaffSign::again, .touch = {StaffKey::choose, 2}}};
  return view;
}

}  // namespace ce::staff_area

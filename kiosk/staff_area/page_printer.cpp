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
  card("printer_page", "打印校准页",
       state.numbered ? "看能不能打印、位置正不正；先在纸盒最上面放一张白纸" : "看能不能打印、位置正不正",
       StaffSign::printer, PrinterTask::page);
  if (state.numbered) {
    card("printer_offset", "登记套打位置", "校准页叠在证书纸上，读出偏多少毫米", StaffSign::add,
         PrinterTask::offset);
    view.cards.back().enabled = state.draft.has_value();  // the desk is reading it
  }
  card("printer_accept", "确认换用这台打印机", "换过打印机后，核对机型和纸张再按", StaffSign::yes,
       PrinterTask::accept);
  return view;
}

}  // namespace ce::staff_area

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
  card("printer_accept", "确认换用这台打印机", "换过打印机后用：先看是哪一台，再确认", StaffSign::yes,
       PrinterTask::accept);
  return view;
}

StaffPageView accept_printer_page(State const& state, AcceptPrinter const& page) {
  if (!page.seen) return waiting_page();
  auto const& seen = *page.seen;
  StaffPageView view;
  if (!seen.problem.empty()) {
    view.headline = "看不到打印机，不能确认";
    view.sentences = {"地址 " + seen.address + "。", without_commands(seen.problem)};
    view.keys = {no_key(),
                 {.id = "again",
                  .label = "再看一次",
                  .sign = StaffSign::again,
                  .touch = {StaffKey::choose},
                  .main = true}};
    return view;
  }
  view.headline = "以后用这台打印机吗？";
  view.rows = {{"机型", {}, seen.make.empty() ? "打印机没有说" : seen.make}, {"地址", {}, seen.address}};
  if (!seen.uuid.empty()) view.rows.push_back({"编号", {}, seen.uuid});
  view.sentences = {
      std::string{"请核对是不是这一台，再看纸盒里放的是不是"} + (state.numbered ? "证书纸" : "白纸") + "。",
      "确认后证书只在这台打印机上打印，并告知管理系统；再换打印机要重新确认。"};
  if (state.numbered) view.sentences.emplace_back("套打位置各台不同：确认后请先打印校准页。");
  view.keys = {no_key(), yes_key("确认换用")};
  return view;
}

}  // namespace ce::staff_area

// Numbered blanks: loading, voiding, the sheet on top, the day's report.
#include <ostream>

#include "kiosk/staff/staff.h"

namespace ce::staff {
namespace {

Result<Date> day_of(Order const& order, Desk const& desk) {
  if (order.day.empty()) return Date::from_days(china_date(desk.clock->now()).days() - order.days_ago);
  auto day = Date::parse_iso(order.day);
  if (!day) return Failure{FailureCode::input_invalid, "日期应写作 2026-03-01：" + order.day};
  return day;
}

Result<void> tell_next(Desk const& desk) {
  CE_TRY(auto const next, desk.journal->next_blank());
  CE_TRY(auto const count, desk.journal->paper());
  *desk.out << (next ? "下一张 " + *next : std::string{"没有可用的纸号"}) << "，本段还剩 " << count.left
            << " 张\n";
  if (count.left <= 0) {
    *desk.out << "证书纸已用完，本机停止打印：请装入新纸并登记号段（ce-kiosk paper load）\n";
  } else if (count.left <= desk.warn_left) {
    *desk.out << "证书纸快用完了：请备好下一段证书纸，用完后装入并登记（ce-kiosk paper load）\n";
  }
  return {};
}

}  // namespace

Result<void> load_paper(Order const& order, Desk const& desk) {
  CE_CHECK(desk.journal->load_paper(order.range));
  *desk.out << "已登记 " << journal::blank_number(order.range, order.range.first) << " 至 "
            << journal::blank_number(order.range, order.range.last) << '\n';
  return tell_next(desk);
}

Result<void> void_blank(Order const& order, Desk const& desk) {
  CE_CHECK(desk.journal->void_blank(order.number, order.reason));
  *desk.out << order.number << " 已作废：" << order.reason
            << "。请收回该张销毁；证书如需重打，请在管理系统办理补打\n";
  return {};
}

Result<void> top_sheet(Order const& order, Desk const& desk) {
  CE_CHECK(desk.journal->top_sheet_is(order.serial, order.reason));
  return tell_next(desk);
}

Result<void> report_paper(Order const& order, Desk const& desk) {
  CE_TRY(auto const day, day_of(order, desk));
  CE_TRY(auto const count, desk.journal->paper_of(day));
  *desk.out << day.iso() << "  使用 " << count.used << "  作废 " << count.void_ << "  剩余 " << count.left
            << '\n';
  CE_TRY(auto const voids, desk.journal->void_blanks_of(day));
  for (auto const& blank : voids) {
    auto const code = failure_code_named(blank.reason);
    *desk.out << "  作废 " << blank.number << "  " << (code ? desk.words->of(*code).headline : blank.reason)
              << '\n';
  }
  if (day != china_date(desk.clock->now())) return {};  // what lies in the tray now is not of that day
  CE_TRY(bool const due, desk.journal->paper_check_due());
  if (due) *desk.out << "有打印没有成功，请核对纸盒最上面一张的纸号（ce-kiosk paper next）\n";
  return tell_next(desk);
}

}  // namespace ce::staff

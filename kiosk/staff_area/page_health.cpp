#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/report.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::StaffRowView;
using present::Tagged;
using present::Tone;

namespace {

constexpr std::uintmax_t little_room = std::uintmax_t{1} << 30U;  // bytes
constexpr std::chrono::seconds clock_may_be_off{60};
constexpr std::chrono::seconds central_silent{300};

std::string gigabytes(std::uintmax_t bytes) {
  auto const tenths = bytes * 10 >> 30U;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " GB";
}

std::string span(std::chrono::seconds time) {
  auto const seconds = time.count();
  if (seconds < 60) return std::to_string(seconds) + " 秒";
  if (seconds < 3600) return std::to_string(seconds / 60) + " 分钟";
  if (seconds < 86'400) return std::to_string(seconds / 3600) + " 小时";
  return std::to_string(seconds / 86'400) + " 天";
}

StaffRowView reader(Condition const& seen) {
  if (seen.reader_ok) return {"读卡器", {"正常", Tone::good}};
  return {"读卡器", {"没有找到", Tone::bad}, "检查 USB 线和电源，拔下重插；程序会自动找到它。"};
}

std::optional<StaffRowView> scanner(Condition const& seen) {
  if (!seen.scanner_ok) return std::nullopt;
  if (*seen.scanner_ok) return StaffRowView{"扫码器", {"正常", Tone::good}};
  return StaffRowView{
      "扫码器", {"没有找到", Tone::bad}, "检查线是否插好、是否设为串口模式；程序会自动找到它。"};
}

StaffRowView printer(Condition const& seen, present::Words const& words) {
  std::string about = seen.printer_make;
  if (seen.toner_percent)
    about += (about.empty() ? "" : "，") + std::string{"墨粉 "} + std::to_string(*seen.toner_percent) + "%";
  if (!seen.printer_problem && (seen.toner_low || seen.tray_low)) {
    std::string what;
    std::string todo;
    auto const put = [&](bool low, std::string_view name, std::string_view bring) {
      if (!low) return;
      (what += what.empty() ? "" : "和") += name;
      (todo += todo.empty() ? "请" : "，") += bring;
    };
    put(seen.toner_low, "墨粉", "备好墨粉盒");
    put(seen.tray_low, "纸", "准备加纸");
    return {"打印机",
            {what + "快用完了", Tone::notice},
            about + (about.empty() ? "" : "。") + "仍可打印，" + todo + "。"};
  }
  if (!seen.printer_problem) return {"打印机", {"正常", Tone::good}, about};
  return {"打印机", {"不能打印", Tone::bad}, without_commands(words.of(*seen.printer_problem).staff)};
}

StaffRowView central(Condition const& seen) {
  std::string const heard =
      seen.since_central ? "上次应答在 " + span(*seen.since_central) + "前" : "启动以来没有应答";
  if (seen.online && seen.since_central && *seen.since_central < central_silent) {
    return {"管理系统", {"已连接", Tone::good}, heard};
  }
  return {"管理系统", {"联系不上", Tone::bad}, heard + "。检查网线；网络正常时请管理员检查管理系统。"};
}

StaffRowView outbox(Condition const& seen) {
  std::string const waiting = "待送出 " + std::to_string(seen.events_waiting) + " 条";
  if (seen.events_refused > 0) {
    return {"上报记录",
            {"有 " + std::to_string(seen.events_refused) + " 条不被接受", Tone::bad},
            waiting + "。请管理员在管理系统查明；其他记录照常送出。"};
  }
  if (seen.events_waiting > 0) return {"上报记录", {waiting, Tone::notice}, "联网后自动送出，不用处理。"};
  return {"上报记录", {"全部送达", Tone::good}};
}

StaffRowView clock(Condition const& seen) {
  if (!seen.clock_ahead) return {"本机时钟", {"未校对", Tone::neutral}, "联网后按管理系统的时间校对。"};
  auto const off = *seen.clock_ahead;
  auto const size = off.count() < 0 ? -off : off;
  if (size < clock_may_be_off) return {"本机时钟", {"准确", Tone::good}};
  return {"本机时钟",
          {(off.count() < 0 ? "慢 " : "快 ") + span(size), Tone::notice},
          "证书按管理系统的时间登记，不受影响；请管理员检查校时服务。"};
}

StaffRowView disk(Condition const& seen) {
  std::string const room = "剩余 " + gigabytes(seen.disk_free) + "，共 " + gigabytes(seen.disk_size);
  if (seen.disk_free >= little_room) return {"磁盘", {"正常", Tone::good}, room};
  return {"磁盘", {"快满了", Tone::bad}, room + "。请管理员清理；满了以后本机停止打印。"};
}

StaffRowView ledger(Condition const& seen, present::Words const& words) {
  if (!seen.ledger_problem) return {"打印台账", {"正常", Tone::good}};
  return {"打印台账", {"暂停打印", Tone::bad}, without_commands(words.of(*seen.ledger_problem).staff)};
}

StaffRowView prints(Condition const& seen) {
  if (seen.prints_unresolved == 0) return {"待确认的打印", {"没有", Tone::good}};
  return {"待确认的打印",
          {std::to_string(seen.prints_unresolved) + " 件", Tone::notice},
          "看过出纸口后，在“待确认的打印”里登记是否出纸。"};
}

StaffRowView paper(Condition const& seen, bool numbered) {
  if (!numbered) return {"证书纸", {"普通 A4 纸", Tone::neutral}, "余量看打印机纸盒。"};
  auto const left = std::to_string(seen.paper_left) + " 张";
  if (seen.paper_left > 0) return {"证书纸", {"本段还剩 " + left, Tone::good}};
  return {"证书纸", {"已用完", Tone::bad}, "装入新纸，在“证书纸”里登记号段。"};
}

}  // namespace

StaffPageView health_page(HealthPage const& page, bool numbered, present::Words const& words) {
  if (!page.seen) return waiting_page();
  auto const& seen = *page.seen;
  StaffPageView view;
  view.rows = {reader(seen), printer(seen, words), central(seen),         outbox(seen), clock(seen),
               disk(seen),   ledger(seen, words),  paper(seen, numbered), prints(seen)};
  if (auto row = scanner(seen)) view.rows.insert(view.rows.begin() + 1, std::move(*row));
  view.rows.push_back({"程序版本", {}, seen.version});
  view.keys = {{.id = "again",
                .label = "重新检查",
                .sign = present::StaffSign::again,
                .touch = {session::StaffKey::open, static_cast<int>(Place::health)}}};
  if (awaits_staff(seen)) {
    view.keys.push_back({.id = "accept_ledger",
                         .label = "核对台账",
                         .sign = present::StaffSign::prints,
                         .touch = {session::StaffKey::confirm},
                         .main = true});
  }
  return view;
}

std::vector<ReportLine> health_lines(Condition const& seen, bool numbered, present::Words const& words) {
  std::vector<ReportLine> lines;
  for (auto& row : health_page({seen}, numbered, words).rows) {
    lines.push_back({std::move(row.label), std::move(row.state.text), std::move(row.text)});
  }
  return lines;
}

}  // namespace ce::staff_area

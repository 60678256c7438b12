// The staff's home, and the pages that ask one question.
#include "kiosk/staff_area/pages.h"

namespace ce::staff_area {

using present::StaffKeyView;
using present::StaffPageView;
using present::StaffSign;
using present::Tone;
using session::StaffKey;
using session::StaffTouch;

namespace {

StaffTouch opens(Place place) {
  return {StaffKey::open, static_cast<int>(place)};
}

template <class Task>
StaffTouch does(Task task) {
  return {StaffKey::choose, static_cast<int>(task)};
}

}  // namespace

StaffPageView menu_page(State const& state, session::Surroundings const& around,
                        present::Words const& words) {
  StaffPageView view;
  if (state.paused) {
    view.note = {"已暂停服务：办事群众看到“本机暂停服务”", Tone::notice};
  } else if (state.restart_due) {
    view.note = {"有设置更改后还没有生效：请在“设置”里重启程序", Tone::notice};
  }
  auto const card = [&view](char const* id, char const* label, std::string hint, StaffSign sign,
                            Place place) {
    view.cards.push_back(
        {.id = id, .label = label, .hint = std::move(hint), .sign = sign, .touch = opens(place)});
  };
  card("health", "设备状况", "读卡器、打印机、网络、磁盘", StaffSign::health, Place::health);
  card("prints", "待确认的打印",
       around.prints_unresolved > 0 ? "有 " + std::to_string(around.prints_unresolved) + " 件要登记是否出纸"
                                    : "没有待确认的打印",
       StaffSign::prints, Place::prints);
  card("paper", "证书纸",
       around.paper_low ? "还剩 " + std::to_string(*around.paper_low) + " 张，请备好下一段"
       : state.numbered ? "装入、作废、核对、日报"
                        : "普通 A4 纸；日报",
       StaffSign::paper, Place::paper);
  card("printer", "打印机",
       around.printer_problem ? words.of(*around.printer_problem).headline : "可以打印；状况、校准页",
       StaffSign::printer, Place::printer);
  if (state.paused) {
    card("service", "恢复服务", "重新对外开放", StaffSign::resume, Place::service);
  } else {
    card("service", "暂停服务", "缺纸、检修时对外暂停", StaffSign::pause, Place::service);
  }
  card("log", "运行日志", "最近发生的事，不含个人信息；诊断文件", StaffSign::log, Place::log);
  card("settings", "设置", "本机各项设置、密码、员工卡", StaffSign::settings, Place::settings);
  card("machine", "培训、重启与关机", "用演示证件练习；重启程序；关机", StaffSign::machine, Place::machine);
  return view;
}

StaffPageView service_page(bool paused, bool shut) {
  StaffPageView view;
  StaffTouch const confirm{StaffKey::confirm};
  if (paused) {
    view.headline = "现在对外暂停服务";
    view.sentences = {"办事群众看到“本机暂停服务，请到服务台办理”。重启以后仍然暂停，直到在这里恢复。"};
    view.keys = {
        {.id = "resume", .label = "恢复服务", .sign = StaffSign::resume, .touch = confirm, .main = true}};
  } else {
    view.headline = shut ? "现在不是开放时间" : "现在正常对外服务";
    view.sentences = {"暂停后，办事群众看到“本机暂停服务，请到服务台办理”，不能放身份证，也不能输入。",
                      "暂停会告知管理系统；重启以后仍然暂停，直到在这里恢复。"};
    if (shut) {
      view.sentences.insert(
          view.sentences.begin(),
          "办事群众看到“现在不是开放时间”和下次开放的时间。如果今天大厅照常办公，请按“今天照常开放”。");
    }
    view.keys = {
        {.id = "pause", .label = "暂停服务", .sign = StaffSign::pause, .touch = confirm, .main = !shut}};
  }
  if (shut && !paused) {
    view.keys.push_back({.id = "serve_today",
                         .label = "今天照常开放",
                         .sign = StaffSign::clock,
                         .touch = {StaffKey::choose},
                         .main = true});
  }
  return view;
}

StaffPageView machine_page() {
  StaffPageView view;
  view.cards = {{.id = "train",
                 .label = "培训模式",
                 .hint = "用演示证件练习：每一屏都标“培训”，只打印样张",
                 .sign = StaffSign::training,
                 .touch = does(MachineTask::train)},
                {.id = "restart",
                 .label = "重启程序",
                 .hint = "屏幕会黑几秒；打印台账和待送出的记录不会丢",
                 .sign = StaffSign::again,
                 .touch = does(MachineTask::restart)},
                {.id = "power_off",
                 .label = "关闭本机",
                 .hint = "下班或搬动时用；再开机要按电源键",
                 .sign = StaffSign::machine,
                 .touch = does(MachineTask::power_off)}};
  return view;
}

StaffPageView sure_page(Sure const& page) {
  StaffPageView view;
  bool const restart = page.task == MachineTask::restart;
  bool const train = page.task == MachineTask::train;
  view.headline = train ? "确定要进入培训模式吗？" : restart ? "确定要重启程序吗？" : "确定要关闭本机吗？";
  if (train) {
    view.sentences = {"进入后本机停止对外服务，不读身份证，不联网，不出证书，只在普通白纸上打印样张。",
                      "按“结束培训”，或十分钟无人触摸，即恢复正常服务。"};
  } else {
    view.sentences = {restart ? "请先确认没有人正在办理，打印机也没有在出纸。"
                              : "关机以后要有人按电源键才能再开机。请先确认打印机没有在出纸。"};
  }
  view.keys = {no_key(), yes_key(train ? "开始培训" : restart ? "确定重启" : "确定关机")};
  return view;
}

present::WaitingView working_page(Working const& working) {
  switch (working.work) {
    case Work::order:
      break;
    case Work::service:
      return {"正在办理", "请稍候"};
    case Work::writing:
      return {"正在写入配置", "写好以后程序自己重启，屏幕会黑几秒"};
    case Work::restarting:
      return {"正在重启程序", "屏幕会黑几秒"};
    case Work::stopping:
      return {"正在关机", "请稍候"};
    case Work::training:
      return {"正在进入培训模式", "屏幕会黑几秒"};
  }
  return {"正在办理", "打印机应答可能需要十几秒"};
}

StaffPageView said_page(Said const& page) {
  StaffPageView view;
  view.note = page.told.good ? present::Tagged{"已办理", Tone::good} : present::Tagged{"没有办成", Tone::bad};
  std::string const text = without_commands(page.told.text);
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    if (end > at) view.sentences.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (page.report) {
    if (page.told.good) view.note.reset();
    view.headline = *page.report == 0   ? "今天的日报"
                    : *page.report == 1 ? "昨天的日报"
                                        : std::to_string(*page.report) + " 天前的日报";
    view.keys = {
        {.id = "day_before", .label = "前一天", .sign = StaffSign::log, .touch = {StaffKey::turn, -1}},
        {.id = "day_after",
         .label = "后一天",
         .sign = StaffSign::log,
         .touch = {StaffKey::turn, 1},
         .enabled = *page.report > 0}};
  }
  view.keys.push_back(
      {.id = "ok", .label = "知道了", .sign = StaffSign::yes, .touch = {StaffKey::confirm}, .main = true});
  return view;
}

}  // namespace ce::staff_area

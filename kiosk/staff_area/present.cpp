#include "kiosk/staff_area/present.h"

#include <algorithm>
#include <array>

#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {
namespace {

struct Heading {
  char const* screen;  // stable name, for tests
  char const* title;
};

/// In the order of Stage.
constexpr auto headings = std::to_array<Heading>({
    {"staff_closed", ""},
    {"staff_door", "工作人员"},
    {"staff_menu", "工作人员"},
    {"staff_health", "设备状况"},
    {"staff_prints", "待确认的打印"},
    {"staff_print", "待确认的打印"},
    {"staff_paper", "证书纸"},
    {"staff_loading", "登记装入的证书纸"},
    {"staff_numbering", "证书纸"},
    {"staff_printer", "打印机"},
    {"staff_service", "暂停与恢复服务"},
    {"staff_log", "运行日志"},
    {"staff_settings", "设置"},
    {"staff_new_pin", "设置"},
    {"staff_machine", "培训、重启与关机"},
    {"staff_sure", "培训、重启与关机"},
    {"staff_working", "请稍候"},
    {"staff_said", "办理结果"},
    {"staff_item", "设置"},
    {"staff_printers", "查找打印机"},
    {"staff_trying", "请稍候"},
    {"staff_saved", "设置"},
    {"guide_start", "设置向导"},
    {"guide_report", "设置向导"},
    {"staff_diagnostics", "诊断文件"},
    {"staff_saving", "请稍候"},
    {"staff_cards", "员工卡"},
    {"staff_card", "员工卡"},
    {"staff_new_card", "员工卡"},
    {"staff_accept_printer", "打印机"},
});
static_assert(headings.size() == std::variant_size_v<Stage>);

present::Body body(State const& state, Outlook const& outlook, present::Words const& words) {
  struct Choice {
    State const& state;
    Outlook const& outlook;
    present::Words const& words;
    present::Body operator()(Closed const&) const { return present::StaffPageView{}; }
    present::Body operator()(AtDoor const& at) const { return door_page(at, outlook.tick); }
    present::Body operator()(Menu const&) const { return menu_page(state, outlook.around, words); }
    present::Body operator()(HealthPage const& at) const { return health_page(at, state.numbered, words); }
    present::Body operator()(PrintsPage const& at) const { return prints_page(at, words); }
    present::Body operator()(OnePrint const& at) const { return one_print_page(at, words); }
    present::Body operator()(PaperPage const&) const { return paper_page(state); }
    present::Body operator()(Loading const& at) const { return loading_page(state, at); }
    present::Body operator()(Numbering const& at) const { return numbering_page(state, at); }
    present::Body operator()(PrinterPage const&) const { return printer_page(state, outlook.around, words); }
    present::Body operator()(ServicePage const&) const { return service_page(state.paused, outlook.shut); }
    present::Body operator()(LogPage const& at) const { return log_page(at); }
    present::Body operator()(SettingsPage const& at) const { return settings_page(state, at); }
    present::Body operator()(NewPin const& at) const { return new_pin_page(state, at); }
    present::Body operator()(MachinePage const&) const { return machine_page(); }
    present::Body operator()(Sure const& at) const { return sure_page(at); }
    present::Body operator()(Working const& at) const { return working_page(at); }
    present::Body operator()(Said const& at) const { return said_page(at); }
    present::Body operator()(ItemPage const& at) const { return item_page(state, at); }
    present::Body operator()(PrinterList const& at) const { return printer_list_page(at); }
    present::Body operator()(Trying const& at) const { return trying_page(at); }
    present::Body operator()(ItemSavedPage const& at) const { return item_saved_page(at); }
    present::Body operator()(GuideStart const&) const { return guide_start_page(state); }
    present::Body operator()(GuideReport const& at) const { return guide_report_page(state, at); }
    present::Body operator()(DiagnosticsPage const&) const { return diagnostics_page(); }
    present::Body operator()(Saving const& at) const { return saving_page(at); }
    present::Body operator()(CardsPage const& at) const { return cards_page(state, at); }
    present::Body operator()(OneCard const& at) const { return one_card_page(at); }
    present::Body operator()(NewCard const& at) const { return new_card_page(state, at); }
    present::Body operator()(AcceptPrinter const& at) const { return accept_printer_page(state, at); }
  };
  return std::visit(Choice{state, outlook, words}, state.stage);
}

}  // namespace

present::View present(State const& state, Outlook const& outlook, present::Words const& words) {
  auto const& heading = headings.at(state.stage.index());
  auto frame = outlook.frame;
  frame.title = heading.title;
  frame.staff_lines.clear();
  frame.elder = frame.high_contrast = false;
  frame.elder_label.clear();
  frame.display_label.clear();
  frame.repeat_label.clear();
  frame.panel = false;
  frame.size = session::TextSize::medium;
  bool const busy = is_working(state.stage);
  frame.back =
      !busy && !std::holds_alternative<AtDoor>(state.stage) && !std::holds_alternative<Menu>(state.stage);
  frame.exit = !state.guide;
  if (state.guide) {
    frame.title = guide_title(state);
    frame.back = !busy && !std::holds_alternative<GuideStart>(state.stage);
  }
  frame.back = frame.back || may_stop(state.stage);
  frame.seconds_left = seconds_left(state, outlook.tick);
  if (auto const* said = std::get_if<Said>(&state.stage); said != nullptr && said->report)
    frame.title = "日报";
  auto const* trying = std::get_if<Trying>(&state.stage);
  if (trying != nullptr && state.guide) frame.title += "  " + std::string{items::of(trying->page.id).name};
  std::string screen = heading.screen;
  if (auto const* page = std::get_if<ItemPage>(&state.stage)) {
    screen += "_" + std::string{items::of(page->id).code};
    frame.title += "  " + std::string{items::of(page->id).name};
  }
  return {std::move(screen), std::move(frame), body(state, outlook, words), {}};
}

std::string without_commands(std::string text) {
  constexpr std::string_view open = "（ce-kiosk";
  constexpr std::string_view close = "）";
  for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    auto const end = text.find(close, at);
    if (end == std::string::npos) break;
    text.erase(at, end + close.size() - at);
  }
  return text;
}

present::StaffKeyView no_key() {
  return {.id = "no", .label = "取消", .sign = present::StaffSign::no, .touch = {session::StaffKey::back}};
}

present::StaffKeyView yes_key(std::string label, present::StaffSign sign) {
  return {.id = "yes",
          .label = std::move(label),
          .sign = sign,
          .touch = {session::StaffKey::confirm},
          .main = true};
}

present::PageView pages_of(std::size_t count, int per_page, int page) {
  present::PageView view;
  view.pages = std::max(1, (static_cast<int>(count) + per_page - 1) / per_page);
  view.page = std::clamp(page, 0, view.pages - 1);
  view.label = "第 " + std::to_string(view.page + 1) + " / " + std::to_string(view.pages) + " 页";
  view.previous_label = "上一页";
  view.next_label = "下一页";
  return view;
}

present::StaffPageView waiting_page() {
  present::StaffPageView view;
  view.sentences = {"正在查看，请稍候。"};
  return view;
}

}  // namespace ce::staff_area

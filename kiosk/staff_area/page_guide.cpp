// The guided set-up: its beginning, its report.
#include <algorithm>

#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/report.h"
#include "kiosk/staff_area/step.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::StaffSign;
using present::Tone;
using session::StaffKey;

present::Tagged result_of(std::optional<GuideMark> const& mark) {
  if (!mark) return {"没有设置", Tone::notice};
  if (mark->skipped) return {"已跳过", Tone::notice};
  if (!mark->tested) return {"已设置", Tone::good};
  return mark->verdict.good ? present::Tagged{"测试通过", Tone::good}
                            : present::Tagged{"测试没有通过", Tone::bad};
}

std::vector<ReportLine> report_lines(State const& state) {
  std::vector<ReportLine> lines;
  for (auto const id : guide_path(*state.draft)) {
    auto const& mark = state.guide->marks[static_cast<std::size_t>(id)];
    std::string result = result_of(mark).text;
    if (mark && !mark->verdict.text.empty()) result += "：" + mark->verdict.text;
    lines.push_back({std::string{items::of(id).name}, items::summary(id, *state.draft, state.known), result});
  }
  return lines;
}

std::string guide_title(State const& state) {
  auto const count = state.draft ? guide_path(*state.draft).size() : items::item_count;
  if (std::holds_alternative<GuideStart>(state.stage)) return "设置向导";
  if (state.guide->at >= count) return "设置向导  报告";
  return "设置向导  第 " + std::to_string(state.guide->at + 1) + " / " + std::to_string(count) + " 步";
}

StaffPageView guide_start_page(State const& state) {
  StaffPageView view;
  view.headline = "本机还没有设置";
  view.sentences = {
      "下面一步一步设置：语言、位置、管理系统、显示屏、读卡器、扫码器、打印机、证书纸、声音、时间和工作人员密"
      "码，"
      "大约需要十分钟。",
      "请准备好：管理系统的地址、本机编号和登记码（管理员在管理系统登记本机时得到），一张身份证，"
      "打印机里放几张白纸，一把尺。",
      "可以随时返回上一步。最后一步确认以后才写入配置。"};
  view.keys = {{.id = "begin",
                .label = "开始设置",
                .sign = StaffSign::resume,
                .touch = {StaffKey::confirm},
                .main = true,
                .enabled = state.draft.has_value()}};
  return view;
}

StaffPageView guide_report_page(State const& state, GuideReport const& page) {
  StaffPageView view;
  view.way = 1.F;
  if (page.verdict) {
    view.note = {page.verdict->text, Tone::bad};
  } else {
    bool const numbered = state.draft->settings.paper.preprinted;
    view.note = {std::string{"请核对，要改哪一项就点哪一项。按“完成”写入配置，进入首页"} +
                     (numbered ? "；证书纸的号段随后在工作人员区登记" : ""),
                 Tone::neutral};
  }
  auto const lines = report_lines(state);
  auto const path = guide_path(*state.draft);
  view.paging = pages_of(lines.size(), report_rows_per_page, page.page);
  view.rows_least = report_rows_per_page;
  auto const from = static_cast<std::size_t>(view.paging.page) * report_rows_per_page;
  for (auto i = from; i < std::min(lines.size(), from + report_rows_per_page); ++i) {
    auto const& mark = state.guide->marks[static_cast<std::size_t>(path[i])];
    view.cards.push_back({.id = "mend_" + std::string{items::of(path[i]).code},
                          .label = lines[i].name,
                          .hint = lines[i].value,
                          .sign = sign_of(path[i]),
                          .touch = {StaffKey::choose, static_cast<int>(path[i])},
                          .state = result_of(mark)});
  }
  view.keys = {
      {.id = "page_out",
       .label = "打印报告",
       .sign = StaffSign::printer,
       .touch = {StaffKey::choose, static_cast<int>(ItemKey::page_out)}},
      {.id = "finish", .label = "完成", .sign = StaffSign::yes, .touch = {StaffKey::confirm}, .main = true}};
  return view;
}

}  // namespace ce::staff_area

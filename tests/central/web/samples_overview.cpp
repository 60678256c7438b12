#include "central/web/home_page.h"
#include "central/web/kiosks_page.h"
#include "samples.h"

namespace ce::web::samples {
namespace {

std::vector<KioskRow> kiosks(std::string const& hostile) {
  return {{"/console/kiosks/GZ-TH-01",
           "GZ-TH-01",
           said(hostile, "天河区政务服务中心一楼自助服务区"),
           "广州市天河区",
           {Tone::good, "在线"},
           "1 分钟前",
           "正常",
           "正常",
           {},
           {},
           "墨粉 64%，纸号 1,212 个",
           "0",
           "0",
           "0.1.0"},
          {"/console/kiosks/GZ-YX-02",
           "GZ-YX-02",
           said(hostile, "越秀区人力资源服务大厅"),
           "广州市越秀区",
           {Tone::bad, "失联"},
           "2 天前",
           "正常",
           "故障",
           said(hostile, "缺纸"),
           {{Tone::warn, "墨粉快用完"}, {Tone::warn, said(hostile, "纸号快用完")}},
           said(hostile, "墨粉 7%，纸号 40 个"),
           "1",
           "14",
           "0.1.0"}};
}

HomeView home(std::string const& hostile) {
  HomeView view;
  view.todos = {
      {{Tone::warn, "待复核"},
       "/console/review",
       said(hostile, "1,284 条学习登记待复核"),
       said(hostile, "最早的一条已等待 16 天")},
      {{Tone::info, "待发证"}, "/console/issuing", "96 人已完成年度学习，等待发证", "可以一次全部核发"}};
  view.figures = {{"待办审核", "1,284", "条", "最早 16 天前", "/console/review", true},
                  {"本年完成率", "71.3", "%", "12,408 人中 8,847 人"},
                  {"本年已发证", "8,212", "张", "今天 64 张"},
                  {"在线终端", "23", "台", "共 25 台", "/console/kiosks"}};
  Columns issued{"issued", "本年发证", "按月，共 8,212 张", "月份", "张", {}};
  std::int64_t const by_month[] = {120, 340, 512, 610, 700, 655, 720, 834, 1021, 12400, 800, 0};
  for (int month = 1; month <= 12; ++month)
    issued.cells.push_back({std::to_string(month), std::to_string(month) + " 月", by_month[month - 1]});
  view.left.columns = {issued};
  Bars counties{"各区完成率", "2026 年度", "地区", "完成率", {}, "还没有登记人员"};
  char const* const names[] = {"荔湾区", "越秀区", "海珠区", "天河区", "白云区", "黄埔区",
                               "番禺区", "花都区", "南沙区", "从化区", "增城区"};
  double share = 0.95;
  for (auto const* name : names) {
    counties.rows.push_back(
        {said(hostile, name), share, std::to_string(static_cast<int>(share * 100)) + " %　1,128 / 1,428 人"});
    share -= 0.07;
  }
  Bars backlog{"待办等待时间",
               "共 1,284 条",
               "等待",
               "条数",
               {{"3 天以内", 0.6, "620"},
                {"4 至 7 天", 0.4, "412"},
                {"8 至 15 天", 0.2, "203"},
                {"超过 15 天", 0.05, "49"}},
               "没有待办"};
  view.left.bars = {backlog};
  view.right.bars = {counties};
  view.kiosks = kiosks(hostile);
  view.kiosks_told = "自助终端";
  return view;
}

}  // namespace

void add_overview(std::vector<Sample>& gallery, std::string const& hostile) {
  auto frame = shell("广州市天河区继续教育工作台", hostile);
  frame.notices = {
      {Tone::good, said(hostile, "已核发 96 张证书。"), Link{"/console/registers", "查看发放名册"}}};
  gallery.push_back({"home", home_page(frame, home(hostile))});
  gallery.push_back({"home_empty", home_page(shell("首页", hostile),
                                             {.todos = {},
                                              .figures = {},
                                              .left = {},
                                              .right = {},
                                              .kiosks = {},
                                              .kiosks_told = {},
                                              .empty = Empty{"check", "没有待办事项", "一切都办好了。"}})});
  gallery.push_back(
      {"kiosks",
       kiosks_page(shell("自助终端", hostile),
                   {.figures = {},
                    .alarms = {{said(hostile, "报警"),
                                said(hostile, "现在有 1 项"),
                                {"终端", "什么情况", "状态", "说明"},
                                {{"/console/kiosks/1", said(hostile, "GZ-TH-01"), "终端失联",
                                  Badge{Tone::bad, "未结束"}, said(hostile, "2026-06-01 09:00 起")}}}},
                    .filters = {{.id = "part",
                                 .label = "编号、服务厅、地区、状态或版本",
                                 .kind = FieldKind::search,
                                 .value = hostile}},
                    .kiosks = kiosks(hostile),
                    .told = "2 台终端",
                    .empty = {}})});
}

}  // namespace ce::web::samples

#include "central/web/record_page.h"
#include "central/web/records_page.h"
#include "central/web/review_page.h"
#include "central/web/year_page.h"
#include "samples.h"

namespace ce::web::samples {
namespace {

ReviewView::Item item(int i, std::string const& hostile) {
  char const* const names[] = {"陈*", "阿******************江", "*龑", "J*** S****"};
  return {.key = std::to_string(i) + ":1",
          .closed = i == 5 ? said(hostile, "2024 年度已于 2026年1月12日归档，不再审核") : std::string{},
          .picked = i == 2,
          .href = "/console/records/" + std::to_string(i),
          .content = said(hostile, i % 3 == 0 ? long_course : "信息系统项目管理与数据安全"),
          .institution = said(hostile, "广东省继续教育培训中心"),
          .person = said(hostile, names[i % 4]),
          .id_number = "440***********0014",
          .unit = said(hostile, "广州市第一建筑工程设计研究院有限公司"),
          .subject = i % 2 == 0 ? "专业科目" : "公需科目",
          .mandatory = i % 2 == 0,
          .activity = "培训、进修",
          .from = "2026-03-01",
          .to = "2026-03-05",
          .stated = "30",
          .proofs = i % 4 == 1 ? "" : "2",
          .registered = "3 天前登记",
          .said = i == 2 ? said(hostile, "刚刚被他人处理过，没有覆盖；请看最新情况后再办理") : std::string{}};
}

ReviewView review(std::string const& hostile) {
  ReviewView view;
  view.filters = {{.id = "subject",
                   .label = "科目",
                   .kind = FieldKind::select,
                   .options = {{"", "全部科目"}, {"public", "公需科目"}, {"professional", "专业科目"}}},
                  {.id = "region",
                   .label = "地区",
                   .kind = FieldKind::select,
                   .options = {{"", "全部地区"}, {"440106", "天河区"}}}};
  view.action = "/console/review";
  view.told = "待初审 1,284 条，本页 8 条，最早的在前";
  for (int i = 0; i < 8; ++i) view.items.push_back(item(i, hostile));
  view.missed = {{"/console/records/9", said(hostile, long_course), said(hostile, long_name),
                  said(hostile, "已由他人退回")}};
  view.reason = said(hostile, "请补充结业证明");
  view.pager = Pager{"本页 8 条", {}, "/console/review?after=9"};
  return view;
}

RecordView record(std::string const& hostile) {
  RecordView view;
  view.state = {Tone::none, "待用人单位初审"};
  view.standing = said(hostile, "待用人单位初审（第 1 步，共 3 步）");
  view.facts = {{"姓名", said(hostile, long_name)},
                {"证件号码", "440***********0014"},
                {"学习内容", said(hostile, long_course)},
                {"施教机构", said(hostile, "广东省继续教育培训中心")},
                {"学习时间", "2026年3月1日 至 2026年3月5日"}};
  view.proofs = {{"/console/records/1/proofs/ab", "PDF 文件，1.2 MB"},
                 {"/console/records/1/proofs/cd", "JPG 图片，640 KB"}};
  view.overlaps = {{said(hostile, "专题讲座"), "2026-03-02", "已认定"}};
  view.history = {{Tone::none, "登记", "施教机构 · 天河区", "2026-03-06 09:12", {}},
                  {Tone::warn, "退回修改", "用人单位", "2026-03-08 10:00", said(hostile, "请补充结业证明")},
                  {Tone::good, "重新提交", "本人", "2026-03-09 20:41", {}}};
  view.version = "3";
  view.decides = true;
  view.action = "/console/records/1";
  view.fields = {{.id = "reason",
                  .label = "理由",
                  .kind = FieldKind::area,
                  .hint = "退回或不予认定时必填，本人能看到",
                  .wide = true}};
  return view;
}

YearView year(std::string const& hostile) {
  YearView view;
  view.years = {{"?year=2026", "2026", true}, {"?year=2025", "2025", false}};
  view.headline = "2026 年度学习进度";
  view.state = {Tone::none, "尚未完成"};
  view.share = 0.62;
  view.ring_told = "已认定 45 学时，共需 72 学时";
  view.done = "45";
  view.required = "72";
  view.subjects = {{"公需科目", 1, true, "18 / 18 学时"},
                   {"专业科目", 0.36, false, "15 / 42 学时"},
                   {"其中必修", 0, false, "0 / 14 学时"},
                   {"选修科目", 1, true, "12 / 12 学时"}};
  view.ways = {"还差专业科目必修 14 学时，请选学本年度专业科目指南规定的内容。"};
  view.certificate = YearView::Certificate{
      "2025",
      {Tone::good, "可打印"},
      {{"证书编号", "440106 25 000123"}, {"发证单位", said(hostile, "广州市天河区人力资源和社会保障局")}},
      "请携带身份证到任一服务厅自助终端打印。",
      "44010625000123",
      "/console/year/copy?number=44010625000123"};
  view.records = {{"/console/records/1",
                   said(hostile, long_course),
                   said(hostile, "广东省继续教育培训中心"),
                   "专业科目",
                   true,
                   "培训、进修",
                   "2026-03-01",
                   "2026-03-05",
                   "30",
                   "0",
                   {Tone::none, "待用人单位审核"},
                   said(hostile, "考核不合格，不计算学习时间")}};
  return view;
}

}  // namespace

void add_review(std::vector<Sample>& gallery, std::string const& hostile) {
  gallery.push_back({"review", review_page(shell("审核", hostile), review(hostile))});
  ReviewView empty;
  empty.empty = Empty{"check", "没有待办的记录", said(hostile, "新登记的学习到您这一步时，会出现在这里。"),
                      Link{"/console", "回到首页"}};
  gallery.push_back({"review_empty", review_page(shell("审核", hostile), empty)});
  gallery.push_back({"record", record_page(shell(long_course, hostile), record(hostile))});
  auto returned = record(hostile);
  returned.decides = false;
  returned.resubmits = returned.adds_proofs = true;
  returned.edit = "/console/records/1/edit";
  gallery.push_back({"record_returned", record_page(shell(long_course, hostile), returned)});
  gallery.push_back({"year", year_page(shell("我的学习", hostile), year(hostile))});
  gallery.push_back({"records", records_page(shell("我的登记", hostile),
                                             {.told = "全部登记，最新的在前",
                                              .records = {{"/console/records/1",
                                                           said(hostile, long_course),
                                                           {Tone::warn, "已退回"},
                                                           said(hostile, "用人单位退回：请补充结业证明")}},
                                              .empty = {}})});
}

}  // namespace ce::web::samples

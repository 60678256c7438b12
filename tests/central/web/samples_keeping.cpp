#include "central/web/detail_page.h"
#include "central/web/issuing_pages.h"
#include "central/web/keeping_pages.h"
#include "samples.h"

namespace ce::web::samples {
namespace {

IssuingView issuing(std::string const& hostile) {
  IssuingView view;
  view.filters = {{.id = "year",
                   .label = "年度",
                   .kind = FieldKind::select,
                   .value = "2026",
                   .options = {{"2026", "2026"}, {"2025", "2025"}}}};
  view.year = "2026";
  view.batch = "batch";
  view.told = "2026 年度已完成、待发证 96 人";
  for (int i = 0; i < 4; ++i) {
    view.people.push_back({std::to_string(i), said(hostile, i == 1 ? long_name : rare_name),
                           "440***********0014", said(hostile, "广州市第一建筑工程设计研究院有限公司"), "30",
                           "42", "18", "90"});
  }
  view.refused = {{said(hostile, "欧阳慧敏"), said(hostile, "本年度已有有效证书")}};
  view.fields = {
      {.id = "day", .label = "发证日期", .kind = FieldKind::date, .value = "2026-11-26", .required = true}};
  view.pager = Pager{"本页 4 人", {}, "/console/issuing?after=4"};
  return view;
}

CertificatesView certificates(std::string const& hostile) {
  return {
      .fields = {{.id = "find", .label = "证书编号或证件号码", .kind = FieldKind::search, .required = true}},
      .told = "找到 1 张",
      .rows = {{"/console/certificates/44010624000001",
                "440106 24 000001",
                said(hostile, long_name),
                "2024",
                said(hostile, "广州市天河区人力资源和社会保障局"),
                "2025-01-06",
                {Tone::bad, "已撤销"}}},
      .empty = {}};
}

RegistersView registers(std::string const& hostile) {
  RegistersView view;
  view.filters = {{.id = "year", .label = "年度", .kind = FieldKind::select, .options = {{"", "全部年度"}}},
                  {.id = "kiosk", .label = "终端", .value = said(hostile, "GZ-TH-01")}};
  view.sums_told = "汇总";
  view.sums = {{"?scope=440100", said(hostile, "广州市"), "含所属各区", 1284, 3, 1200, 2, 1210, 10}};
  view.told = "名册";
  view.rows = {{"/console/certificates/44010624000001",
                "440106 24 000001",
                said(hostile, long_name),
                "2025-01-06",
                {Tone::good, "已打印"},
                said(hostile, "第 1 份"),
                "2025-01-07 09:30",
                said(hostile, "GZ-TH-01"),
                said(hostile, "天河区政务服务中心"),
                said(hostile, "GD00012345")}};
  return view;
}

DetailView detail(std::string const& hostile) {
  DetailView view;
  view.heading = said(hostile, "证书");
  view.state = Badge{Tone::good, "有效"};
  view.facts = {{"证书编号", "440106 24 000001"}, {"姓名", said(hostile, long_name)}};
  view.history_heading = "打印情况";
  view.history = {
      {Tone::good, said(hostile, "第 1 份已打印"), said(hostile, "天河区政务服务中心 · 2025-01-07 09:30")}};
  view.acts = {{.heading = "撤销证书",
                .lead = "撤销后编号不再使用。",
                .action = "/console/certificates/1",
                .fields = {{.id = "reason",
                            .label = "撤销原因",
                            .kind = FieldKind::area,
                            .value = said(hostile, "学时造假"),
                            .required = true,
                            .wide = true}},
                .act = "revoke",
                .word = "撤销",
                .icon = "cross",
                .danger = true}};
  return view;
}

}  // namespace

void add_keeping(std::vector<Sample>& gallery, std::string const& hostile) {
  gallery.push_back({"issuing", issuing_page(shell("发证", hostile), issuing(hostile))});
  gallery.push_back({"certificates", certificates_page(shell("证书", hostile), certificates(hostile))});
  gallery.push_back({"registers", registers_page(shell("发放名册", hostile), registers(hostile))});
  gallery.push_back({"detail", detail_page(shell("440106 24 000001", hostile), detail(hostile))});
  gallery.push_back(
      {"form", form_page(shell("开设账号", hostile), {"/console/accounts/new",
                                                      {{.id = "login",
                                                        .label = "登录名",
                                                        .value = said(hostile, "tianhe"),
                                                        .required = true,
                                                        .error = said(hostile, "已经有人使用")}},
                                                      "开设账号",
                                                      "/console/accounts"})});
  gallery.push_back({"accounts", accounts_page(shell("账号", hostile), {.filters = {},
                                                                        .told = "1 个账号",
                                                                        .rows = {{"/console/accounts/1",
                                                                                  said(hostile, "tianhe"),
                                                                                  said(hostile, long_name),
                                                                                  "用人单位",
                                                                                  said(hostile, "天河设计院"),
                                                                                  {Tone::good, "使用中"},
                                                                                  "2026-03-01"}},
                                                                        .pager = {},
                                                                        .empty = {}})});
  gallery.push_back(
      {"audit", audit_page(shell("操作记录", hostile),
                           {.filters = {},
                            .told = "最近的在前",
                            .rows = {{"2026-03-01 09:30", "办理审核", said(hostile, "李人事（th-design）"),
                                      "用人单位", said(hostile, "学习记录 12"), "广东省广州市天河区"}},
                            .pager = {},
                            .empty = {}})});
}

}  // namespace ce::web::samples

#include "central/web/detail_page.h"
#include "central/web/issuing_pages.h"
#include "central/web/job_page.h"
#include "central/web/keeping_pages.h"
#include "central/web/roster_page.h"
#include "central/web/sites_page.h"
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
    view.people.push_back({std::to_string(i), i == 2, said(hostile, i == 1 ? long_name : rare_name),
                           "440***********0014", said(hostile, "广州市第一建筑工程设计研究院有限公司"), "30",
                           "42", "18", "90"});
  }
  view.refused = {{said(hostile, "欧阳慧敏"), said(hostile, "本年度已有有效证书")}};
  view.fields = {
      {.id = "day", .label = "发证日期", .kind = FieldKind::date, .value = "2026-11-26", .required = true}};
  view.pager = Pager{"本页 4 人", {}, "/console/issuing?after=4"};
  view.batches = {{"/console/issuing/batches/1",
                   "2025 年度",
                   "2026-01-08",
                   "2026-01-08 09:30",
                   {Tone::good, "已完成"},
                   "12,408"}};
  return view;
}

JobView batch(bool running, std::string const& hostile) {
  JobView view;
  view.running = running;
  view.state = running ? Badge{Tone::info, "核发中", "clock"} : Badge{Tone::warn, "部分未核发", "warning"};
  view.doing = "正在核发证书";
  view.bar = "核发进度";
  view.lead = "可以关闭本页，核发不会中断；回到“发证”随时查看。";
  view.done = 7424;
  view.all = 12410;
  view.told = "已办理 7,424 人，共约 12,410 人";
  view.poll = "/console/issuing/batches/1/state";
  if (running) return view;
  view.figures = {{"已核发", "12,408", "张"}, {"没有核发", "2", "人", "原因见下", {}, true}};
  view.row_head = "姓名";
  view.numbered = false;
  view.rows = {
      {said(hostile, long_name),
       {Tone::bad, "未核发"},
       said(hostile, "该年度学习未完成（第三条）：公需科目还差 6 学时")},
      {said(hostile, "陈晓"), {Tone::bad, "未核发"}, said(hostile, "该年度已发证书 44010625000017")}};
  view.rows_told = "没有核发的人员";
  return view;
}

JobView broken_off() {
  JobView view;
  view.state = Badge{Tone::bad, "没有办完"};
  view.resume = "/console/issuing/batches/1/resume";
  view.resume_lead = "系统故障，这一批没有办完。已经发出的证书有效，编号没有中断；接着办理不会重复核发。";
  return view;
}

SitesView sites(bool with_key, std::string const& hostile) {
  SitesView view;
  if (with_key) {
    view.key = "1f0c7a52b9d84e6e9a3df1c2b7e05a9460d1c8e2f4a3b5968778695a4b3c2d1e";
    view.key_of = said(hostile, "广东省专业技术人员网络学习平台");
  }
  view.fields = {
      {.id = "institution",
       .label = "学习机构",
       .kind = FieldKind::select,
       .required = true,
       .hint = "只列出经认定可以开展网上学习的机构",
       .options = {{"", "请选择"}, {"1", said(hostile, "广东省专业技术人员网络学习平台（广东省）")}},
       .wide = true}};
  view.told = "接入中的密钥 1 把，共 2 把";
  view.rows = {{"/console/sites/93be3c1d02aa",
                said(hostile, "广东省专业技术人员网络学习平台"),
                "广东省",
                "93be3c1d02aa",
                "2026-03-01 09:30",
                {Tone::good, "已接入"}},
               {"/console/sites/0c1d93be02ff",
                said(hostile, "广东省专业技术人员网络学习平台"),
                "广东省",
                "0c1d93be02ff",
                "2025-03-01 09:30",
                {Tone::bad, "已停用"}}};
  return view;
}

RosterView roster(std::string const& hostile) {
  return {
      .filter_label = "查找人员",
      .action = "/console/people",
      .word = "查找",
      .posted = true,
      .filters = {{.id = "find",
                   .label = "完整的姓名，或证件号码",
                   .kind = FieldKind::search,
                   .value = said(hostile, long_name)}},
      .told = "本页 2 人",
      .heads = {"姓名", "证件号码", "所属地区", "用人单位", "状态"},
      .rows = {{"/console/people/1",
                said(hostile, long_name),
                {{"440***********0014", true},
                 {"广东省广州市天河区"},
                 {said(hostile, "广州市天河区建筑工程设计研究院有限责任公司；广州市人才服务中心（托管）")}},
                {Tone::good, "在册"}},
               {"/console/people/2",
                said(hostile, rare_name),
                {{"440***********0022", true}, {"广东省广州市天河区"}, {said(hostile, "—")}},
                {Tone::bad, "已停止登记"}}},
      .pager = Pager{"本页 2 人", "/console/people", "/console/people?after=440106-2"}};
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
  view.sums = {{"?scope=440100", said(hostile, "广州市"), "含所属各区", 1284, 3, 1, 1200, 2, 1210, 10}};
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
  view.tables = {{"本机设置",
                  said(hostile, "点项目名称修改"),
                  {"项目", "现在", "状态", "说明"},
                  {{"/console/kiosks/1/settings/sound", said(hostile, "声音"), said(hostile, "每一屏都播报"),
                    Badge{Tone::good, "已采用"}, said(hostile, "说明")},
                   {"", "无人时间", "60", Badge{Tone::none, "本机自己的设置"}, ""}}}};
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
  gallery.push_back({"batch_running", job_page(shell("2025 年度整批核发", hostile), batch(true, hostile))});
  gallery.push_back({"batch", job_page(shell("2025 年度整批核发", hostile), batch(false, hostile))});
  gallery.push_back({"batch_broken_off", job_page(shell("2025 年度整批核发", hostile), broken_off())});
  gallery.push_back({"sites", sites_page(shell("学习网站", hostile), sites(false, hostile))});
  gallery.push_back({"sites_key", sites_page(shell("学习网站", hostile), sites(true, hostile))});
  gallery.push_back({"roster", roster_page(shell("人员", hostile), roster(hostile))});
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

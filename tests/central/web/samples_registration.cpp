#include "central/web/imports_page.h"
#include "central/web/job_page.h"
#include "central/web/kinds_page.h"
#include "central/web/record_form_page.h"
#include "samples.h"

namespace ce::web::samples {
namespace {

KindsView kinds() {
  return {.kinds = {{"?kind=training", "hat", "培训、进修", "第四条（一）、第八条：考核合格，按课程学时计算"},
                    {"?kind=lecture", "lecture", "学术报告、专题讲座", "第十条：按实际天数，每天 6 学时"}},
          .others = {{"学术会议", "由用人单位或个人登记"}, {"网上学习", "由审定的学习网站自动登记"}},
          .role = "施教机构"};
}

RecordFormView form(std::string const& hostile) {
  return {
      .action = "/console/register",
      .kind = "training",
      .version = {},
      .fields = {{.id = "id_number",
                  .label = "证件号码",
                  .required = true,
                  .hint = "18 位居民身份证或居住证号码",
                  .fill = "off"},
                 {.id = "name",
                  .label = "姓名",
                  .value = said(hostile, long_name),
                  .required = true,
                  .error = said(hostile, "系统中没有这个人，或者姓名与证件号码不相符；请核对")},
                 {.id = "subject",
                  .label = "科目",
                  .kind = FieldKind::radios,
                  .value = "专业科目",
                  .required = true,
                  .options = {{"公需科目", "公需科目"}, {"专业科目", "专业科目"}, {"选修科目", "选修科目"}}},
                 {.id = "content",
                  .label = "学习内容",
                  .value = said(hostile, long_course),
                  .required = true,
                  .wide = true},
                 {.id = "start", .label = "开始日期", .kind = FieldKind::date, .value = "2026-03-01"},
                 {.id = "end",
                  .label = "结束日期",
                  .kind = FieldKind::date,
                  .value = "2026-02-01",
                  .required = true,
                  .error = "早于开始日期；请核对两个日期"},
                 {.id = "assessment",
                  .label = "考核结果",
                  .kind = FieldKind::select,
                  .value = "合格",
                  .options = {{"合格", "合格"}, {"不合格", "不合格"}}},
                 {.id = "files",
                  .label = "证明材料",
                  .kind = FieldKind::files,
                  .hint = "PDF、JPG 或 PNG，每份不超过 10 MB",
                  .wide = true,
                  .accept = ".pdf,.jpg,.jpeg,.png"}},
      .kept = {{"ab", said(hostile, "PDF 文件，1.2 MB")}},
      .submit = "登记",
      .back = "/console/register",
      .after = "登记后由用人单位初审。"};
}

ImportsView imports(std::string const& hostile) {
  return {.action = "/console/imports",
          .heading = "上传登记表",
          .lead = "一次最多 20,000 行、20 MB。先下载模板，按表内“填写说明”填好后上传。",
          .word = "上传并开始办理",
          .note = "上传后可以离开本页，后台会继续办理。同一文件重复上传不会重复办理。",
          .caption = "最近的登记文件",
          .done = "已登记",
          .left = "未登记",
          .none = "还没有上传过登记表",
          .fields = {{.id = "file",
                      .label = "登记表",
                      .kind = FieldKind::file,
                      .required = true,
                      .hint = "CSV 或 XLSX"},
                     {.id = "whole",
                      .label = "有一行不合格就整份都不登记",
                      .kind = FieldKind::tick,
                      .value = "yes"}},
          .jobs = {{"/console/imports/1",
                    said(hostile, std::string{long_course} + ".xlsx"),
                    "2026-03-01 14:05",
                    {Tone::good, "已完成"},
                    "4,998",
                    "2"}}};
}

ImportsView imports_before_the_first() {
  auto view = imports({});
  view.jobs.clear();
  return view;
}

JobView job(bool running, std::string const& hostile) {
  JobView view;
  view.doing = "正在登记";
  view.bar = "登记进度";
  view.lead = "可以关闭本页，登记不会中断；回到“批量登记”随时查看。";
  view.stop_word = "停止登记";
  view.row_head = "行号";
  view.running = running;
  view.state = running ? Badge{Tone::info, "登记中"} : Badge{Tone::good, "已完成"};
  view.done = 1850;
  view.all = 5000;
  view.told = "已处理 1,850 步，共 5,000 步";
  view.poll = "/console/imports/1/state";
  view.stop = "/console/imports/1/stop";
  if (running) return view;
  view.figures = {{"已登记", "4,998", "行"}, {"未登记", "2", "行", "改正后重新上传同一文件即可", {}, true}};
  view.rows = {{"17", {Tone::bad, "未登记"}, said(hostile, "证件号码：校验码不对；请核对后改正")},
               {"203",
                {Tone::bad, "未登记"},
                said(hostile, "学习形式：第四条规定学术会议不由施教机构登记；请由用人单位或个人登记")}};
  view.rows_told = "需要处理的行";
  return view;
}

}  // namespace

void add_registration(std::vector<Sample>& gallery, std::string const& hostile) {
  gallery.push_back({"kinds", kinds_page(shell("登记学习", hostile), kinds())});
  gallery.push_back({"record_form", record_form_page(shell("登记培训、进修", hostile), form(hostile))});
  gallery.push_back({"imports", imports_page(shell("批量登记", hostile), imports(hostile))});
  gallery.push_back({"imports_empty", imports_page(shell("批量登记", hostile), imports_before_the_first())});
  gallery.push_back({"job_running", job_page(shell("登记结果", hostile), job(true, hostile))});
  gallery.push_back({"job", job_page(shell("登记结果", hostile), job(false, hostile))});
}

}  // namespace ce::web::samples

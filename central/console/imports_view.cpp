#include "central/console/imports_view.h"

#include "central/console/job_view.h"
#include "central/registration/report_file.h"
#include "central/web/fields.h"

namespace ce::console {
namespace {

using imports::Job;
using imports::JobState;
using web::Tone;

constexpr std::int64_t rows_per_page = 200;

/// What the pages of a kind of file say.
struct KindWords {
  std::string_view address;
  JobWords job;
  std::string_view file;  // what is uploaded
  std::string_view heading;
  std::string_view lead;
  std::string_view caption;
  std::string_view done;    // "已登记"
  std::string_view before;  // done by an earlier file
  std::string_view left;    // "未登记"
  std::string_view whole;   // the tick for all or nothing
  std::string_view next;    // when all is well
};

constexpr auto kinds_of_files = std::to_array<KindWords>(
    {{.address = "/console/imports",
      .job = {.running = "登记中",
              .partly = "部分未登记",
              .refused = "未登记",
              .failed = "未完成",
              .doing = "正在登记",
              .bar = "登记进度",
              .lead = "可以关闭本页，登记不会中断；回到“批量登记”随时查看。",
              .unit = "行"},
      .file = "登记表",
      .heading = "上传登记表",
      .lead = "一次最多 20,000 行、20 MB。先下载模板，按表内“填写说明”填好后上传。",
      .caption = "最近的登记文件",
      .done = "已登记",
      .before = "此前已登记",
      .left = "未登记",
      .whole = "有一行不合格，就整份都不登记",
      .next = "每一行都已登记，由用人单位接着初审。"},
     {.address = "/console/people/imports",
      .job = {.running = "建档中",
              .partly = "部分未建档",
              .refused = "未建档",
              .failed = "未完成",
              .doing = "正在建档",
              .bar = "建档进度",
              .lead = "可以关闭本页，建档不会中断；回到“按文件建档”随时查看。",
              .unit = "行"},
      .file = "人员名单",
      .heading = "上传人员名单",
      .lead = "一次最多 20,000 人、20 MB。先下载模板，按表内“填写说明”填好后上传；已在册的人员不会改动。",
      .caption = "最近的人员名单",
      .done = "已建档",
      .before = "此前已建档",
      .left = "未建档",
      .whole = "有一行不合格，就整份都不建档",
      .next = "名单中的人员都已建档，可以为其登记学习情况了。"}});

KindWords const& words_of(imports::Kind kind) {
  return kinds_of_files.at(static_cast<std::size_t>(kind));
}

web::Badge state_of(Job const& job) {
  return badge_of_job(job.state, job.refused + job.withheld > 0, words_of(job.kind).job);
}

web::Badge fate_of(registration::RowFate fate, KindWords const& words) {
  std::string const word{fate == registration::RowFate::registered ? words.done
                         : fate == registration::RowFate::refused  ? words.left
                         : fate == registration::RowFate::repeated ? words.before
                                                                   : registration::words_for(fate)};
  switch (fate) {
    case registration::RowFate::registered:
      return {Tone::good, word};
    case registration::RowFate::refused:
      return {Tone::bad, word};
    default:
      return {Tone::none, word};
  }
}

std::string address_of_job(imports::Kind kind, std::string const& id) {
  return address_of(kind) + "/" + id;
}

JobProgress progress_of(Job const& job, imports::Tray const& tray) {
  JobProgress progress;
  progress.ended = job.ended_now();
  auto const told = tray.progress(job.id);
  if (!told || told->all == 0) {
    progress.told = job.state == JobState::waiting ? "前面还有文件，马上开始。" : "正在读取文件。";
    return progress;
  }
  progress.done = static_cast<std::int64_t>(told->done);
  progress.all = static_cast<std::int64_t>(told->all);
  bool const checking = told->done * 2 <= told->all;
  // Each row is taken up twice: all are checked, then registered.
  auto const rows = progress.all / 2;
  auto const at = checking ? progress.done : progress.done - rows;
  progress.told = (checking ? "正在核对：第 " : std::string{words_of(job.kind).job.doing} + "：第 ") +
                  web::with_commas(at) + " 行，共 " + web::with_commas(rows) + " 行";
  return progress;
}

std::vector<web::Figure> figures_of(Job const& job) {
  auto const& words = words_of(job.kind);
  std::vector<web::Figure> figures{{std::string{words.done}, web::with_commas(job.registered), "行"}};
  if (job.repeated > 0)
    figures.push_back({std::string{words.before}, web::with_commas(job.repeated), "行", "没有重复办理"});
  if (job.refused > 0) {
    figures.push_back({std::string{words.left},
                       web::with_commas(job.refused),
                       "行",
                       "改正后重新上传，已办的不会重复",
                       {},
                       true});
  }
  if (job.withheld > 0)
    figures.push_back({"暂未办理", web::with_commas(job.withheld), "行", "这些行没有错误"});
  return figures;
}

web::Empty ending_of(Job const& job) {
  auto const& words = words_of(job.kind);
  web::Link const again{std::string{words.address}, "重新上传"};
  if (job.state == JobState::done && job.withheld > 0)
    return {"warning", "整份文件没有办理", "有行不合格，按您的选择整份都没有办理。改正后重新上传即可。",
            again};
  if (job.state == JobState::done)
    return {"check", "全部办好了", std::string{words.next},
            web::Link{std::string{words.address}, "再上传一份"}};
  return {"warning", "文件没有办理", job.said, again};
}

}  // namespace

std::string address_of(imports::Kind kind) {
  return std::string{words_of(kind).address};
}

Result<imports::Job> import_of(Visitor const& visitor, imports::Tray const& tray, imports::Kind kind,
                               std::string const& id) {
  CE_TRY(auto job, imports::find({visitor.store, tray}, visitor.actor(), id));
  if (job.kind != kind) return Failure{FailureCode::record_unknown, "a file of another kind"};
  return job;
}

Result<web::ImportsView> imports_shown(Visitor const& visitor, imports::Tray const& tray, imports::Kind kind,
                                       std::string const& error) {
  CE_TRY(auto const jobs, imports::latest({visitor.store, tray}, visitor.actor(), kind));
  auto const& words = words_of(kind);
  web::ImportsView view{.action = address_of(kind),
                        .heading = std::string{words.heading},
                        .lead = std::string{words.lead},
                        .word = "上传并开始办理",
                        .note = "上传后可以离开本页，后台会继续办理。同一文件重复上传不会重复办理。",
                        .caption = std::string{words.caption},
                        .done = std::string{words.done},
                        .left = std::string{words.left},
                        .none = "还没有上传过" + std::string{words.file},
                        .fields = {},
                        .jobs = {}};
  view.fields = {{.id = "file",
                  .label = std::string{words.file},
                  .kind = web::FieldKind::file,
                  .required = true,
                  .hint = "XLSX 或 CSV；旧版 XLS 请另存为 XLSX",
                  .error = error,
                  .wide = true,
                  .accept = ".xlsx,.csv"},
                 {.id = "whole",
                  .label = std::string{words.whole},
                  .kind = web::FieldKind::tick,
                  .hint = "不勾选时，合格的行先办理，不合格的行列出原因",
                  .wide = true}};
  for (auto const& job : jobs) {
    view.jobs.push_back({address_of_job(kind, job.id), job.file_name, china_minute_text(job.created),
                         state_of(job), web::with_commas(job.registered + job.repeated),
                         web::with_commas(job.refused + job.withheld)});
  }
  return view;
}

Result<ImportShown> import_shown(Visitor const& visitor, imports::Tray const& tray, imports::Kind kind,
                                 std::string const& id, std::int64_t after) {
  CE_TRY(auto const job, import_of(visitor, tray, kind, id));
  auto const& words = words_of(kind);
  ImportShown shown{job.file_name, !job.ended_now(), job.state == JobState::done, {}};
  auto& view = shown.view;
  view.state = state_of(job);
  if (shown.running) {
    put_running(view, progress_of(job, tray), words.job, address_of_job(kind, id));
    view.stop = address_of_job(kind, id) + "/stop";
    view.stop_word = "停止办理";
    return shown;
  }
  if (job.state == JobState::done) view.figures = figures_of(job);
  CE_TRY(auto const rows, imports::rows({visitor.store, tray}, job, after, rows_per_page));
  for (auto const& row : rows)
    view.rows.push_back({std::to_string(row.row), fate_of(row.fate, words), row.said});
  view.row_head = "行号";
  view.rows_told = "需要看一看的行；完整的结果请下载";
  put_pages_of_rows(view, address_of_job(kind, id), words.job.unit, rows_per_page, after,
                    rows.empty() ? 0 : rows.back().place);
  if (job.state != JobState::done || view.rows.empty() || job.withheld > 0) view.empty = ending_of(job);
  return shown;
}

Result<JobProgress> import_progress(Visitor const& visitor, imports::Tray const& tray, imports::Kind kind,
                                    std::string const& id) {
  CE_TRY(auto const job, import_of(visitor, tray, kind, id));
  return progress_of(job, tray);
}

}  // namespace ce::console

#include "central/console/imports_view.h"

#include "central/registration/report_file.h"
#include "central/web/fields.h"

namespace ce::console {
namespace {

using imports::Job;
using imports::JobState;
using web::Tone;

constexpr std::int64_t rows_per_page = 200;

web::Badge state_of(Job const& job) {
  switch (job.state) {
    case JobState::waiting:
      return {Tone::none, "排队中"};
    case JobState::running:
      return {Tone::info, "登记中", "clock"};
    case JobState::done:
      return job.refused + job.withheld > 0 ? web::Badge{Tone::warn, "部分未登记", "warning"}
                                            : web::Badge{Tone::good, "已完成"};
    case JobState::refused:
      return {Tone::bad, "未登记"};
    case JobState::failed:
      break;
  }
  return {Tone::bad, "未完成"};
}

web::Badge fate_of(registration::RowFate fate) {
  std::string const word{registration::words_for(fate)};
  switch (fate) {
    case registration::RowFate::registered:
      return {Tone::good, word};
    case registration::RowFate::refused:
      return {Tone::bad, word};
    default:
      return {Tone::none, word};
  }
}

std::string address_of_job(std::string const& id) {
  return "/console/imports/" + id;
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
  progress.told = (checking ? "正在核对：第 " : "正在登记：第 ") + web::with_commas(at) + " 行，共 " +
                  web::with_commas(rows) + " 行";
  return progress;
}

std::vector<web::Figure> figures_of(Job const& job) {
  std::vector<web::Figure> figures{{"已登记", web::with_commas(job.registered), "行"}};
  if (job.repeated > 0)
    figures.push_back({"此前已登记", web::with_commas(job.repeated), "行", "没有重复登记"});
  if (job.refused > 0) {
    figures.push_back(
        {"未登记", web::with_commas(job.refused), "行", "改正后重新上传，已登记的不会重复", {}, true});
  }
  if (job.withheld > 0)
    figures.push_back({"暂未登记", web::with_commas(job.withheld), "行", "这些行没有错误"});
  return figures;
}

web::Empty ending_of(Job const& job) {
  if (job.state == JobState::done && job.withheld > 0) {
    return {"warning", "整份文件没有登记", "有行不合格，按您的选择整份都没有登记。改正后重新上传即可。",
            web::Link{"/console/imports", "重新上传"}};
  }
  if (job.state == JobState::done)
    return {"check", "全部办好了", "每一行都已登记，由用人单位接着初审。",
            web::Link{"/console/imports", "再上传一份"}};
  return {"warning", "文件没有登记", job.said, web::Link{"/console/imports", "重新上传"}};
}

}  // namespace

Result<web::ImportsView> imports_shown(Visitor const& visitor, imports::Tray const& tray,
                                       std::string const& error) {
  CE_TRY(auto const jobs, imports::latest({visitor.store, tray}, visitor.actor()));
  web::ImportsView view;
  view.fields = {{.id = "file",
                  .label = "登记表",
                  .kind = web::FieldKind::file,
                  .required = true,
                  .hint = "XLSX 或 CSV；旧版 XLS 请另存为 XLSX",
                  .error = error,
                  .wide = true,
                  .accept = ".xlsx,.csv"},
                 {.id = "whole",
                  .label = "有一行不合格，就整份都不登记",
                  .kind = web::FieldKind::tick,
                  .hint = "不勾选时，合格的行先登记，不合格的行列出原因",
                  .wide = true}};
  for (auto const& job : jobs) {
    view.jobs.push_back({address_of_job(job.id), job.file_name, china_minute_text(job.created), state_of(job),
                         web::with_commas(job.registered + job.repeated),
                         web::with_commas(job.refused + job.withheld)});
  }
  return view;
}

Result<ImportShown> import_shown(Visitor const& visitor, imports::Tray const& tray, std::string const& id,
                                 std::int64_t after) {
  imports::Desk const desk{visitor.store, tray};
  CE_TRY(auto const job, imports::find(desk, visitor.actor(), id));
  ImportShown shown{job.file_name, !job.ended_now(), job.state == JobState::done, {}};
  auto& view = shown.view;
  view.state = state_of(job);
  if (shown.running) {
    auto const progress = progress_of(job, tray);
    view.running = true;
    view.doing = "正在登记";
    view.bar = "登记进度";
    view.lead = "可以关闭本页，登记不会中断；回到“批量登记”随时查看。";
    view.done = progress.done;
    view.all = progress.all;
    view.told = progress.told;
    view.poll = address_of_job(id) + "/state";
    view.stop = address_of_job(id) + "/stop";
    view.stop_word = "停止登记";
    return shown;
  }
  if (job.state == JobState::done) view.figures = figures_of(job);
  CE_TRY(auto const rows, imports::rows(desk, job, after, rows_per_page));
  for (auto const& row : rows) view.rows.push_back({std::to_string(row.row), fate_of(row.fate), row.said});
  view.row_head = "行号";
  view.rows_told = "需要看一看的行；完整的结果请下载";
  if (static_cast<std::int64_t>(rows.size()) == rows_per_page || after > 0) {
    bool const more = static_cast<std::int64_t>(rows.size()) == rows_per_page;
    view.pager = web::Pager{
        "本页 " + std::to_string(rows.size()) + " 行", after > 0 ? address_of_job(id) : std::string{},
        more ? address_of_job(id) + "?after=" + std::to_string(rows.back().place) : std::string{}};
  }
  if (job.state != JobState::done || view.rows.empty() || job.withheld > 0) view.empty = ending_of(job);
  return shown;
}

Result<JobProgress> import_progress(Visitor const& visitor, imports::Tray const& tray,
                                    std::string const& id) {
  CE_TRY(auto const job, imports::find({visitor.store, tray}, visitor.actor(), id));
  return progress_of(job, tray);
}

}  // namespace ce::console

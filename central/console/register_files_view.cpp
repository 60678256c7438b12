#include "central/console/register_files_view.h"

#include "central/console/job_view.h"
#include "central/registers/cells.h"
#include "central/web/fields.h"

namespace ce::console {
namespace {

using web::Tone;

constexpr std::int64_t most_notices = 3;
constexpr std::int64_t ms_of_an_hour = 3'600'000;

constexpr JobWords file_words{.running = "生成中",
                              .partly = "已完成",
                              .refused = "没有生成",
                              .failed = "没有生成",
                              .doing = "正在生成名册文件",
                              .bar = "生成进度",
                              .lead = "可以关闭本页，生成不会中断；回到“发放名册”随时查看、下载。",
                              .unit = "行"};

std::string format_of(register_jobs::Job const& job) {
  return job.asked.format == register_jobs::Format::xlsx ? "XLSX" : "PDF";
}

std::string about(Visitor const& visitor, register_jobs::Job const& job) {
  return registers::words_for(job.asked.filter, visitor.store.rules().regions);
}

JobProgress progress_of_file(register_jobs::Job const& job) {
  JobProgress progress{jobs::has_ended(job.state), job.done, job.total, {}};
  progress.told = job.done == 0 ? "马上开始。"
                                : "已写入 " + web::with_commas(job.done) + " 行，共约 " +
                                      web::with_commas(job.total) + " 行";
  return progress;
}

web::Empty end_of_file(register_jobs::Job const& job, std::int64_t hours) {
  web::Link const back{"/console/registers", "返回发放名册"};
  if (job.state == jobs::State::done) {
    Instant const until{job.ended.value_or(job.created).ms + hours * ms_of_an_hour};
    return {"check", "名册文件已经生成",
            format_of(job) + "，" + web::with_commas(job.done) + " 行；保留到 " + china_minute_text(until) +
                "，过后自动删除。",
            web::Link{address_of_register(job.id) + "/file", "下载"}};
  }
  if (job.state == jobs::State::refused) return {"warning", "名册文件没有生成", job.said, back};
  return {"warning", "名册文件没有生成", "系统故障，请回到发放名册重新下载。", back};
}

}  // namespace

register_jobs::Asked register_asked(Visitor const& visitor, RegistersAsked const& asked,
                                    register_jobs::Format format) {
  auto filter = filter_of(visitor, asked);
  auto const names = registers::names_for(visitor.store.rules().regions, visitor.actor(), filter.scope);
  return {.account = visitor.actor().account, .format = format, .filter = std::move(filter), .names = names};
}

std::string address_of_register(std::string const& job) {
  return "/console/registers/files/" + job;
}

Result<std::vector<web::Notice>> register_notices(Visitor const& visitor, register_jobs::Desk const& desk) {
  CE_TRY(auto const list, register_jobs::latest(desk, visitor.actor().account, most_notices));
  std::vector<web::Notice> notices;
  for (auto const& job : list) {
    auto const what = format_of(job) + "（" + about(visitor, job) + "）";
    if (!jobs::has_ended(job.state)) {
      notices.push_back(
          {Tone::info, "名册文件正在生成：" + what, web::Link{address_of_register(job.id), "查看进度"}});
    } else if (job.state == jobs::State::done) {
      notices.push_back(
          {Tone::good, "名册文件可以下载：" + what, web::Link{address_of_register(job.id), "查看"}});
    }
  }
  return notices;
}

Result<RegisterFileShown> register_file_shown(Visitor const& visitor, register_jobs::Desk const& desk,
                                              std::string const& id, std::int64_t hours) {
  CE_TRY(auto const job, register_jobs::find(desk, visitor.actor().account, id));
  RegisterFileShown shown{
      "名册文件（" + format_of(job) + "）", !jobs::has_ended(job.state), job.state == jobs::State::done, {}};
  auto& view = shown.view;
  view.state = badge_of_job(job.state, false, file_words);
  if (shown.running) {
    put_running(view, progress_of_file(job), file_words, address_of_register(id));
    view.lead = about(visitor, job) + "。" + view.lead;
  } else {
    view.empty = end_of_file(job, hours);
  }
  return shown;
}

Result<JobProgress> register_progress(Visitor const& visitor, register_jobs::Desk const& desk,
                                      std::string const& id) {
  CE_TRY(auto const job, register_jobs::find(desk, visitor.actor().account, id));
  return progress_of_file(job);
}

}  // namespace ce::console

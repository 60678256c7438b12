#include "central/console/batches_view.h"

#include "central/console/job_view.h"
#include "central/store/person_facts.h"
#include "central/web/fields.h"

namespace ce::console {
namespace {

using web::Tone;

constexpr std::int64_t people_shown = 200;

std::string address_of_batch(std::string const& id) {
  return "/console/issuing/batches/" + id;
}

constexpr JobWords batch_words{.running = "核发中",
                               .partly = "部分未核发",
                               .refused = "没有核发",
                               .failed = "没有办完",
                               .doing = "正在核发证书",
                               .bar = "核发进度",
                               .lead = "可以关闭本页，核发不会中断；回到“发证”随时查看。",
                               .unit = "人"};

web::Badge state_of_batch(batches::Job const& job) {
  return badge_of_job(job.state, job.refused > 0, batch_words);
}

JobProgress progress_of_batch(batches::Job const& job) {
  JobProgress progress{job.ended_now(), job.done, job.total, {}};
  progress.told = job.total == 0 ? "马上开始。"
                                 : "已办理 " + web::with_commas(job.done) + " 人，共约 " +
                                       web::with_commas(job.total) + " 人";
  return progress;
}

void put_end(batches::Job const& job, web::JobView& view) {
  switch (job.state) {
    case batches::JobState::done:
      view.figures = {{"已核发", web::with_commas(job.issued), "张"}};
      if (job.refused > 0)
        view.figures.push_back(
            {"没有核发", web::with_commas(job.refused), "人", "原因见下", {}, job.refused > 0});
      else
        view.empty = web::Empty{"check", job.issued > 0 ? "全部办好了" : "没有待发证的人员",
                                "证书已列入发放名册，持证人可以到自助终端打印。",
                                web::Link{"/console/registers", "查看发放名册"}};
      return;
    case batches::JobState::failed:
      view.resume = address_of_batch(job.id) + "/resume";
      view.resume_lead = "系统故障，这一批没有办完。已经发出的证书有效，编号没有中断；接着办理不会重复核发。";
      return;
    default:
      view.empty = web::Empty{"warning", "没有核发证书", job.said, web::Link{"/console/issuing", "返回发证"}};
  }
}

Result<void> put_refused(Visitor const& visitor, batches::Job const& job, std::int64_t after,
                         web::JobView& view) {
  CE_TRY(auto const refused, batches::refusals(visitor.store, job, after, people_shown));
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    for (auto const& one : refused) {
      auto const person = store::person_facts(database, one.professional);
      view.rows.push_back({person ? person->name.reveal() : "人员 " + std::to_string(one.professional),
                           {Tone::bad, "未核发"},
                           one.why});
    }
    return {};
  }));
  put_pages_of_rows(view, address_of_batch(job.id), batch_words.unit, people_shown, after,
                    refused.empty() ? 0 : refused.back().professional);
  return {};
}

}  // namespace

Result<std::vector<web::IssuingView::Batch>> batches_shown(Visitor const& visitor) {
  CE_TRY(auto const jobs, batches::latest(visitor.store, visitor.actor()));
  std::vector<web::IssuingView::Batch> list;
  list.reserve(jobs.size());
  for (auto const& job : jobs) {
    list.push_back({address_of_batch(job.id), std::to_string(job.year) + " 年度", job.day.iso(),
                    china_minute_text(job.created), state_of_batch(job),
                    job.state == batches::JobState::done ? web::with_commas(job.issued) : std::string{"—"}});
  }
  return list;
}

Result<BatchShown> batch_shown(Visitor const& visitor, std::string const& id, std::int64_t after) {
  CE_TRY(auto const job, batches::find(visitor.store, visitor.actor(), id));
  BatchShown shown{std::to_string(job.year) + " 年度整批核发", !job.ended_now(), {}};
  auto& view = shown.view;
  view.state = state_of_batch(job);
  if (shown.running) {
    put_running(view, progress_of_batch(job), batch_words, address_of_batch(id));
    return shown;
  }
  put_end(job, view);
  view.row_head = "姓名";
  view.numbered = false;
  view.rows_told = "没有核发的人员";
  CE_CHECK(put_refused(visitor, job, after, view));
  return shown;
}

Result<JobProgress> batch_progress(Visitor const& visitor, std::string const& id) {
  CE_TRY(auto const job, batches::find(visitor.store, visitor.actor(), id));
  return progress_of_batch(job);
}

}  // namespace ce::console

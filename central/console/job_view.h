#pragma once

#include "central/console/job_progress.h"
#include "central/jobs/queue.h"
#include "central/web/job_page.h"

/// What pages of jobs have in common, whatever the job does.
namespace ce::console {

/// The words of a kind of job.
struct JobWords {
  std::string_view running;  // "登记中"
  std::string_view partly;   // done, but not for all: "部分未登记"
  std::string_view refused;  // "未登记"
  std::string_view failed;   // "未完成"
  std::string_view doing;    // heading while it runs: "正在登记"
  std::string_view bar;      // what the bar measures: "登记进度"
  std::string_view lead;     // that the page may be left
  std::string_view unit;     // what a page of rows counts: "行"
};

/// `partly`: it is done, and something is left.
[[nodiscard]] web::Badge badge_of_job(jobs::State state, bool partly, JobWords const& words);

/// How far a running job is; its script asks `address`/state.
void put_running(web::JobView& view, JobProgress const& progress, JobWords const& words,
                 std::string const& address);

/// Below `shown` rows of a page that holds `most`: the next page begins after `last`.
void put_pages_of_rows(web::JobView& view, std::string const& address, std::string_view unit,
                       std::size_t most, std::int64_t after, std::int64_t last);

}  // namespace ce::console

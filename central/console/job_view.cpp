#include "central/console/job_view.h"

namespace ce::console {

using web::Tone;

web::Badge badge_of_job(jobs::State state, bool partly, JobWords const& words) {
  switch (state) {
    case jobs::State::waiting:
      return {Tone::none, "排队中"};
    case jobs::State::running:
      return {Tone::info, std::string{words.running}, "clock"};
    case jobs::State::done:
      return partly ? web::Badge{Tone::warn, std::string{words.partly}, "warning"}
                    : web::Badge{Tone::good, "已完成"};
    case jobs::State::refused:
      return {Tone::bad, std::string{words.refused}};
    case jobs::State::failed:
      break;
  }
  return {Tone::bad, std::string{words.failed}};
}

void put_running(web::JobView& view, JobProgress const& progress, JobWords const& words,
                 std::string const& address) {
  view.running = true;
  view.doing = words.doing;
  view.bar = words.bar;
  view.lead = words.lead;
  view.done = progress.done;
  view.all = progress.all;
  view.told = progress.told;
  view.poll = address + "/state";
}

void put_pages_of_rows(web::JobView& view, std::string const& address, std::string_view unit,
                       std::size_t most, std::int64_t after, std::int64_t last) {
  bool const more = view.rows.size() == most;
  if (!more && after == 0) return;
  view.pager = web::Pager{"本页 " + std::to_string(view.rows.size()) + " " + std::string{unit},
                          after > 0 ? address : std::string{},
                          more ? address + "?after=" + std::to_string(last) : std::string{}};
}

}  // namespace ce::console

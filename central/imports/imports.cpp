#include "central/imports/imports.h"

#include "central/audit/audit.h"
#include "central/jobs/old_files.h"
#include "central/registration/actor.h"
#include "central/registration/grid.h"
#include "central/store/words.h"
#include "shared/base/entry_id.h"
#include "shared/base/text.h"

namespace ce::imports {
namespace {

constexpr std::size_t longest_name = 120;  // characters
constexpr std::int64_t ms_of_day = 86'400'000;
constexpr std::int64_t dropped_at_once = 50;

// The end of a long name is kept: that is where people number their files.
std::string shown_name(std::string const& typed) {
  auto const points = decode_utf8(typed);
  if (!points) return "登记表";
  if (points->size() <= longest_name) return typed;
  return "…" + encode_utf8(std::u32string_view{*points}.substr(points->size() - longest_name));
}

}  // namespace

Result<std::string> take_in(Desk const& desk, registration::Actor const& actor, Brought const& brought,
                            Instant now) {
  if (brought.bytes.empty()) return registration::refused_file("请选择要上传的登记表");
  if (brought.bytes.size() > registration::most_file_bytes) return registration::file_too_large();
  Job job;
  job.id = EntryId::make().text();
  job.actor = actor;
  job.file_name = shown_name(brought.file_name);
  job.all_or_nothing = brought.all_or_nothing;
  job.kind = brought.kind;
  job.created = now;
  CE_CHECK(desk.tray.put_upload(job.id, brought.bytes));
  auto const noted = desk.store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const waiting, waiting_of(database, actor.account));
    if (waiting >= desk.most_waiting) {
      return registration::refused_file("您已有 " + std::to_string(waiting) +
                                        " 份文件正在办理，请等其中一份办完后再上传");
    }
    CE_CHECK(insert_job(database, job));
    // Whatever becomes of its rows: each one's answer says whether the store knows that person.
    return audit::append(database, registration::author_of(actor), audit::Action::import_brought,
                         {"import", job.id},
                         audit::detail({{"kind", store::to_word(kind_words, job.kind)},
                                        {"bytes", brought.bytes.size()},
                                        {"whole", job.all_or_nothing}}),
                         now);
  });
  if (noted) return job.id;
  desk.tray.clear(job.id);
  return noted.failure();
}

Result<Job> find(Desk const& desk, registration::Actor const& actor, std::string_view id) {
  Job job;
  CE_CHECK(desk.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, read_job(database, id));
    return {};
  }));
  if (job.actor.account != actor.account) return Failure{FailureCode::record_unknown, "import of another"};
  return job;
}

Result<std::vector<Job>> latest(Desk const& desk, registration::Actor const& actor, Kind kind,
                                std::int64_t most) {
  std::vector<Job> jobs;
  CE_CHECK(desk.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(jobs, jobs_of(database, actor.account, kind, most));
    return {};
  }));
  return jobs;
}

Result<std::vector<JobRow>> rows(Desk const& desk, Job const& job, std::int64_t after, std::int64_t most) {
  std::vector<JobRow> list;
  CE_CHECK(desk.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(list, rows_of_job(database, job.id, after, most));
    return {};
  }));
  return list;
}

Result<std::size_t> drop_old(Desk const& desk, std::int64_t days, Instant now) {
  std::vector<std::string> ids;
  CE_CHECK(desk.store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(ids, remove_ended(database, Instant{now.ms - days * ms_of_day}, dropped_at_once));
    return {};
  }));
  for (auto const& id : ids) desk.tray.drop(id);
  jobs::remove_old_files(desk.tray.directory(), std::chrono::hours{(days + 1) * 24});
  return ids.size();
}

Result<void> stop(Desk const& desk, registration::Actor const& actor, std::string_view id, Instant now) {
  CE_TRY(auto const job, find(desk, actor, id));
  if (job.ended_now() || desk.tray.to_stop(job.id)) return {};
  // Its entry first: what cannot be noted is not done.
  CE_CHECK(desk.store.write([&](storage::Database& database) {
    return audit::append(database, registration::author_of(actor), audit::Action::import_stopped,
                         {"import", job.id}, audit::detail({}), now);
  }));
  return desk.tray.ask_to_stop(job.id);
}

}  // namespace ce::imports

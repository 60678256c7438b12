#include "central/batches/batches.h"

#include "central/audit/audit.h"
#include "central/issuing/permission.h"
#include "central/registration/actor.h"

namespace ce::batches {
namespace {

Result<Job> job_of_region(storage::Database& database, std::string_view region, std::string_view id) {
  CE_TRY(auto job, read_job(database, id));
  if (job.actor.region != region)
    return Failure{FailureCode::record_unknown, "issuing job of another region"};
  return job;
}

}  // namespace

Result<void> take_in(store::Store& store, issuing::Actor const& actor, issuing::BatchOrder const& order,
                     Instant now) {
  if (!order.people.empty()) return Failure{FailureCode::input_invalid, "整批核发不列出人员"};
  CE_CHECK(issuing::may_issue(store.rules(), actor, actor.region, now));
  CE_CHECK(issuing::check_day(store.rules(), order.year, order.day, now));
  Job const job{.id = order.id.text(), .actor = actor, .year = order.year, .day = order.day, .created = now};
  return store.write([&](storage::Database& database) { return insert_job(database, job); });
}

Result<Job> find(store::Store const& store, issuing::Actor const& actor, std::string_view id) {
  Job job;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, job_of_region(database, actor.region, id));
    return {};
  }));
  return job;
}

Result<std::vector<Job>> latest(store::Store const& store, issuing::Actor const& actor, std::int64_t most) {
  std::vector<Job> jobs;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(jobs, jobs_of(database, actor.region, most));
    return {};
  }));
  return jobs;
}

Result<std::vector<issuing::Refusal>> refusals(store::Store const& store, Job const& job,
                                               std::int64_t professional, std::int64_t most) {
  std::vector<issuing::Refusal> list;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(list, refusals_of(database, job.id, professional, most));
    return {};
  }));
  return list;
}

Result<void> resume(store::Store& store, issuing::Actor const& actor, std::string_view id, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto job, job_of_region(database, actor.region, id));
    if (job.state != JobState::failed) return {};
    job.state = JobState::waiting;
    job.ended.reset();
    CE_CHECK(update_job(database, job));
    return audit::append(database, registration::author_of(actor), audit::Action::batch_resumed,
                         {"batch", job.id}, audit::detail({{"issued", job.issued}}), now);
  });
}

}  // namespace ce::batches

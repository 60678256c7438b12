#include "kiosk/drivers/printer/job_attributes.h"

#include <string_view>

#include "kiosk/drivers/printer/ipp_attributes.h"

namespace ce::drivers {
namespace {

using ports::JobReport;
using ports::JobState;

struct Job {
  std::string name;
  std::optional<int> id;
  int state = IPP_JSTATE_PENDING;
  std::string message;
};

void take(Job& job, ipp_attribute_t* attribute) {
  std::string_view const name = ::ippGetName(attribute);
  auto const text = [&] {
    char const* const value = ::ippGetString(attribute, 0, nullptr);
    return std::string{value != nullptr ? value : ""};
  };
  if (name == "job-id") job.id = ::ippGetInteger(attribute, 0);
  if (name == "job-state") job.state = ::ippGetInteger(attribute, 0);
  if (name == "job-name") job.name = text();
  if (name == "job-state-message") job.message = text();
}

JobReport report_of(Job const& job) {
  return {{job.id.value_or(0)}, job_state(job.state), {}, job.message};
}

}  // namespace

JobState job_state(int value) {
  switch (value) {
    case IPP_JSTATE_PENDING:
      return JobState::waiting;
    case IPP_JSTATE_PROCESSING:
      return JobState::printing;
    case IPP_JSTATE_COMPLETED:
      return JobState::completed;
    case IPP_JSTATE_CANCELED:
      return JobState::canceled;
    case IPP_JSTATE_ABORTED:
      return JobState::aborted;
    default:
      return JobState::held_or_stopped;
  }
}

bool is_open(JobState state) {
  return state == JobState::waiting || state == JobState::printing || state == JobState::held_or_stopped;
}

std::optional<JobReport> job_in(ipp_t* answer) {
  auto const id = number_of(answer, "job-id");
  auto const state = number_of(answer, "job-state");
  if (!id || !state) return std::nullopt;
  return JobReport{{*id}, job_state(*state), {}, text_of(answer, "job-state-message")};
}

// Jobs stand one behind the other, each a run of attributes of the job group, with a separator between.
std::optional<JobReport> job_named(ipp_t* answer, std::string const& job_name) {
  std::optional<JobReport> newest;
  Job job;
  auto const close = [&] {
    if (job.id && job.name == job_name && (!newest || newest->id.value < *job.id)) newest = report_of(job);
    job = {};
  };
  for (ipp_attribute_t* attribute = ::ippFirstAttribute(answer); attribute != nullptr;
       attribute = ::ippNextAttribute(answer)) {
    if (::ippGetGroupTag(attribute) == IPP_TAG_JOB && ::ippGetName(attribute) != nullptr) {
      take(job, attribute);
    } else {
      close();
    }
  }
  close();
  return newest;
}

}  // namespace ce::drivers

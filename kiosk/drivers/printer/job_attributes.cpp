#include "kiosk/drivers/printer/job_attributes.h"

#include <algorithm>
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
  std::optional<int> impressions;
  std::optional<int> sheets;
};

void take(Job& job, ipp_attribute_t* attribute) {
  std::string_view const name = ::ippGetName(attribute);
  auto const text = [&] {
    char const* const value = ::ippGetString(attribute, 0, nullptr);
    return std::string{value != nullptr ? value : ""};
  };
  // A printer that does not count answers no-value or unknown (RFC 8011 5.1.1), which is no number.
  bool const is_number = ::ippGetValueTag(attribute) == IPP_TAG_INTEGER;
  if (name == "job-id") job.id = ::ippGetInteger(attribute, 0);
  if (name == "job-state") job.state = ::ippGetInteger(attribute, 0);
  if (name == "job-impressions-completed" && is_number) job.impressions = ::ippGetInteger(attribute, 0);
  if (name == "job-media-sheets-completed" && is_number) job.sheets = ::ippGetInteger(attribute, 0);
  if (name == "job-name") job.name = text();
  if (name == "job-state-message") job.message = text();
}

JobReport report_of(Job const& job) {
  JobReport report{{job.id.value_or(0)}, job_state(job.state), {}, job.message, job.name, job.impressions};
  // One side is printed, so an impression is a sheet; whichever count is ahead has seen it.
  if (job.sheets) report.sheets = std::max(*job.sheets, report.sheets.value_or(0));
  return report;
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
  Job job;
  bool has_state = false;
  for (ipp_attribute_t* attribute = ::ippFirstAttribute(answer); attribute != nullptr;
       attribute = ::ippNextAttribute(answer)) {
    if (::ippGetGroupTag(attribute) != IPP_TAG_JOB || ::ippGetName(attribute) == nullptr) continue;
    take(job, attribute);
    has_state = has_state || std::string_view{::ippGetName(attribute)} == "job-state";
  }
  if (!job.id || !has_state) return std::nullopt;
  return report_of(job);
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

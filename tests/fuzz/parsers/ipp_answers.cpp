#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "kiosk/drivers/printer/ipp_request.h"
#include "kiosk/drivers/printer/job_attributes.h"
#include "kiosk/drivers/printer/printer_attributes.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

using drivers::IppMessage;

/// What libcups reads a message from, and writes one to.
struct Line {
  std::string_view unread;
  std::string written;
};

ssize_t take(void* context, ipp_uchar_t* buffer, std::size_t most) {
  auto& line = *static_cast<Line*>(context);
  auto const size = std::min(most, line.unread.size());
  std::memcpy(buffer, line.unread.data(), size);
  line.unread.remove_prefix(size);
  return static_cast<ssize_t>(size);
}

ssize_t give(void* context, ipp_uchar_t* bytes, std::size_t size) {
  static_cast<Line*>(context)->written.append(reinterpret_cast<char const*>(bytes), size);
  return static_cast<ssize_t>(size);
}

std::string written(IppMessage const& message) {
  Line line;
  ::ippWriteIO(&line, give, 1, nullptr, message.get());
  return line.written;
}

std::string printer_answer() {
  IppMessage const answer{::ippNewResponse(IppMessage{::ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES)}.get())};
  auto* const ipp = answer.get();
  constexpr std::array reasons{"media-empty-error", "toner-low-warning"};
  constexpr std::array types{"toner", "waste-toner"};
  constexpr std::array levels{40, -3};
  ::ippAddInteger(ipp, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", IPP_PSTATE_STOPPED);
  ::ippAddStrings(ipp, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons", 2, nullptr, reasons.data());
  ::ippAddBoolean(ipp, IPP_TAG_PRINTER, "printer-is-accepting-jobs", 1);
  ::ippAddString(ipp, IPP_TAG_PRINTER, IPP_TAG_TEXT, "printer-make-and-model", "zh", "某打印机");
  ::ippAddString(ipp, IPP_TAG_PRINTER, IPP_TAG_URI, "printer-uuid", nullptr, "urn:uuid:0b9c7f5e");
  ::ippAddIntegers(ipp, IPP_TAG_PRINTER, IPP_TAG_INTEGER, "marker-levels", 2, levels.data());
  ::ippAddStrings(ipp, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "marker-types", 2, nullptr, types.data());
  return written(answer);
}

std::string jobs_answer() {
  IppMessage const answer{::ippNewResponse(IppMessage{::ippNewRequest(IPP_OP_GET_JOBS)}.get())};
  auto* const ipp = answer.get();
  for (int id = 1; id <= 3; ++id) {
    if (id > 1) ::ippAddSeparator(ipp);
    ::ippAddInteger(ipp, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", id);
    ::ippAddInteger(ipp, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", 2 + 3 * id);
    ::ippAddString(ipp, IPP_TAG_JOB, IPP_TAG_NAME, "job-name", nullptr, "ce-0b9c7f5e");
    ::ippAddString(ipp, IPP_TAG_JOB, IPP_TAG_TEXT, "job-state-message", nullptr, "ok");
    ::ippAddInteger(ipp, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-impressions-completed", id);
    ::ippAddOutOfBand(ipp, IPP_TAG_JOB, IPP_TAG_NOVALUE, "job-media-sheets-completed");
  }
  return written(answer);
}

}  // namespace

void read_ipp_answer(std::string_view bytes) {
  Line line{bytes, {}};
  IppMessage const answer{::ippNew()};
  if (::ippReadIO(&line, take, 1, nullptr, answer.get()) == IPP_STATE_ERROR) return;
  (void)::ippErrorString(::ippGetStatusCode(answer.get()));
  auto const job = drivers::job_in(answer.get());
  if (job) (void)drivers::is_open(job->state);
  auto const named = drivers::job_named(answer.get(), "ce-0b9c7f5e");
  if (named) hold(named->name == "ce-0b9c7f5e", "a job is found by its name alone");
  std::vector<std::string> const ignored{"toner-low"};
  auto const status = drivers::printer_status(answer.get(), ignored);
  hold(status.ready == status.problems.empty(), "a printer is ready where nothing stands against it");
  if (status.toner_percent) hold(*status.toner_percent >= 0 && *status.toner_percent <= 100, "per cent");
}

std::vector<std::string> ipp_answers() {
  return {printer_answer(), jobs_answer(),
          written(drivers::print_job_request("ipp://127.0.0.1/ipp/print", "ce-0b9c7f5e"))};
}

}  // namespace ce::fuzz

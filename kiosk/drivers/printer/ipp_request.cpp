#include "kiosk/drivers/printer/ipp_request.h"

namespace ce::drivers {
namespace {

IppMessage request_to(ipp_op_t operation, std::string const& uri) {
  IppMessage request{::ippNewRequest(operation)};
  ::ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.c_str());
  return request;
}

// Some printers refuse operation attributes out of RFC 8011's order: job-id comes before the user's name.
void add_user(IppMessage const& request) {
  ::ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                 requesting_user);
}

void add_wanted(IppMessage const& request, std::span<char const* const> attributes) {
  if (attributes.empty()) return;
  ::ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(attributes.size()), nullptr, attributes.data());
}

}  // namespace

IppMessage print_job_request(std::string const& uri, std::string const& job_name) {
  IppMessage request = request_to(IPP_OP_PRINT_JOB, uri);
  add_user(request);
  ipp_t* const to = request.get();
  ::ippAddString(to, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, job_name.c_str());
  ::ippAddString(to, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
  ::ippAddInteger(to, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
  ::ippAddString(to, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, "iso_a4_210x297mm");
  ::ippAddString(to, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, "one-sided");
  ::ippAddInteger(to, IPP_TAG_JOB, IPP_TAG_ENUM, "print-quality", IPP_QUALITY_HIGH);
  return request;
}

IppMessage job_request(ipp_op_t operation, std::string const& uri, int job_id,
                       std::span<char const* const> attributes) {
  IppMessage request = request_to(operation, uri);
  ::ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job_id);
  add_user(request);
  add_wanted(request, attributes);
  return request;
}

IppMessage printer_request(std::string const& uri, std::span<char const* const> attributes) {
  IppMessage request = request_to(IPP_OP_GET_PRINTER_ATTRIBUTES, uri);
  add_user(request);
  add_wanted(request, attributes);
  return request;
}

IppMessage jobs_request(std::string const& uri, char const* which, std::span<char const* const> attributes) {
  IppMessage request = request_to(IPP_OP_GET_JOBS, uri);
  add_user(request);
  ::ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, which);
  ::ippAddBoolean(request.get(), IPP_TAG_OPERATION, "my-jobs", 0);
  add_wanted(request, attributes);
  return request;
}

}  // namespace ce::drivers

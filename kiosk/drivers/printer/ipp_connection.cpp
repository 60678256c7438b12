#include "kiosk/drivers/printer/ipp_connection.h"

#include <array>
#include <cerrno>
#include <system_error>

namespace ce::drivers {
namespace {

struct Address {
  std::string scheme;
  std::string host;
  int port = 0;
  std::string resource;
};

Result<Address> parse(std::string const& uri) {
  std::array<char, 32> scheme{};
  std::array<char, 256> user{};
  std::array<char, 256> host{};
  std::array<char, 1024> resource{};
  int port = 0;
  auto const parsed =
      ::httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), scheme.size(), user.data(),
                        user.size(), host.data(), host.size(), &port, resource.data(), resource.size());
  Address address{scheme.data(), host.data(), port, resource.data()};
  bool const known = address.scheme == "ipp" || address.scheme == "ipps" || address.scheme == "http" ||
                     address.scheme == "https";
  if (parsed < HTTP_URI_STATUS_OK || !known || address.host.empty() || user[0] != '\0') {
    return Failure{FailureCode::config_value_invalid,
                   "printer address \"" + uri + "\": must look like ipp://192.168.1.50/ipp/print"};
  }
  return address;
}

bool is_encrypted(Address const& address) {
  return address.scheme == "ipps" || address.scheme == "https";
}

// libcups would ask for a password at the terminal.
char const* no_password(char const* /*prompt*/, http_t* /*http*/, char const* /*method*/,
                        char const* /*resource*/, void* /*context*/) {
  return nullptr;
}

// What libcups says of its last error is nothing on a thread without one, and else may be an older one.
std::string cups_words() {
  char const* const words = ::cupsLastErrorString();
  return words != nullptr ? words : "no connection";
}

std::string words_for(http_t* http) {
  if (::httpGetStatus(http) >= HTTP_STATUS_BAD_REQUEST) return ::httpStatus(::httpGetStatus(http));
  if (int const error = ::httpError(http); error != 0 && error != EAGAIN) {
    return std::generic_category().message(error);
  }
  return "no answer in time";
}

FailureCode code_of(ipp_status_t status) {
  switch (status) {
    case IPP_STATUS_ERROR_BUSY:
    case IPP_STATUS_ERROR_TEMPORARY:
      return FailureCode::printer_busy;
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
    case IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED:
    case IPP_STATUS_ERROR_DEVICE:
      return FailureCode::printer_stopped;
    case IPP_STATUS_ERROR_NOT_FOUND:
    case IPP_STATUS_ERROR_GONE:
      return FailureCode::printer_outcome_unknown;
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
      return FailureCode::printer_unreachable;
    default:
      return FailureCode::printer_job_aborted;
  }
}

}  // namespace

Result<IppConnection> IppConnection::open(IppPrinterOptions const& options) {
  CE_TRY(Address const address, parse(options.uri));
  ::cupsSetPasswordCB2(no_password, nullptr);
  http_t* const http =
      ::httpConnect2(address.host.c_str(), address.port, nullptr, AF_UNSPEC,
                     is_encrypted(address) ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED, 1,
                     static_cast<int>(options.connect_limit.count()), nullptr);
  if (http == nullptr) {
    return Failure{FailureCode::printer_unreachable,
                   options.uri + ": " + cups_words() + "; check power, cable and address"};
  }
  ::httpSetTimeout(
      http, std::chrono::duration<double>(options.answer_limit).count(), [](http_t*, void*) { return 0; },
      nullptr);
  std::string const uri = (is_encrypted(address) ? "ipps://" : "ipp://") + address.host + ":" +
                          std::to_string(address.port) + address.resource;
  return IppConnection{http, uri, address.resource};
}

Result<IppMessage> IppConnection::ask(IppMessage request, std::string_view document) {
  answered_ = false;
  std::size_t const whole = ::ippLength(request.get()) + document.size();
  auto const sent = ::cupsSendRequest(http_.get(), request.get(), resource_.c_str(), whole);
  if (sent != HTTP_STATUS_CONTINUE) return broken("request");
  if (!document.empty() &&
      ::cupsWriteRequestData(http_.get(), document.data(), document.size()) != HTTP_STATUS_CONTINUE) {
    return broken("document");
  }
  IppMessage answer{::cupsGetResponse(http_.get(), resource_.c_str())};
  if (!answer) return broken("answer");
  answered_ = true;
  ipp_status_t const status = ::ippGetStatusCode(answer.get());
  if (status < IPP_STATUS_REDIRECTION_OTHER_SITE) return answer;
  return Failure{code_of(status), uri_ + ": " + ::ippErrorString(status)};
}

Failure IppConnection::broken(std::string_view when) const {
  http_status_t const status = ::httpGetStatus(http_.get());
  if (status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN) {
    return {FailureCode::printer_stopped, uri_ + ": asks for a password; switch that off for IPP"};
  }
  return {FailureCode::printer_unreachable, uri_ + ": " + std::string{when} + ": " + words_for(http_.get())};
}

}  // namespace ce::drivers

#include "kiosk/drivers/central/enrol.h"

#include "kiosk/drivers/central/address.h"
#include "kiosk/drivers/central/refusal.h"
#include "kiosk/drivers/central/session.h"

namespace ce::drivers {
namespace {

constexpr std::chrono::seconds enrolment_limit{15};

}  // namespace

Result<protocol::CertificateReply> ask_enrolment(std::string const& base_url,
                                                 std::filesystem::path const& ca_file,
                                                 protocol::EnrolmentRequest const& request) {
  CE_TRY(auto const url, check_base_url(base_url));
  CentralAddress address;
  address.kiosk_id = request.kiosk;
  address.ca_file = ca_file;
  address.total_limit = enrolment_limit;
  HttpCentral::Session session{url, address, std::nullopt};
  auto answer = session.call("/api/v1/kiosk/enrolment", SecretText{protocol::write(request)});
  if (answer && answer->status == 401) {
    return Failure{FailureCode::central_refused,
                   "登记码不正确、已用过或已过期：请核对本机编号和登记码，或在管理系统重新生成登记码"};
  }
  CE_TRY(auto const body, body_of(std::move(answer)));
  return protocol::read_certificate_reply(body.reveal());
}

Result<protocol::CertificateReply> HttpCentral::renew(protocol::RenewalRequest const& request) {
  CE_TRY(auto const body,
         body_of(session_->call("/api/v1/kiosk/certificate", SecretText{protocol::write(request)})));
  return protocol::read_certificate_reply(body.reveal());
}

}  // namespace ce::drivers

#include "shared/protocol/enrolment.h"

#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {

std::string proven_text(EnrolmentRequest const& request) {
  return request.kiosk + "\n" + request.request;
}

std::string proven_text(CertificateReply const& reply) {
  return reply.certificate + "\n" + reply.authority;
}

std::string write(EnrolmentRequest const& request) {
  auto json = versioned();
  json["kiosk"] = request.kiosk;
  json["request"] = request.request;
  json["proof"] = request.proof;
  return text_of(json);
}

std::string write(RenewalRequest const& request) {
  auto json = versioned();
  json["request"] = request.request;
  return text_of(json);
}

std::string write(CertificateReply const& reply) {
  auto json = versioned();
  json["certificate"] = reply.certificate;
  json["authority"] = reply.authority;
  if (!reply.proof.empty()) json["proof"] = reply.proof;
  return text_of(json);
}

Result<EnrolmentRequest> read_enrolment_request(std::string_view json) {
  return read_body<EnrolmentRequest>(json, [](Cursor const& root) {
    return EnrolmentRequest{root.at("kiosk").text(longest_number), root.at("request").text(longest_text),
                            root.at("proof").text(hash_digits)};
  });
}

Result<RenewalRequest> read_renewal_request(std::string_view json) {
  return read_body<RenewalRequest>(
      json, [](Cursor const& root) { return RenewalRequest{root.at("request").text(longest_text)}; });
}

Result<CertificateReply> read_certificate_reply(std::string_view json) {
  return read_body<CertificateReply>(json, [](Cursor const& root) {
    CertificateReply reply{root.at("certificate").text(longest_text),
                           root.at("authority").text(longest_text)};
    if (root.has("proof")) reply.proof = root.at("proof").text(hash_digits);
    return reply;
  });
}

}  // namespace ce::protocol

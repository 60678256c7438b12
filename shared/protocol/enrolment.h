#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

/// How a kiosk comes by its certificates. JSON as json.h.
namespace ce::protocol {

/// By a one-time code (shared/enrolment): `proof` is over the request, and so is `kiosk`.
struct EnrolmentRequest {
  std::string kiosk;
  std::string request;  // PKCS #10, PEM
  std::string proof;
};

/// Before its certificate ends, over the line that the present one opens.
struct RenewalRequest {
  std::string request;
};

/// To an enrolment with central's proof over both; to a renewal without one.
struct CertificateReply {
  std::string certificate;  // PEM
  std::string authority;    // PEM of what signed it and central's own
  std::string proof = {};
};

/// What the proofs are over.
[[nodiscard]] std::string proven_text(EnrolmentRequest const& request);
[[nodiscard]] std::string proven_text(CertificateReply const& reply);

[[nodiscard]] std::string write(EnrolmentRequest const& request);
[[nodiscard]] std::string write(RenewalRequest const& request);
[[nodiscard]] std::string write(CertificateReply const& reply);
[[nodiscard]] Result<EnrolmentRequest> read_enrolment_request(std::string_view json);
[[nodiscard]] Result<RenewalRequest> read_renewal_request(std::string_view json);
[[nodiscard]] Result<CertificateReply> read_certificate_reply(std::string_view json);

}  // namespace ce::protocol

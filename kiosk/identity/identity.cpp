#include "kiosk/identity/identity.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <array>
#include <ctime>
#include <fstream>
#include <iterator>

#include "kiosk/identity/key_request.h"
#include "shared/base/durable_file.h"
#include "shared/base/text.h"
#include "shared/enrolment/code.h"
#include "shared/enrolment/proof.h"
#include "shared/openssl/owned.h"

namespace ce::kiosk_identity {
namespace {

SecretText bytes_of(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  return SecretText{std::string{std::istreambuf_iterator<char>{in}, {}}};
}

Instant instant_of(ASN1_TIME const* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return Instant{static_cast<std::int64_t>(timegm(&parts)) * 1000};
}

std::string hash_of(SecretText const& code) {
  std::array<unsigned char, 32> hash{};
  auto const normal = enrolment::code_in(code.reveal()).value_or(code);
  EVP_Digest(normal.reveal().data(), normal.reveal().size(), hash.data(), nullptr, EVP_sha256(), nullptr);
  return hex({reinterpret_cast<char const*>(hash.data()), hash.size()});
}

// With anything else in the authority's file this machine would believe central never again.
bool is_signed_by_one_of(std::string_view authorities, std::string_view certificate) {
  auto const read = openssl::certificate_in(certificate);
  auto const bio = openssl::reading(authorities);
  bool found = false;
  for (bool more = read != nullptr; more && !found;) {
    openssl::Certificate const one{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)};
    more = one != nullptr;
    found = more && X509_verify(read.get(), X509_get0_pubkey(one.get())) == 1;
  }
  ERR_clear_error();
  return found;
}

Result<void> keep(Files const& files, KeyRequest const& made, protocol::CertificateReply const& reply) {
  if (!made.fits(reply.certificate)) {
    return Failure{FailureCode::answer_malformed, "central certified another key"};
  }
  if (!is_signed_by_one_of(reply.authority, reply.certificate)) {
    return Failure{FailureCode::answer_malformed, "no authority that came with the certificate signed it"};
  }
  CE_CHECK(write_durably(files.authority, reply.authority, MissingDirectory::make));
  SecretText const pair{made.key().reveal() + reply.certificate};
  return write_durably(files.pair, pair.reveal(), MissingDirectory::make);
}

}  // namespace

Result<std::optional<Standing>> standing_of(Files const& files) {
  auto const text = bytes_of(files.pair);
  if (text.reveal().empty()) return std::optional<Standing>{};
  auto const read = openssl::certificate_in(text.reveal());
  std::array<char, 65> name{};
  if (!read || X509_NAME_get_text_by_NID(X509_get_subject_name(read.get()), NID_commonName, name.data(),
                                         static_cast<int>(name.size())) <= 0) {
    return Failure{FailureCode::config_value_invalid,
                   files.pair.string() + ": 不是本机的证书，请重新登记本机"};
  }
  return std::optional{Standing{name.data(), instant_of(X509_get0_notBefore(read.get())),
                                instant_of(X509_get0_notAfter(read.get())), tpm::is_sealed(text.reveal())}};
}

bool is_due(Standing const& standing, Instant now) {
  return now.ms >= standing.begins.ms + (standing.ends.ms - standing.begins.ms) / 3;
}

Result<void> enrol(Files const& files, std::string_view kiosk, SecretText const& code, tpm::Use use,
                   AskEnrolment const& ask) {
  auto const normal = enrolment::code_in(code.reveal());
  if (!normal) return Failure{FailureCode::input_invalid, "登记码应为 10 个字母和数字，如 7K3MQ-2VX9R"};
  CE_TRY(auto const made, KeyRequest::make(kiosk, use));
  enrolment::Knower const knower{*normal, kiosk};
  protocol::EnrolmentRequest request{std::string{kiosk}, made.request(), {}};
  request.proof = knower.prove(protocol::proven_text(request));
  CE_TRY(auto const reply, ask(request));
  if (!knower.believes(protocol::proven_text(reply), reply.proof)) {
    return Failure{FailureCode::answer_malformed,
                   "应答的不是生成登记码的管理系统：请核对地址，不要再用这个登记码"};
  }
  CE_CHECK(keep(files, made, reply));
  return write_durably(files.code, hash_of(code) + "\n");
}

bool enrolled_by(Files const& files, SecretText const& code) {
  return bytes_of(files.code).reveal() == hash_of(code) + "\n";
}

Result<bool> renew_if_due(Files const& files, tpm::Use use, Instant now, AskRenewal const& ask) {
  CE_TRY(auto const standing, standing_of(files));
  if (!standing || !is_due(*standing, now)) return false;
  CE_TRY(auto const made, KeyRequest::make(standing->kiosk, use));
  CE_TRY(auto const reply, ask({made.request()}));
  CE_CHECK(keep(files, made, reply));
  return true;
}

}  // namespace ce::kiosk_identity

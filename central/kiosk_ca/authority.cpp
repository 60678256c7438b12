#include "central/kiosk_ca/authority.h"

#include <arpa/inet.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "central/kiosk_ca/extensions.h"
#include "shared/base/durable_file.h"
#include "shared/openssl/owned.h"

namespace ce::kiosk_ca {
namespace {

constexpr auto key_name = "kiosk-ca.key";
constexpr auto certificate_name = "kiosk-ca.pem";

signing::PrivateKey make_key() {
  auto* const key = EVP_EC_gen("P-256");
  if (key == nullptr) std::abort();  // no randomness: nothing may go on
  return {key, EVP_PKEY_free};
}

// Clocks of halls have been seen hours off; who is behind must not find a certificate of tomorrow.
Instant begin_of(Instant now) {
  return Instant{now.ms - day_ms};
}

Instant end_of(Instant now, std::int64_t days) {
  return Instant{now.ms + days * day_ms};
}

bool is_p256(EVP_PKEY* key) {
  std::array<char, 64> group{};
  std::size_t size = 0;
  return key != nullptr && EVP_PKEY_is_a(key, "EC") == 1 &&
         EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
         std::string_view{group.data(), size} == "prime256v1";
}

std::string alternative_names(std::span<std::string const> names) {
  std::string text;
  for (auto const& name : names) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    bool const address = ::inet_pton(AF_INET, name.c_str(), bytes.data()) == 1 ||
                         ::inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1;
    text += (text.empty() ? "" : ",") + std::string{address ? "IP:" : "DNS:"} + name;
  }
  return text;
}

std::string_view words_of(int error) {
  switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return "终端证书已过期";
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return "终端证书还没有到生效时间";
    default:
      return "终端证书不是本系统签发的";
  }
}

}  // namespace

Authority::Authority(signing::PrivateKey key, X509Owner certificate)
    : key_(std::move(key)), certificate_(std::move(certificate)) {}

Result<Authority> Authority::read(std::filesystem::path const& directory) {
  CE_TRY(auto key, signing::read_private_key(directory / key_name));
  auto const file = directory / certificate_name;
  std::ifstream in{file, std::ios::binary};
  auto certificate = certificate_in(std::string{std::istreambuf_iterator<char>{in}, {}});
  if (!certificate || X509_check_private_key(certificate.get(), key.get()) != 1) {
    return Failure{FailureCode::grant_key_missing,
                   file.string() + ": not there, no certificate, or not that of " + key_name};
  }
  return Authority{std::move(key), std::move(certificate)};
}

Result<Authority> Authority::make(std::filesystem::path const& directory, Instant now) {
  std::error_code error;
  if (std::filesystem::create_directories(directory, error)) {
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
  }
  auto key = make_key();
  CE_CHECK(signing::write_private_key(directory / key_name, *key));
  X509Owner certificate{make_certificate({"CE kiosks",
                                          begin_of(now),
                                          end_of(now, authority_days),
                                          {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                                           {NID_key_usage, "critical,keyCertSign,cRLSign"}}},
                                         *key, nullptr, *key)};
  CE_CHECK(write_durably(directory / certificate_name, pem_of(*certificate)));
  return Authority{std::move(key), std::move(certificate)};
}

Result<Certified> Authority::certify(std::string_view request, std::string_view kiosk, Instant now,
                                     std::int64_t life_ms) const {
  openssl::CertificateRequest const asked{
      PEM_read_bio_X509_REQ(openssl::reading(request).get(), nullptr, nullptr, nullptr)};
  if (!asked) return Failure{FailureCode::input_invalid, "不是证书请求（PKCS #10）"};
  auto* const key = X509_REQ_get0_pubkey(asked.get());
  if (!is_p256(key)) return Failure{FailureCode::input_invalid, "证书请求的密钥应为 EC P-256"};
  if (X509_REQ_verify(asked.get(), key) != 1) {
    return Failure{FailureCode::input_invalid, "证书请求的签名不正确"};
  }
  Instant const ends{now.ms + life_ms};
  X509Owner const made{make_certificate({std::string{kiosk},
                                         begin_of(now),
                                         ends,
                                         {{NID_basic_constraints, "critical,CA:FALSE"},
                                          {NID_key_usage, "critical,digitalSignature"},
                                          {NID_ext_key_usage, "clientAuth"}}},
                                        *key, certificate_.get(), *key_)};
  return Certified{identity_of(*made).serial, pem_of(*made), ends};
}

ServerPair Authority::serve_as(std::span<std::string const> names, Instant now) const {
  auto const key = make_key();
  X509Owner const made{make_certificate({names.front(),
                                         begin_of(now),
                                         end_of(now, server_days),
                                         {{NID_basic_constraints, "critical,CA:FALSE"},
                                          {NID_key_usage, "critical,digitalSignature"},
                                          {NID_ext_key_usage, "serverAuth"},
                                          {NID_subject_alt_name, alternative_names(names)}}},
                                        *key, certificate_.get(), *key_)};
  return {pem_of(*made), openssl::key_text(*key)};
}

Result<ClientIdentity> Authority::check_client(std::string_view pem, Instant now) const {
  auto const shown = certificate_in(pem);
  if (!shown) return Failure{FailureCode::not_permitted, "不是证书"};
  openssl::Owned<X509_STORE, X509_STORE_free> const trusted{X509_STORE_new()};
  openssl::Owned<X509_STORE_CTX, X509_STORE_CTX_free> const check{X509_STORE_CTX_new()};
  if (!trusted || !check || X509_STORE_add_cert(trusted.get(), certificate_.get()) != 1 ||
      X509_STORE_CTX_init(check.get(), trusted.get(), shown.get(), nullptr) != 1) {
    std::abort();
  }
  X509_STORE_CTX_set_purpose(check.get(), X509_PURPOSE_SSL_CLIENT);
  X509_STORE_CTX_set_time(check.get(), 0, now.ms / 1000);
  if (X509_verify_cert(check.get()) != 1) {
    return Failure{FailureCode::not_permitted, std::string{words_of(X509_STORE_CTX_get_error(check.get()))}};
  }
  return identity_of(*shown);
}

}  // namespace ce::kiosk_ca

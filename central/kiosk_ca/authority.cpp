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
constexpr auto next_key_name = "kiosk-ca-next.key";
constexpr auto next_certificate_name = "kiosk-ca-next.pem";
constexpr auto before_certificate_name = "kiosk-ca-before.pem";

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

std::string text_of(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

bool is_there(std::filesystem::path const& file) {
  std::error_code error;
  return std::filesystem::exists(file, error);
}

Failure wrong(std::string words) {
  return {FailureCode::input_invalid, std::move(words)};
}

Result<void> move_file(std::filesystem::path const& from, std::filesystem::path const& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) return Failure{FailureCode::storage_fault, to.string() + ": " + error.message()};
  return {};
}

std::string name_of_subject(X509& certificate) {
  return identity_of(certificate).kiosk;
}

/// Signs itself.
X509Owner make_root(std::string name, EVP_PKEY& key, Instant now) {
  return X509Owner{make_certificate({std::move(name),
                                     begin_of(now),
                                     end_of(now, authority_days),
                                     {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                                      {NID_key_usage, "critical,keyCertSign,cRLSign"}}},
                                    key, nullptr, key)};
}

}  // namespace

Authority::Authority(Signer servers, Signer kiosks, std::vector<std::shared_ptr<x509_st>> believed)
    : servers_(std::move(servers)), kiosks_(std::move(kiosks)), believed_(std::move(believed)) {}

Result<Authority::Signer> Authority::read_signer(std::filesystem::path const& key_file,
                                                 std::filesystem::path const& file) {
  CE_TRY(auto key, signing::read_private_key(key_file));
  auto certificate = certificate_in(text_of(file));
  if (!certificate || X509_check_private_key(certificate.get(), key.get()) != 1) {
    return Failure{
        FailureCode::grant_key_missing,
        file.string() + ": not there, no certificate, or not that of " + key_file.filename().string()};
  }
  return Signer{std::move(key), std::move(certificate)};
}

Result<Authority> Authority::read(std::filesystem::path const& directory) {
  CE_TRY(auto one, read_signer(directory / key_name, directory / certificate_name));
  auto kiosks = one;
  std::vector believed{one.certificate};
  if (is_there(directory / next_certificate_name)) {
    CE_TRY(kiosks, read_signer(directory / next_key_name, directory / next_certificate_name));
    believed.push_back(kiosks.certificate);
  }
  if (is_there(directory / before_certificate_name)) {
    std::shared_ptr<x509_st> before{certificate_in(text_of(directory / before_certificate_name))};
    if (!before) {
      return Failure{FailureCode::grant_key_missing,
                     (directory / before_certificate_name).string() + ": no certificate"};
    }
    believed.push_back(std::move(before));
  }
  return Authority{std::move(one), std::move(kiosks), std::move(believed)};
}

Result<Authority> Authority::make(std::filesystem::path const& directory, Instant now) {
  std::error_code error;
  CE_TRY(bool const fresh, make_directories(directory));
  if (fresh) std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
  if (is_there(directory / certificate_name)) return wrong("there is an authority already");
  // A key without its certificate was left by one that was cut short, by a full disk: nothing was signed with
  // it yet.
  auto key = make_key();
  if (is_there(directory / key_name)) {
    CE_TRY(key, signing::read_private_key(directory / key_name));
  } else {
    CE_CHECK(signing::write_private_key(directory / key_name, *key));
  }
  Signer const one{key, make_root(std::string{first_name}, *key, now)};
  CE_CHECK(write_durably(directory / certificate_name, pem_of(*one.certificate)));
  return Authority{one, one, {one.certificate}};
}

Result<void> Authority::make_next(std::filesystem::path const& directory, Instant now) {
  CE_TRY(auto const present, read(directory));
  if (present.believed_.size() > 1)
    return wrong("another authority is taking over already: ce-admin ca switch, ca end");
  auto const key = make_key();
  // Another name, for the issuer's is what tells whose signature is to be checked.
  auto const root = make_root(std::string{first_name} + " " + china_minute_text(now), *key, now);
  std::error_code error;
  std::filesystem::remove(directory / next_key_name, error);  // of one that was not made to its end
  CE_CHECK(signing::write_private_key(directory / next_key_name, *key));
  return write_durably(directory / next_certificate_name, pem_of(*root));
}

Result<void> Authority::switch_over(std::filesystem::path const& directory) {
  if (!is_there(directory / next_certificate_name))
    return wrong("there is no next authority: ce-admin ca next");
  if (is_there(directory / next_key_name)) {
    CE_CHECK(write_durably(directory / before_certificate_name, text_of(directory / certificate_name)));
    CE_CHECK(move_file(directory / next_key_name, directory / key_name));
  }
  return move_file(directory / next_certificate_name, directory / certificate_name);
}

Result<void> Authority::end_before(std::filesystem::path const& directory) {
  std::error_code error;
  if (std::filesystem::remove(directory / before_certificate_name, error)) return {};
  if (!error) return wrong("there is no authority of before");
  return Failure{FailureCode::storage_fault,
                 (directory / before_certificate_name).string() + ": " + error.message()};
}

std::string Authority::pem() const {
  std::string all;
  for (auto const& one : believed_) all += pem_of(*one);
  return all;
}

std::string Authority::certifies_as() const {
  return name_of_subject(*kiosks_.certificate);
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
                                        *key, kiosks_.certificate.get(), *kiosks_.key)};
  return Certified{identity_of(*made).serial, pem_of(*made), ends, certifies_as()};
}

ServerPair Authority::serve_as(std::span<std::string const> names, Instant now, std::int64_t days) const {
  auto const key = make_key();
  X509Owner const made{make_certificate({names.front(),
                                         begin_of(now),
                                         end_of(now, days),
                                         {{NID_basic_constraints, "critical,CA:FALSE"},
                                          {NID_key_usage, "critical,digitalSignature"},
                                          {NID_ext_key_usage, "serverAuth"},
                                          {NID_subject_alt_name, alternative_names(names)}}},
                                        *key, servers_.certificate.get(), *servers_.key)};
  return {pem_of(*made), openssl::key_text(*key)};
}

Result<ClientIdentity> Authority::check_client(std::string_view pem, Instant now) const {
  auto const shown = certificate_in(pem);
  if (!shown) return Failure{FailureCode::not_permitted, "不是证书"};
  openssl::Owned<X509_STORE, X509_STORE_free> const trusted{X509_STORE_new()};
  openssl::Owned<X509_STORE_CTX, X509_STORE_CTX_free> const check{X509_STORE_CTX_new()};
  for (auto const& one : believed_) {
    if (!trusted || X509_STORE_add_cert(trusted.get(), one.get()) != 1) std::abort();
  }
  if (!check || X509_STORE_CTX_init(check.get(), trusted.get(), shown.get(), nullptr) != 1) {
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

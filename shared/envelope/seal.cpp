#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "shared/envelope/envelope.h"
#include "shared/openssl/owned.h"

namespace ce::envelope {
namespace {

using namespace openssl;

constexpr int least_rsa_bits = 2048;

Result<Certificate> read_certificate(std::string_view pem) {
  Certificate certificate{PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr)};
  ERR_clear_error();
  if (!certificate) return Failure{FailureCode::config_value_invalid, "不是 PEM 格式的证书"};
  auto* const key = X509_get0_pubkey(certificate.get());
  int const kind = key == nullptr ? EVP_PKEY_NONE : EVP_PKEY_get_base_id(key);
  bool const fit = (kind == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= least_rsa_bits) || kind == EVP_PKEY_EC;
  if (!fit)
    return Failure{FailureCode::config_value_invalid, "证书的密钥应为 2048 位以上的 RSA 或椭圆曲线密钥"};
  return certificate;
}

/// RSA's older padding lets who may ask often enough find the key out.
bool pad_well(CMS_RecipientInfo* reader) {
  if (CMS_RecipientInfo_type(reader) != CMS_RECIPINFO_TRANS) return true;
  auto* const how = CMS_RecipientInfo_get0_pkey_ctx(reader);
  return how != nullptr && EVP_PKEY_CTX_set_rsa_padding(how, RSA_PKCS1_OAEP_PADDING) > 0 &&
         EVP_PKEY_CTX_set_rsa_oaep_md(how, EVP_sha256()) > 0 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(how, EVP_sha256()) > 0;
}

}  // namespace

Result<void> check_certificate(std::string_view certificate) {
  CE_TRY(auto const read, read_certificate(certificate));
  return {};
}

Result<std::string> seal(std::string_view text, std::string_view certificate) {
  CE_TRY(auto const whose, read_certificate(certificate));
  Failure const fault{FailureCode::internal_fault, "the envelope could not be made"};
  constexpr unsigned flags = CMS_BINARY | CMS_PARTIAL;
  Cms const cms{CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), flags)};
  if (!cms) return fault;
  auto* const reader = CMS_add1_recipient_cert(cms.get(), whose.get(), CMS_KEY_PARAM);
  if (reader == nullptr || !pad_well(reader)) return fault;
  if (CMS_final(cms.get(), reading(text).get(), nullptr, CMS_BINARY) != 1) return fault;
  auto const out = writing();
  if (i2d_CMS_bio(out.get(), cms.get()) != 1) return fault;
  return std::string{written(out)};
}

}  // namespace ce::envelope

#include "central/kiosk_ca/extensions.h"

#include <openssl/x509v3.h>

#include <cstdlib>

#include "shared/openssl/owned.h"

namespace ce::kiosk_ca {
namespace {

constexpr int serial_bits = 159;  // RFC 5280, 4.1.2.2: 20 bytes, positive

// Everything here fails by want of memory or randomness alone.
void must(bool done) {
  if (!done) std::abort();
}

void put_serial(X509& certificate) {
  openssl::BigNumber const number{BN_new()};
  must(number && BN_rand(number.get(), serial_bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1);
  must(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate)) != nullptr);
}

void put_name(X509& certificate, std::string const& name) {
  auto* const subject = X509_get_subject_name(&certificate);
  auto const* const bytes = reinterpret_cast<unsigned char const*>(name.data());
  must(X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, bytes,
                                  static_cast<int>(name.size()), -1, 0) == 1);
}

void put(X509& certificate, X509V3_CTX& context, Extension const& extension) {
  openssl::Owned<X509_EXTENSION, X509_EXTENSION_free> const made{
      X509V3_EXT_conf_nid(nullptr, &context, extension.nid, extension.text.c_str())};
  must(made && X509_add_ext(&certificate, made.get(), -1) == 1);
}

}  // namespace

x509_st* make_certificate(Plan const& plan, evp_pkey_st& subject_key, x509_st* issuer,
                          evp_pkey_st& issuer_key) {
  auto* const made = X509_new();
  must(made != nullptr && X509_set_version(made, X509_VERSION_3) == 1);
  put_serial(*made);
  put_name(*made, plan.name);
  auto* const signer = issuer == nullptr ? made : issuer;
  must(X509_set_issuer_name(made, X509_get_subject_name(signer)) == 1);
  must(ASN1_TIME_set(X509_getm_notBefore(made), plan.begins.ms / 1000) != nullptr);
  must(ASN1_TIME_set(X509_getm_notAfter(made), plan.ends.ms / 1000) != nullptr);
  must(X509_set_pubkey(made, &subject_key) == 1);
  X509V3_CTX context{};
  X509V3_set_ctx(&context, signer, made, nullptr, nullptr, 0);
  put(*made, context, {NID_subject_key_identifier, "hash"});
  put(*made, context, {NID_authority_key_identifier, "keyid:always"});
  for (auto const& extension : plan.extensions) put(*made, context, extension);
  must(X509_sign(made, &issuer_key, EVP_sha256()) > 0);
  return made;
}

}  // namespace ce::kiosk_ca

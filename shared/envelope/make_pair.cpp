#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "shared/envelope/envelope.h"
#include "shared/openssl/owned.h"

namespace ce::envelope {
namespace {

using namespace openssl;

constexpr int rsa_bits = 3072;
constexpr long twenty_years = 20L * 366 * 24 * 3600;  // seconds

Certificate certify(EVP_PKEY* key, std::string const& name) {
  Certificate made{X509_new()};
  if (!made) return nullptr;
  auto* const subject = X509_get_subject_name(made.get());
  auto const* const bytes = reinterpret_cast<unsigned char const*>(name.data());
  bool const filled = X509_set_version(made.get(), X509_VERSION_3) == 1 &&
                      ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1) == 1 &&
                      X509_gmtime_adj(X509_getm_notBefore(made.get()), 0) != nullptr &&
                      X509_gmtime_adj(X509_getm_notAfter(made.get()), twenty_years) != nullptr &&
                      X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytes,
                                                 static_cast<int>(name.size()), -1, 0) == 1 &&
                      X509_set_issuer_name(made.get(), subject) == 1 && X509_set_pubkey(made.get(), key) == 1;
  if (!filled || X509_sign(made.get(), key, EVP_sha256()) == 0) return nullptr;
  return made;
}

}  // namespace

Result<Pair> make_pair(std::string const& name) {
  Failure const fault{FailureCode::internal_fault, "the key could not be made"};
  Key const key{EVP_RSA_gen(rsa_bits)};
  if (!key) return fault;
  auto const certificate = certify(key.get(), name);
  auto const open = writing();
  if (!certificate || PEM_write_bio_X509(open.get(), certificate.get()) != 1) return fault;
  return Pair{key_text(*key), std::string{written(open)}};
}

}  // namespace ce::envelope

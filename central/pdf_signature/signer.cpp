#include "central/pdf_signature/signer.h"

#include <sys/stat.h>

#include "central/pdf_signature/time_stamp.h"
#include "shared/openssl/owned.h"

namespace ce::pdf_signature {
namespace {

Failure unusable(std::filesystem::path const& file, std::string const& what) {
  return {FailureCode::grant_key_missing, file.string() + ": " + what};
}

/// CAdES-T: the stamp is over the signature's value, and stands among what is not signed.
Result<void> add_stamp(CMS_ContentInfo* cms, TimeStamps const& stamps) {
  auto* const signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
  auto const* const value = CMS_SignerInfo_get0_signature(signer);
  CE_TRY(auto const token, stamps.over({reinterpret_cast<char const*>(ASN1_STRING_get0_data(value)),
                                        static_cast<std::size_t>(ASN1_STRING_length(value))}));
  if (CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(),
                                    static_cast<int>(token.size())) != 1) {
    return Failure{FailureCode::sheet_not_rendered, "the time stamp could not be put into the signature"};
  }
  return {};
}

}  // namespace

Signer::Signer(x509_st* certificate, evp_pkey_st* key)
    : certificate_(certificate, X509_free), key_(key, EVP_PKEY_free) {}

Result<Signer> Signer::read(std::filesystem::path const& certificate, std::filesystem::path const& key) {
  openssl::Bio const certificate_file{BIO_new_file(certificate.c_str(), "r")};
  if (!certificate_file) return unusable(certificate, "cannot be read");
  openssl::Certificate x509{PEM_read_bio_X509(certificate_file.get(), nullptr, nullptr, nullptr)};
  if (!x509) return unusable(certificate, "not a certificate in PEM");
  struct stat about {};
  if (::stat(key.c_str(), &about) != 0) return unusable(key, "cannot be read");
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) return unusable(key, "others can read it; chmod 600");
  openssl::Bio const key_file{BIO_new_file(key.c_str(), "r")};
  if (!key_file) return unusable(key, "cannot be read");
  openssl::Key secret{PEM_read_bio_PrivateKey(key_file.get(), nullptr, nullptr, nullptr)};
  if (!secret) return unusable(key, "not a private key in PEM");
  if (X509_check_private_key(x509.get(), secret.get()) != 1)
    return unusable(key, "not the certificate's key");
  return Signer{x509.release(), secret.release()};
}

Result<std::string> Signer::cms_over(std::string_view bytes, TimeStamps const* stamps) const {
  constexpr unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;
  auto const data = openssl::reading(bytes);
  openssl::Cms const cms{CMS_sign(certificate_.get(), key_.get(), nullptr, data.get(), flags)};
  if (cms && stamps != nullptr) CE_CHECK(add_stamp(cms.get(), *stamps));
  unsigned char* der = nullptr;
  int const size = cms ? i2d_CMS_ContentInfo(cms.get(), &der) : 0;
  if (size <= 0) return Failure{FailureCode::sheet_not_rendered, "the signature could not be made"};
  std::string made{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return made;
}

std::string Signer::name() const {
  auto* const subject = X509_get_subject_name(certificate_.get());
  int const at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (at < 0) return {};
  unsigned char* utf8 = nullptr;
  int const size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
  if (size < 0) return {};
  std::string name{reinterpret_cast<char const*>(utf8), static_cast<std::size_t>(size)};
  OPENSSL_free(utf8);
  return name;
}

}  // namespace ce::pdf_signature

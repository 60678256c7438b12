#include "central/kiosk_ca/certificate_text.h"

#include <array>

#include "shared/base/text.h"
#include "shared/openssl/owned.h"

namespace ce::kiosk_ca {
namespace {

std::string serial_of(X509 const& certificate) {
  openssl::BigNumber const number{ASN1_INTEGER_to_BN(X509_get0_serialNumber(&certificate), nullptr)};
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number.get())), '\0');
  BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(bytes.data()));
  return hex(bytes);
}

}  // namespace

void FreeX509::operator()(x509_st* certificate) const {
  X509_free(certificate);
}

X509Owner certificate_in(std::string_view pem) {
  return X509Owner{openssl::certificate_in(pem).release()};
}

std::string pem_of(x509_st& certificate) {
  auto const bio = openssl::writing();
  PEM_write_bio_X509(bio.get(), &certificate);
  return std::string{openssl::written(bio)};
}

ClientIdentity identity_of(x509_st& certificate) {
  std::array<char, 65> name{};
  int const length = X509_NAME_get_text_by_NID(X509_get_subject_name(&certificate), NID_commonName,
                                               name.data(), static_cast<int>(name.size()));
  // A name with a NUL within would be another one to whoever reads it as a C string.
  std::string kiosk{name.data()};
  if (length <= 0 || kiosk.size() != static_cast<std::size_t>(length)) return {};
  return {std::move(kiosk), serial_of(certificate)};
}

}  // namespace ce::kiosk_ca

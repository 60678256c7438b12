#include "central/kiosk_ca/certificate_text.h"

#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>

#include "shared/base/text.h"

namespace ce::kiosk_ca {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

std::string serial_of(X509 const& certificate) {
  std::unique_ptr<BIGNUM, decltype(&BN_free)> const number{
      ASN1_INTEGER_to_BN(X509_get0_serialNumber(&certificate), nullptr), BN_free};
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number.get())), '\0');
  BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(bytes.data()));
  return hex(bytes);
}

}  // namespace

void FreeX509::operator()(x509_st* certificate) const {
  X509_free(certificate);
}

X509Owner certificate_in(std::string_view pem) {
  Bio const bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free_all};
  return X509Owner{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)};
}

std::string pem_of(x509_st& certificate) {
  Bio const bio{BIO_new(BIO_s_mem()), BIO_free_all};
  PEM_write_bio_X509(bio.get(), &certificate);
  char* bytes = nullptr;
  auto const size = BIO_get_mem_data(bio.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
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

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "central/kiosk_ca/client_identity.h"

struct x509_st;

/// Certificates as PEM, and what is read from them.
namespace ce::kiosk_ca {

struct FreeX509 {
  void operator()(x509_st* certificate) const;
};
using X509Owner = std::unique_ptr<x509_st, FreeX509>;

/// Null where it is none.
[[nodiscard]] X509Owner certificate_in(std::string_view pem);
[[nodiscard]] std::string pem_of(x509_st& certificate);

/// What it says, not whether it holds: that is for whoever checked the chain. Empty where it names nobody.
[[nodiscard]] ClientIdentity identity_of(x509_st& certificate);

}  // namespace ce::kiosk_ca

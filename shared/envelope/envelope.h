#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"

/// A file for one reader: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM. Any thread.
namespace ce::envelope {

/// Seals `text` for whoever has the private key of that certificate (PEM; RSA of 2048 bits or more, or a key
/// on a curve): DER, some hundred bytes longer. Fails with config_value_invalid where that is no such
/// certificate.
[[nodiscard]] Result<std::string> seal(std::string_view text, std::string_view certificate);

/// Whether seal() would take that certificate. Fails as that.
[[nodiscard]] Result<void> check_certificate(std::string_view certificate);

/// What is in it; every byte of it was checked. Fails with input_invalid where `key` (PEM, not encrypted) is
/// no key or not its key, or the file was altered or cut off.
[[nodiscard]] Result<SecretText> open(std::string_view sealed, SecretText const& key);

struct Pair {
  SecretText key;           // PKCS #8, PEM
  std::string certificate;  // X.509 of itself, PEM, for twenty years
};
/// A new RSA key of 3072 bits, some tenths of a second. `name` stands in the certificate. Fails with
/// internal_fault.
[[nodiscard]] Result<Pair> make_pair(std::string const& name);

}  // namespace ce::envelope

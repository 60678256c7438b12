#include <openssl/err.h>
#include <openssl/pem.h>

#include "shared/envelope/envelope.h"
#include "shared/openssl/owned.h"

namespace ce::envelope {
namespace {

using namespace openssl;

/// A key with a passphrase would have OpenSSL ask at the terminal.
int no_passphrase(char* /*text*/, int /*size*/, int /*writes*/, void* /*mine*/) {
  return -1;
}

}  // namespace

Result<SecretText> open(std::string_view sealed, SecretText const& key) {
  Key const own{PEM_read_bio_PrivateKey(reading(key.reveal()).get(), nullptr, no_passphrase, nullptr)};
  ERR_clear_error();
  if (!own) return Failure{FailureCode::input_invalid, "the key: not a PEM private key without a passphrase"};
  auto const in = reading(sealed);
  Cms const cms{d2i_CMS_bio(in.get(), nullptr)};
  if (!cms) {
    ERR_clear_error();
    return Failure{FailureCode::input_invalid, "not such a file, or cut off"};
  }
  auto const out = writing();
  if (CMS_decrypt(cms.get(), own.get(), nullptr, nullptr, out.get(), CMS_BINARY) != 1) {
    ERR_clear_error();
    return Failure{FailureCode::input_invalid, "sealed for another key, or altered"};
  }
  return SecretText{std::string{written(out)}};
}

}  // namespace ce::envelope

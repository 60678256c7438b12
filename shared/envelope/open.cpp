#include <openssl/err.h>
#include <openssl/pem.h>

#include <optional>
#include <utility>

#include "shared/envelope/envelope.h"
#include "shared/openssl/owned.h"

namespace ce::envelope {
namespace {

using namespace openssl;

/// A key with a passphrase would have OpenSSL ask at the terminal.
int no_passphrase(char* /*text*/, int /*size*/, int /*writes*/, void* /*mine*/) {
  return -1;
}

/// OpenSSL takes whatever cipher a file names, and of some others' names it gives out anything, or nothing,
/// unchecked: the name itself stands where nobody seals it.
bool is_sealed(CMS_ContentInfo const& cms, BIO* content) {
  EVP_CIPHER_CTX* cipher = nullptr;
  auto* const filter = BIO_find_type(content, BIO_TYPE_CIPHER);
  return OBJ_obj2nid(CMS_get0_type(&cms)) == NID_id_smime_ct_authEnvelopedData && filter != nullptr &&
         BIO_get_cipher_ctx(filter, &cipher) == 1 &&
         EVP_CIPHER_is_a(EVP_CIPHER_CTX_get0_cipher(cipher), "AES-256-GCM") == 1;
}

/// All of it, at most `longest` bytes, once its tag was right; nothing where it was not.
std::optional<SecretText> content_of(CMS_ContentInfo& cms, Key const& own, std::size_t longest) {
  if (CMS_decrypt_set1_pkey(&cms, own.get(), nullptr) != 1) return {};
  Bio const content{CMS_dataInit(&cms, nullptr)};
  if (!content || !is_sealed(cms, content.get())) return {};
  // In one piece of memory: what a string grows out of is not wiped.
  SecretText text{std::string(longest, '\0')};
  std::size_t size = 0;
  std::size_t count = 0;
  while (size < longest && BIO_read_ex(content.get(), &text.reveal()[size], longest - size, &count) == 1)
    size += count;
  text.reveal().resize(size);
  if (size == longest || BIO_get_cipher_status(BIO_find_type(content.get(), BIO_TYPE_CIPHER)) != 1) return {};
  return text;
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
  auto text = content_of(*cms, own, sealed.size());
  ERR_clear_error();
  if (!text) return Failure{FailureCode::input_invalid, "sealed for another key, or altered"};
  return std::move(*text);
}

}  // namespace ce::envelope

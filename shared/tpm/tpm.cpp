#define OPENSSL_SUPPRESS_DEPRECATED  // EC_KEY_METHOD: see README.md
#include "shared/tpm/tpm.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <utility>

#include "shared/openssl/owned.h"
#include "shared/tpm/chip.h"

namespace ce::tpm {
namespace {

constexpr std::string_view begin_line = "-----BEGIN TSS2 PRIVATE KEY-----";
constexpr std::string_view end_line = "-----END TSS2 PRIVATE KEY-----";

// One line to it at a time: without a resource manager it has no more than one.
std::mutex& turn() {
  static std::mutex one;
  return one;
}

void free_text(void* /*parent*/, void* text, CRYPTO_EX_DATA* /*data*/, int /*index*/, long /*one*/,
               void* /*two*/) {
  delete static_cast<std::string*>(text);
}

int copy_text(CRYPTO_EX_DATA* /*to*/, CRYPTO_EX_DATA const* /*from*/, void** text, int /*index*/,
              long /*one*/, void* /*two*/) {
  if (*text != nullptr) *text = std::make_unique<std::string>(*static_cast<std::string*>(*text)).release();
  return 1;
}

int text_index() {
  static int const index = EC_KEY_get_ex_new_index(0, nullptr, nullptr, &copy_text, &free_text);
  return index;
}

/// The library's number in OpenSSL's queue, with words for its one reason.
int error_library() {
  static int const number = ERR_get_next_error_library();
  static std::array<ERR_STRING_DATA, 2> words{{{ERR_PACK(number, 0, 1), no_signature.data()}, {0, nullptr}}};
  static int const loaded = ERR_load_strings(number, words.data());
  return loaded == 1 ? number : ERR_LIB_USER;
}

std::size_t sign_by_chip(std::string_view text, std::string_view digest, unsigned char* out,
                         std::size_t size) {
  std::lock_guard const mine{turn()};
  auto const chip = is_there() ? Chip::open() : std::nullopt;
  auto const key = chip ? chip->load(text) : openssl::Key{};
  return key ? chip->sign(*key, digest, out, size) : 0;
}

int sign(int /*type*/, unsigned char const* digest, int digest_size, unsigned char* out,
         unsigned int* out_size, BIGNUM const* /*inverse*/, BIGNUM const* /*r*/, EC_KEY* key) {
  auto const* const text = static_cast<std::string const*>(EC_KEY_get_ex_data(key, text_index()));
  std::string_view const bytes{reinterpret_cast<char const*>(digest), static_cast<std::size_t>(digest_size)};
  ERR_set_mark();  // what came before it in the queue would be told instead
  auto const size = sign_by_chip(*text, bytes, out, static_cast<std::size_t>(ECDSA_size(key)));
  ERR_pop_to_mark();
  if (size == 0) {
    ERR_raise(error_library(), 1);
    return 0;
  }
  *out_size = static_cast<unsigned int>(size);
  return 1;
}

EC_KEY_METHOD const* method() {
  static EC_KEY_METHOD const* const one = [] {
    auto* const made = EC_KEY_METHOD_new(EC_KEY_OpenSSL());
    if (made != nullptr) EC_KEY_METHOD_set_sign(made, &sign, nullptr, nullptr);
    return made;
  }();
  return one;
}

Failure without_it(std::string_view why) {
  return {FailureCode::config_value_invalid, "本机的安全芯片（TPM）不能用：" + std::string{why} +
                                                 "；没有芯片的机器请在配置的 [central] 中设 tpm = \"never\""};
}

std::string words_of_queue() {
  std::array<char, 256> words{};
  ERR_error_string_n(ERR_peek_last_error(), words.data(), words.size());
  ERR_clear_error();
  return words.data();
}

}  // namespace

bool is_there() {
  char const* const named = std::getenv("TPM2OPENSSL_TCTI");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  std::error_code error;
  return (named != nullptr && *named != '\0') || std::filesystem::exists("/dev/tpmrm0", error);
}

Result<Sealed> make() {
  if (!is_there()) return without_it("没有找到（/dev/tpmrm0）");
  std::lock_guard const mine{turn()};
  auto const chip = Chip::open();
  auto const key = chip ? chip->make() : openssl::Key{};
  if (!key) return without_it(words_of_queue());
  auto const bio = openssl::writing();
  if (PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return without_it(words_of_queue());
  }
  std::string text{openssl::written(bio)};
  if (!is_sealed(text)) return without_it("它做的密钥不是密封的");  // never keep one in plain unasked
  auto handle = key_of(text, *key);
  return Sealed{std::move(text), std::move(handle)};
}

Failure without_signature() {
  return without_it("它不签名");
}

bool is_sealed(std::string_view pem) {
  return pem.find(begin_line) != std::string_view::npos;
}

Key key_of(std::string_view pem, evp_pkey_st const& public_half) {
  auto const begin = pem.find(begin_line);
  auto const end = pem.find(end_line, begin);
  bool const whole = begin != std::string_view::npos && end != std::string_view::npos;
  auto text = std::make_unique<std::string>(whole ? pem.substr(begin, end - begin + end_line.size())
                                                  : std::string_view{});
  text->push_back('\n');
  std::array<unsigned char, 133> point{};
  std::size_t size = 0;
  EVP_PKEY_get_octet_string_param(&public_half, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size);
  openssl::Owned<EC_KEY, EC_KEY_free> made{EC_KEY_new_by_curve_name(NID_X9_62_prime256v1)};
  Key key{EVP_PKEY_new(), EVP_PKEY_free};
  // A certificate of another curve has no point on this one: the key then fits nothing, and says so.
  if (!made || !key || method() == nullptr) std::abort();
  if (EC_KEY_oct2key(made.get(), point.data(), size, nullptr) != 1) ERR_clear_error();
  if (EC_KEY_set_method(made.get(), method()) != 1) std::abort();
  if (EC_KEY_set_ex_data(made.get(), text_index(), text.get()) != 1) std::abort();
  (void)text.release();  // the key's now
  if (EVP_PKEY_assign_EC_KEY(key.get(), made.get()) != 1) std::abort();
  (void)made.release();
  return key;
}

}  // namespace ce::tpm

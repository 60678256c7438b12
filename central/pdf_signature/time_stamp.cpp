#include "central/pdf_signature/time_stamp.h"

#include <openssl/err.h>
#include <openssl/http.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include <array>

#include "shared/openssl/owned.h"

namespace ce::pdf_signature {
namespace {

constexpr int answer_limit_seconds = 5;
constexpr std::size_t most_answer_bytes = 64U << 10U;

using Request = openssl::Owned<TS_REQ, TS_REQ_free>;
using Response = openssl::Owned<TS_RESP, TS_RESP_free>;
using openssl::Bio;

Failure missing(std::string what) {
  std::array<char, 160> why{};
  if (auto const error = ERR_peek_last_error(); error != 0) {
    ERR_error_string_n(error, why.data(), why.size());
    what += std::string{" ("} + why.data() + ")";
  }
  ERR_clear_error();
  return {FailureCode::time_stamp_missing, std::move(what)};
}

/// What asks for a stamp of the SHA-256 of `bytes`, with the authority's certificate in it.
Request request_for(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  openssl::Owned<X509_ALGOR, X509_ALGOR_free> const algorithm{X509_ALGOR_new()};
  X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
  openssl::Owned<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> const imprint{TS_MSG_IMPRINT_new()};
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  TS_MSG_IMPRINT_set_msg(imprint.get(), digest.data(), static_cast<int>(size));
  std::uint64_t random = 0;
  RAND_bytes(reinterpret_cast<unsigned char*>(&random), sizeof random);
  openssl::Owned<ASN1_INTEGER, ASN1_INTEGER_free> const nonce{ASN1_INTEGER_new()};
  ASN1_INTEGER_set_uint64(nonce.get(), random | 1U);
  Request request{TS_REQ_new()};
  TS_REQ_set_version(request.get(), 1);
  TS_REQ_set_msg_imprint(request.get(), imprint.get());
  TS_REQ_set_nonce(request.get(), nonce.get());
  TS_REQ_set_cert_req(request.get(), 1);
  return request;
}

/// What OpenSSL gives to be freed.
struct Text {
  char* text = nullptr;
  Text() = default;
  Text(Text const&) = delete;
  Text& operator=(Text const&) = delete;
  ~Text() { OPENSSL_free(text); }
};

Response ask(std::string const& url, TS_REQ* request) {
  Text host;
  Text port;
  Text path;
  int with_tls = 0;
  if (OSSL_HTTP_parse_url(url.c_str(), &with_tls, nullptr, &host.text, &port.text, nullptr, &path.text,
                          nullptr, nullptr) != 1 ||
      with_tls != 0) {
    return nullptr;
  }
  auto const body = openssl::writing();
  if (i2d_TS_REQ_bio(body.get(), request) != 1) return nullptr;
  char const* const no_proxy_at_all = "";  // whatever the environment says
  Bio const answer{
      OSSL_HTTP_transfer(nullptr, host.text, port.text, path.text, 0, no_proxy_at_all, nullptr, nullptr,
                         nullptr, nullptr, nullptr, 0, nullptr, "application/timestamp-query", body.get(),
                         "application/timestamp-reply", 1, most_answer_bytes, answer_limit_seconds, 0)};
  return Response{answer ? d2i_TS_RESP_bio(answer.get(), nullptr) : nullptr};
}

/// Granted, over our bytes, with our random number, by one whom `ca_file` vouches for.
bool holds(TS_REQ* request, TS_RESP* response, std::filesystem::path const& ca_file) {
  openssl::Owned<TS_VERIFY_CTX, TS_VERIFY_CTX_free> const check{TS_REQ_to_TS_VERIFY_CTX(request, nullptr)};
  X509_STORE* const store = X509_STORE_new();
  TS_VERIFY_CTX_set_store(check.get(), store);  // which owns it from now on
  if (X509_STORE_load_file(store, ca_file.c_str()) != 1) return false;
  TS_VERIFY_CTX_add_flags(check.get(), TS_VFY_SIGNATURE);
  return TS_RESP_verify_response(check.get(), response) == 1;
}

}  // namespace

Result<std::string> TimeStamps::over(std::string_view bytes) const {
  ERR_clear_error();
  auto const request = request_for(bytes);
  auto const response = ask(url_, request.get());
  if (!response) return missing(url_ + " gives no time stamp");
  if (!holds(request.get(), response.get(), ca_file_)) {
    return missing("the time stamp of " + url_ + " does not hold by " + ca_file_.string());
  }
  unsigned char* der = nullptr;
  int const size = i2d_PKCS7(TS_RESP_get_token(response.get()), &der);
  if (size <= 0) return missing("the time stamp cannot be kept");
  std::string token{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return token;
}

}  // namespace ce::pdf_signature

#include "certificates.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace ce::test {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Ssl = std::unique_ptr<SSL, decltype(&SSL_free)>;

std::string text_of(BIO& bio) {
  char* bytes = nullptr;
  auto const size = BIO_get_mem_data(&bio, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

void put(X509& made, X509& issuer, int nid, std::string const& text) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, &issuer, &made, nullptr, nullptr, 0);
  std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> const one{
      X509V3_EXT_conf_nid(nullptr, &context, nid, text.c_str()), X509_EXTENSION_free};
  ASSERT_TRUE(one) << text;
  X509_add_ext(&made, one.get(), -1);
}

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int connected(std::uint16_t port) {
  int const line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto const address = loopback(port);
  EXPECT_EQ(::connect(line, reinterpret_cast<sockaddr const*>(&address), sizeof address), 0);
  return line;
}

}  // namespace

Party::Party(Wanted const& wanted, Party const* issuer)
    : key_(EVP_EC_gen("P-256"), EVP_PKEY_free), certificate_(X509_new(), X509_free) {
  auto* const made = certificate_.get();
  auto* const signer = issuer == nullptr ? made : issuer->raw_certificate();
  std::int64_t serial = 0;
  RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
  X509_set_version(made, X509_VERSION_3);
  ASN1_INTEGER_set_int64(X509_get_serialNumber(made), serial & INT64_MAX);
  X509_NAME_add_entry_by_NID(X509_get_subject_name(made), NID_commonName, MBSTRING_UTF8,
                             reinterpret_cast<unsigned char const*>(wanted.name.c_str()), -1, -1, 0);
  X509_set_issuer_name(made, X509_get_subject_name(signer));
  ASN1_TIME_set(X509_getm_notBefore(made), wanted.begins_ms / 1000);
  ASN1_TIME_set(X509_getm_notAfter(made), wanted.ends_ms / 1000);
  X509_set_pubkey(made, key_.get());
  put(*made, *signer, NID_subject_key_identifier, "hash");
  put(*made, *signer, NID_basic_constraints, wanted.use.empty() ? "critical,CA:TRUE" : "critical,CA:FALSE");
  if (!wanted.use.empty()) put(*made, *signer, NID_ext_key_usage, wanted.use);
  if (!wanted.address.empty()) put(*made, *signer, NID_subject_alt_name, "IP:" + wanted.address);
  EXPECT_GT(X509_sign(made, issuer == nullptr ? key_.get() : issuer->raw_key(), EVP_sha256()), 0);
}

std::string Party::certificate() const {
  Bio const bio{BIO_new(BIO_s_mem()), BIO_free_all};
  PEM_write_bio_X509(bio.get(), certificate_.get());
  return text_of(*bio);
}

std::string Party::key() const {
  Bio const bio{BIO_new(BIO_s_mem()), BIO_free_all};
  PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return text_of(*bio);
}

struct OtherServer::Context {
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> tls{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
};

OtherServer::OtherServer(Party const& shown, int highest_version) : context_(std::make_shared<Context>()) {
  std::signal(SIGPIPE, SIG_IGN);  // who hangs up in the middle of a handshake
  auto* const tls = context_->tls.get();
  SSL_CTX_use_certificate(tls, shown.raw_certificate());
  SSL_CTX_use_PrivateKey(tls, shown.raw_key());
  SSL_CTX_set_max_proto_version(tls, highest_version);
  listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto address = loopback(0);
  socklen_t size = sizeof address;
  EXPECT_EQ(::bind(listening_, reinterpret_cast<sockaddr const*>(&address), size), 0);
  EXPECT_EQ(::listen(listening_, 8), 0);
  ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread{[this] { serve(); }};
}

void OtherServer::serve() {
  for (;;) {
    int const came = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (came < 0) return;
    Ssl const one{SSL_new(context_->tls.get()), SSL_free};
    SSL_set_fd(one.get(), came);
    std::array<char, 64> bytes{};
    if (SSL_accept(one.get()) == 1 && SSL_read(one.get(), bytes.data(), bytes.size()) > 0) ++heard_;
    ::close(came);
  }
}

OtherServer::~OtherServer() {
  ::shutdown(listening_, SHUT_RDWR);
  thread_.join();
  ::close(listening_);
}

std::string OtherServer::url() const {
  return "https://127.0.0.1:" + std::to_string(port_);
}

int silent_line(std::uint16_t port, char const* from) {
  int const line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto here = loopback(0);
  inet_pton(AF_INET, from, &here.sin_addr);
  auto const there = loopback(port);
  bool const made = ::bind(line, reinterpret_cast<sockaddr const*>(&here), sizeof here) == 0 &&
                    ::connect(line, reinterpret_cast<sockaddr const*>(&there), sizeof there) == 0;
  if (made) return line;
  ::close(line);
  return -1;
}

bool is_ended(int line) {
  pollfd ready{line, POLLIN, 0};
  constexpr int patience_ms = 5'000;
  char byte = 0;
  return ::poll(&ready, 1, patience_ms) == 1 && ::recv(line, &byte, 1, 0) <= 0;
}

std::string asked_by_tls(std::uint16_t port, std::string const& target) {
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> const tls{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
  int const line = connected(port);
  Ssl const one{SSL_new(tls.get()), SSL_free};
  SSL_set_fd(one.get(), line);
  EXPECT_EQ(SSL_connect(one.get()), 1);
  auto const request = "GET " + target + " HTTP/1.1\r\nHost: central\r\n\r\n";
  EXPECT_GT(SSL_write(one.get(), request.data(), static_cast<int>(request.size())), 0);
  std::string answer(4096, '\0');
  auto const got = SSL_read(one.get(), answer.data(), static_cast<int>(answer.size()));
  ::close(line);
  return got > 0 ? answer.substr(0, static_cast<std::size_t>(got)) : std::string{};
}

std::chrono::seconds life_of_what_is_shown(std::uint16_t port) {
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> const tls{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
  int const line = connected(port);
  Ssl const one{SSL_new(tls.get()), SSL_free};
  SSL_set_fd(one.get(), line);
  EXPECT_EQ(SSL_connect(one.get()), 1);
  std::unique_ptr<X509, decltype(&X509_free)> const shown{SSL_get1_peer_certificate(one.get()), X509_free};
  ::close(line);
  int days = -1;
  int seconds = 0;
  if (shown) {
    EXPECT_EQ(ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(shown.get())), 1);
  }
  return std::chrono::seconds{std::int64_t{days} * 86'400 + seconds};
}

std::string shake_hands(std::uint16_t port, int highest_version) {
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> const tls{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
  SSL_CTX_set_max_proto_version(tls.get(), highest_version);
  int const line = connected(port);
  Ssl const one{SSL_new(tls.get()), SSL_free};
  SSL_set_fd(one.get(), line);
  bool const done = SSL_connect(one.get()) == 1;
  std::array<char, 256> words{};
  if (!done) ERR_error_string_n(ERR_get_error(), words.data(), words.size());
  ::close(line);
  return words.data();
}

}  // namespace ce::test

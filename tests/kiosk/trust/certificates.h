#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>

#include "shared/base/clock.h"

struct evp_pkey_st;
struct x509_st;

/// Certificates and servers that central would never make, by OpenSSL at run time.
namespace ce::test {

/// A key with its certificate; signs itself where it is made without an issuer.
class Party {
 public:
  struct Wanted {
    std::string name;
    std::int64_t begins_ms = 0;
    std::int64_t ends_ms = 0;
    std::string use = {};      // "clientAuth", "serverAuth"; empty: an authority
    std::string address = {};  // of a server
  };
  explicit Party(Wanted const& wanted, Party const* issuer = nullptr);

  [[nodiscard]] std::string certificate() const;  // PEM
  [[nodiscard]] std::string key() const;          // PEM
  [[nodiscard]] evp_pkey_st* raw_key() const { return key_.get(); }
  [[nodiscard]] x509_st* raw_certificate() const { return certificate_.get(); }

 private:
  std::shared_ptr<evp_pkey_st> key_;
  std::shared_ptr<x509_st> certificate_;
};

/// A TLS server that shows that party, speaks at most that version, and accepts whoever comes, until it ends.
class OtherServer {
 public:
  OtherServer(Party const& shown, int highest_version);
  OtherServer(OtherServer const&) = delete;
  OtherServer& operator=(OtherServer const&) = delete;
  ~OtherServer();

  [[nodiscard]] std::string url() const;
  /// Requests that came through: none may, from a kiosk that refuses it.
  [[nodiscard]] int heard() const { return heard_; }

 private:
  void serve();

  struct Context;
  std::shared_ptr<Context> context_;
  int listening_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> heard_{0};
  std::thread thread_;
};

/// A TCP line to the port of this machine from that address of it; nobody says anything on it. -1 in vain.
[[nodiscard]] int silent_line(std::uint16_t port, char const* from);
/// Whether the other side ends the line within some seconds, without a word.
[[nodiscard]] bool is_ended(int line);

/// What the port answers by TLS to who shows no certificate: the beginning of the answer to GET.
[[nodiscard]] std::string asked_by_tls(std::uint16_t port, std::string const& target);

/// What a client that goes no higher than that TLS version meets at the port: the handshake's error, or
/// empty.
[[nodiscard]] std::string shake_hands(std::uint16_t port, int highest_version);

/// For how long the certificate that is shown at the port is still good.
[[nodiscard]] std::chrono::seconds life_of_what_is_shown(std::uint16_t port);

}  // namespace ce::test

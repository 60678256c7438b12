#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "central/http/service.h"
#include "central/kiosk_ca/authority.h"
#include "central/verification/rate_limit.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/service/pulse.h"

namespace ce::http {

/// What a caller may take up, and for how long.
struct Limits {
  std::size_t header_bytes = 8192;
  std::size_t connections = 4096;
  /// Lines to the kiosks' port on which nobody has shown a certificate: of one caller; of all a quarter of
  /// `connections`. One is given up after `header` without a request.
  std::size_t lines_of_stranger = 64;
  std::size_t lines_of_kiosk = 64;
  /// New lines to the kiosks' port, of one address: a hall's kiosks share one.
  verification::Rate new_lines{.per_minute = 3000, .burst = 600};
  /// That large bodies may take up together, in bytes, and what is large.
  std::size_t large_bodies = 256U << 20U;
  std::chrono::milliseconds idle{75'000};    // a kept connection without a request
  std::chrono::milliseconds header{10'000};  // from a request's first byte to the end of its header
  std::chrono::milliseconds body{30'000};    // for the whole body
  std::chrono::milliseconds write{30'000};   // for the whole answer
  std::chrono::milliseconds drain{10'000};   // at stop, for what is under way
};

/// A second port, for kiosks: TLS 1.3 (RFC 8446), their certificates asked for. All PEM.
struct TlsPort {
  std::string address;
  std::uint16_t port = 0;  // 0: the kernel chooses
  std::string certificate;
  SecretText key;
  std::string client_authority;
  /// The next pair where it is time for it; connections from then on are shown that. Empty: there is none.
  /// Asked on an I/O thread, this often.
  std::function<std::optional<kiosk_ca::ServerPair>()> renewal;
  std::chrono::milliseconds renewal_every{60'000};
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: the kernel chooses
  unsigned io_threads = 2;
  std::size_t pool_threads = 4;
  std::size_t pool_waiting = 256;
  std::size_t verifying_threads = 2;  // of routes that verify passwords
  std::size_t verifying_waiting = 64;
  std::vector<std::string> trusted_proxies;      // addresses whose X-Real-IP is believed
  std::vector<std::string> certificate_proxies;  // addresses whose X-Client-Certificate is believed
  std::optional<TlsPort> tls;
  Limits limits;
};

/// HTTP/1.1 over TCP (RFC 9112) for nginx, which brings TLS, and over TLS for kiosks that come directly. Its
/// I/O threads each hold their own connections; an idle connection costs memory alone. Start and stop from
/// one thread.
class Server {
 public:
  /// Binds and serves. Fails with address_unavailable where an address is not there or taken, which may
  /// pass, else with config_value_invalid, saying which cannot be had and why.
  /// `service` is borrowed.
  static Result<Server> start(Options const& options, Service const& service);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) = delete;
  /// Stops accepting, finishes the requests under way (at most limits.drain), closes everything.
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  /// 0 where there is none.
  [[nodiscard]] std::uint16_t tls_port() const;
  /// Of the I/O threads, which accept and serve: each beats twice a second. As long as the server.
  [[nodiscard]] std::vector<service::Pulse const*> pulses() const;

 private:
  struct Lane;
  struct Threads;
  explicit Server(std::unique_ptr<Threads> threads);
  std::unique_ptr<Threads> threads_;
};

}  // namespace ce::http

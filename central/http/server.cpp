#include "central/http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <thread>

#include "central/http/connection.h"
#include "central/http/problem.h"
#include "central/http/stream.h"
#include "central/http/tls.h"
#include "central/store/shared_reads.h"

namespace ce::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
namespace errc = boost::system::errc;

namespace {

constexpr std::chrono::milliseconds beat{500};
constexpr std::chrono::milliseconds beat_at_stop{20};

// Each connection is a descriptor; the soft limit of 1,024 would end us long before memory does.
void allow_many_descriptors() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

Result<void> listen_on(tcp::acceptor& acceptor, std::string const& name, std::uint16_t port) {
  auto const where = name + " port " + std::to_string(port);
  Error error;
  auto const address = asio::ip::make_address(name, error);
  if (error) return Failure{FailureCode::config_value_invalid, where + ": not an IP address"};
  tcp::endpoint const endpoint{address, port};
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address{true}, error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(1024, error);
  // An address that the network brings later, or a port that another gives up: it may be had in a moment.
  bool const later = error == errc::address_in_use || error == errc::address_not_available;
  auto const code = later ? FailureCode::address_unavailable : FailureCode::config_value_invalid;
  if (error) return Failure{code, where + ": " + error.message()};
  return {};
}

}  // namespace

// One I/O thread with the connections that live on it.
struct Server::Lane {
  Connections connections;  // outlives the context, whose end frees those that are left
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
  asio::steady_timer timer{context};
  Tick give_up = Tick::max();
  bool draining = false;
  service::Pulse pulse;
  std::thread thread;

  // What is at hand when a look-up begins its transaction is answered in it; ending it waits behind that.
  void run() {
    pulse.beat();  // who hangs before the first deadline is looked at hangs as well
    store::SharedReads reads{[&] { asio::post(context, [&reads] { reads.end(); }); }};
    context.run();
  }

  // Twice a second: deadlines, and at stop whether anything is left to wait for.
  void watch() {
    timer.expires_after(draining ? beat_at_stop : beat);
    timer.async_wait([this](Error error) {
      if (!error) watch_once();
    });
  }

  void watch_once() {
    auto const now = std::chrono::steady_clock::now();
    pulse.beat(now);
    connections.check_deadlines(now);
    if (draining && (connections.empty() || now >= give_up)) return context.stop();
    watch();
  }

  void drain(std::chrono::milliseconds limit) {
    draining = true;
    give_up = std::chrono::steady_clock::now() + limit;
    connections.drain();
    watch();
  }
};

struct Server::Threads {
  Threads(Options const& o, Service const& s) : options(o), service(s), lanes(std::max(1U, o.io_threads)) {}

  using Tls = std::shared_ptr<asio::ssl::context>;

  Options options;
  Service const& service;
  House house{
      Quota{options.limits.large_bodies},
      Lines{options.limits.lines_of_stranger, std::max<std::size_t>(options.limits.connections / 4, 1)},
      Lines{options.limits.lines_of_kiosk, options.limits.connections}};
  verification::RateLimit comers{options.limits.new_lines};
  std::deque<Lane> lanes;
  /// A port that is listened on.
  struct Port {
    Port(asio::io_context& context, Tls how) : acceptor(context), retry(context), tls(std::move(how)) {}
    tcp::acceptor acceptor;
    asio::steady_timer retry;
    Tls tls;  // null: in the clear. Another one from time to time, on the first lane
  };
  Port plain{lanes.front().context, nullptr};
  std::optional<Port> secure;
  asio::steady_timer renewing{lanes.front().context};
  std::size_t next_lane = 0;
  // After the lanes, so that it ends before them: its workers post into their contexts.
  std::unique_ptr<Pool> pool = std::make_unique<Pool>(options.pool_threads, options.pool_waiting);
  std::unique_ptr<Pool> verifying =
      std::make_unique<Pool>(options.verifying_threads, options.verifying_waiting);

  Result<void> bind();
  void run();
  void accept(Port& port);
  void take(tcp::socket socket, Lane& lane, Tls how);
  Share line_of_kiosks(tcp::socket const& socket);
  void renew_later();
  void stop();
};

Result<void> Server::Threads::bind() {
  CE_CHECK(listen_on(plain.acceptor, options.address, options.port));
  CE_TRY(auto tls, make_tls(options.tls));
  if (!tls) return {};
  secure.emplace(lanes.front().context, std::move(tls));
  return listen_on(secure->acceptor, options.tls->address, options.tls->port);
}

void Server::Threads::run() {
  allow_many_descriptors();
  accept(plain);
  if (secure) accept(*secure);
  if (secure && options.tls->renewal) renew_later();
  for (auto& lane : lanes) {
    lane.watch();
    lane.thread = std::thread{[&lane] { lane.run(); }};
  }
}

// Lines that are open go on as they are; a pair that cannot be used leaves the one before in its place.
void Server::Threads::renew_later() {
  renewing.expires_after(options.tls->renewal_every);
  renewing.async_wait([this](Error stopped) {
    if (stopped) return;
    if (auto pair = options.tls->renewal()) {
      auto port = *options.tls;
      port.certificate = std::move(pair->certificate);
      port.key = std::move(pair->key);
      if (auto next = make_tls(port)) secure->tls = std::move(*next);
    }
    renew_later();
  });
}

void Server::Threads::accept(Port& port) {
  auto& lane = lanes[next_lane++ % lanes.size()];
  port.acceptor.async_accept(lane.context, [this, &port, &lane](Error error, tcp::socket socket) {
    if (error == asio::error::operation_aborted || !port.acceptor.is_open()) return;
    if (!error) {
      take(std::move(socket), lane, port.tls);
      return accept(port);
    }
    // Out of descriptors or the like: others must end first.
    port.retry.expires_after(std::chrono::milliseconds{100});
    port.retry.async_wait([this, &port](Error stopped) {
      if (!stopped) accept(port);
    });
  });
}

// Made once: there is no connection yet whose serializer could.
static std::string answer_of_a_full_house() {
  auto const busy = problem({FailureCode::storage_busy, {}});
  std::string head =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Type: ";
  head.append(busy.content_type).append("\r\nContent-Length: ").append(std::to_string(busy.body.size()));
  return head.append("\r\n\r\n").append(busy.body);
}

void Server::Threads::take(tcp::socket socket, Lane& lane, Tls how) {
  if (service.metrics().connections() >= static_cast<std::int64_t>(options.limits.connections)) {
    static auto const full = answer_of_a_full_house();
    Error ignored;
    socket.non_blocking(true, ignored);
    if (how == nullptr) socket.write_some(asio::buffer(full), ignored);
    return service.turn_away(LineRefusal::full_house, peer_of(socket));
  }
  auto line = how == nullptr ? Share{} : line_of_kiosks(socket);
  if (how != nullptr && !line) return;
  asio::post(lane.context, [this, &lane, how = std::move(how), line = std::move(line),
                            socket = std::move(socket)]() mutable {
    if (lane.draining) return;
    std::make_shared<Connection>(std::move(socket), how.get(), std::move(line), lane.connections, options,
                                 service, *pool, *verifying, house)
        ->start();
  });
}

// Null for one that is too many of its address, at once or in a minute: a handshake costs more than a
// request.
Share Server::Threads::line_of_kiosks(tcp::socket const& socket) {
  auto const peer = peer_of(socket);
  if (!comers.admit(peer, std::chrono::steady_clock::now())) {
    service.turn_away(LineRefusal::new_of_address, peer);
    return nullptr;
  }
  auto line = house.strangers.take(verification::caller_of(peer));
  if (!line) service.turn_away(LineRefusal::unnamed, peer);
  return line;
}

void Server::Threads::stop() {
  asio::post(lanes.front().context, [this] {
    Error ignored;
    renewing.cancel();
    for (auto* port : {&plain, secure ? &*secure : nullptr}) {
      if (port == nullptr) continue;
      port->acceptor.close(ignored);
      port->retry.cancel();
    }
  });
  for (auto& lane : lanes) {
    asio::post(lane.context, [this, &lane] { lane.drain(options.limits.drain); });
  }
  for (auto& lane : lanes) {
    if (lane.thread.joinable()) lane.thread.join();
  }
  pool.reset();
  verifying.reset();
}

Server::Server(std::unique_ptr<Threads> threads) : threads_(std::move(threads)) {}
Server::Server(Server&&) noexcept = default;

Server::~Server() {
  if (threads_) threads_->stop();
}

Result<Server> Server::start(Options const& options, Service const& service) {
  auto threads = std::make_unique<Threads>(options, service);
  CE_CHECK(threads->bind());
  threads->run();
  return Server{std::move(threads)};
}

std::uint16_t Server::port() const {
  Error ignored;
  return threads_->plain.acceptor.local_endpoint(ignored).port();
}

std::uint16_t Server::tls_port() const {
  Error ignored;
  return threads_->secure ? threads_->secure->acceptor.local_endpoint(ignored).port() : std::uint16_t{0};
}

std::vector<service::Pulse const*> Server::pulses() const {
  std::vector<service::Pulse const*> all;
  for (auto const& lane : threads_->lanes) all.push_back(&lane.pulse);
  return all;
}

}  // namespace ce::http

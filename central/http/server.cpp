#include "central/http/server.h"

#include <sys/resource.h>

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <thread>

#include "central/http/connection.h"
#include "central/store/shared_reads.h"

namespace ce::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

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

}  // namespace

// One I/O thread with the connections that live on it.
struct Server::Lane {
  Connections connections;  // outlives the context, whose end frees those that are left
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
  asio::steady_timer timer{context};
  Tick give_up = Tick::max();
  bool draining = false;
  std::thread thread;

  // What is at hand when a look-up begins its transaction is answered in it; ending it waits behind that.
  void run() {
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
  Threads(Options const& o, Service const& s)
      : options(o), service(s), lanes(std::max(1U, o.io_threads)), acceptor(lanes.front().context) {}

  Options options;
  Service const& service;
  std::deque<Lane> lanes;
  tcp::acceptor acceptor;
  asio::steady_timer retry{lanes.front().context};
  std::size_t next_lane = 0;
  // After the lanes, so that it ends before them: its workers post into their contexts.
  std::unique_ptr<Pool> pool = std::make_unique<Pool>(options.pool_threads, options.pool_waiting);

  Result<void> bind();
  void run();
  void accept();
  void take(tcp::socket socket, Lane& lane);
  void stop();
};

Result<void> Server::Threads::bind() {
  auto const where = options.address + " port " + std::to_string(options.port);
  Error error;
  auto const address = asio::ip::make_address(options.address, error);
  if (error) return Failure{FailureCode::config_value_invalid, where + ": not an IP address"};
  tcp::endpoint const endpoint{address, options.port};
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address{true}, error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(1024, error);
  if (error) return Failure{FailureCode::config_value_invalid, where + ": " + error.message()};
  return {};
}

void Server::Threads::run() {
  allow_many_descriptors();
  accept();
  for (auto& lane : lanes) {
    lane.watch();
    lane.thread = std::thread{[&lane] { lane.run(); }};
  }
}

void Server::Threads::accept() {
  auto& lane = lanes[next_lane++ % lanes.size()];
  acceptor.async_accept(lane.context, [this, &lane](Error error, tcp::socket socket) {
    if (error == asio::error::operation_aborted || !acceptor.is_open()) return;
    if (!error) {
      take(std::move(socket), lane);
      return accept();
    }
    // Out of descriptors or the like: others must end first.
    retry.expires_after(std::chrono::milliseconds{100});
    retry.async_wait([this](Error stopped) {
      if (!stopped) accept();
    });
  });
}

void Server::Threads::take(tcp::socket socket, Lane& lane) {
  if (service.metrics().connections() >= static_cast<std::int64_t>(options.limits.connections)) {
    static constexpr std::string_view full =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: "
        "close\r\n\r\n";
    Error ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(full), ignored);
    return;
  }
  asio::post(lane.context, [this, &lane, socket = std::move(socket)]() mutable {
    if (lane.draining) return;
    std::make_shared<Connection>(std::move(socket), lane.connections, options, service, *pool)->start();
  });
}

void Server::Threads::stop() {
  asio::post(lanes.front().context, [this] {
    Error ignored;
    acceptor.close(ignored);
    retry.cancel();
  });
  for (auto& lane : lanes) {
    asio::post(lane.context, [this, &lane] { lane.drain(options.limits.drain); });
  }
  for (auto& lane : lanes) {
    if (lane.thread.joinable()) lane.thread.join();
  }
  pool.reset();
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
  return threads_->acceptor.local_endpoint(ignored).port();
}

}  // namespace ce::http

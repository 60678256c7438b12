#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <optional>
#include <string>

#include "central/http/connections.h"
#include "central/http/pool.h"
#include "central/http/server.h"
#include "central/http/shares.h"
#include "central/http/stream.h"

namespace ce::http {

/// What all connections of a server share.
struct House {
  Quota large_bodies;
  Lines strangers;  // by address, on the kiosks' port
  Lines kiosks;     // by certificate: the name in it and its serial number
};

/// One TCP connection and the requests that come over it, one after the other. Lives on the I/O thread of its
/// socket; only what ends in on_pool() is called elsewhere. Callbacks, not coroutines: g++ 12 with Asio 1.74
/// frees temporaries of co_await twice.
///
/// Shared, because each pending operation of the socket must keep it alive and nobody else knows how many
/// there are.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  /// `tls` null: in the clear. `line` is of House::strangers, for TLS.
  Connection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls, Share line,
             Connections& siblings, Options const& options, Service const& service, Pool& pool,
             Pool& verifying, House const& house);
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;
  ~Connection();

  void start();
  /// Ends what has taken too long; called twice a second.
  void check_deadline(Tick now);
  /// The program stops: an idle connection is closed, another one after its answer.
  void drain();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using Error = boost::system::error_code;
  enum class Phase : std::uint8_t { idle, reading, working, writing, lingering };

  void shake_hands();
  void await_request(Tick now = std::chrono::steady_clock::now());
  void read_header();
  void on_header(Error error);
  void take_header();
  void ask_before_body();
  void begin_large_body();
  void begin_body();
  void read_body();
  void on_read(Error error);
  void dispatch();
  void work_on(Pool& pool, void (Connection::*work)(std::shared_ptr<Connection> self));
  void answer_on_pool(std::shared_ptr<Connection> self);
  void ask_on_pool(std::shared_ptr<Connection> self);
  void refuse(int status, FailureCode code, std::string_view chinese);
  void refuse_unreadable(Error error);
  void respond(Response response);
  void write_at_once(std::array<boost::asio::const_buffer, 2> const& pieces, Tick now);
  void on_written(Error error, Tick now = std::chrono::steady_clock::now());
  void leave();
  void linger();
  void close();

  void enter(Phase phase, std::chrono::milliseconds limit, Tick now = std::chrono::steady_clock::now());
  [[nodiscard]] std::optional<std::string_view> header_fault() const;
  [[nodiscard]] bool make_request();
  void write_head();

  Stream stream_;
  Connections& siblings_;
  Options const& options_;
  Service const& service_;
  Pool& pool_;
  Pool& verifying_;
  House const& house_;

  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Router::Match match_;
  Request request_;
  Response response_;
  std::string head_;
  std::string peer_;
  std::optional<kiosk_ca::ClientIdentity> client_;  // of the TLS connection
  Share line_;                                      // of it
  Share large_;                                     // of the body at hand
  Tick began_;
  Tick deadline_;
  Phase phase_ = Phase::idle;
  bool timed_out_ = false;
  bool draining_ = false;
  bool keep_ = false;
  std::size_t discarded_ = 0;
};

}  // namespace ce::http

#include "central/http/connection.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "central/http/pages.h"
#include "central/http/problem.h"
#include "central/http/tls.h"

namespace ce::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::size_t buffer_bytes = 16'384;    // header limit and then some; keeps idle connections small
constexpr std::size_t idle_bytes = 2048;        // what a connection keeps between requests
constexpr std::size_t body_bytes = 64U << 20U;  // no route takes more
constexpr std::size_t linger_bytes = 64U << 20U;
constexpr std::size_t at_once_bytes = 16'384;  // the least that a socket's buffer holds
constexpr std::chrono::milliseconds linger_time{5'000};
constexpr std::chrono::milliseconds linger_time_at_stop{300};

// By certificate: a handshake asks nobody whether it was taken back, and a stolen machine that opens all its
// lines must leave those of the machine in its place.
std::string line_name(kiosk_ca::ClientIdentity const& client) {
  return client.kiosk + '/' + client.serial;
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, asio::ssl::context* tls, Share line,
                       Connections& siblings, Options const& options, Service const& service, Pool& pool,
                       Pool& verifying, House const& house)
    : stream_(std::move(socket), tls),
      siblings_(siblings),
      options_(options),
      service_(service),
      pool_(pool),
      verifying_(verifying),
      house_(house),
      buffer_(buffer_bytes),
      line_(std::move(line)) {
  Error ignored;
  peer_ = peer_of(stream_.socket());
  stream_.socket().set_option(asio::ip::tcp::no_delay{true}, ignored);
  stream_.socket().non_blocking(true, ignored);
  siblings_.add(this);
  service_.metrics().connection_opened();
}

Connection::~Connection() {
  siblings_.remove(this);
  service_.metrics().connection_closed();
}

void Connection::start() {
  stream_.tls() == nullptr ? await_request() : shake_hands();
}

// Who does not get through learns why by TLS's own alert, which a reset would take along.
void Connection::shake_hands() {
  enter(Phase::reading, options_.limits.header);
  stream_.async_handshake([self = shared_from_this()](Error error) {
    if (error) return self->leave();
    self->client_ = client_of(*self->stream_.tls());
    if (self->client_) self->line_ = self->house_.kiosks.take(line_name(*self->client_));
    if (!self->line_) {  // more lines than one kiosk needs
      self->service_.turn_away(LineRefusal::of_one_kiosk, self->peer_);
      return self->close();
    }
    self->await_request();
  });
}

void Connection::enter(Phase phase, std::chrono::milliseconds limit, Tick now) {
  phase_ = phase;
  deadline_ = now + limit;
}

void Connection::check_deadline(Tick now) {
  if (phase_ == Phase::working || now < deadline_) return;
  if (phase_ == Phase::reading) {
    timed_out_ = true;
    Error ignored;
    stream_.socket().cancel(ignored);
  } else {
    close();
  }
}

void Connection::drain() {
  draining_ = true;
  if (phase_ == Phase::idle) close();
}

void Connection::close() {
  Error ignored;
  stream_.socket().close(ignored);
}

void Connection::await_request(Tick now) {
  if (draining_) return close();
  if (buffer_.size() != 0) return read_header();
  if (buffer_.capacity() > idle_bytes) buffer_.shrink_to_fit();
  // Who shows nothing at the kiosks' port has nothing to wait for there.
  bool const stranger = line_ && !client_;
  enter(Phase::idle, stranger ? options_.limits.header : options_.limits.idle, now);
  stream_.async_read_some(buffer_.prepare(idle_bytes),
                          [self = shared_from_this()](Error error, std::size_t n) {
                            if (error) return self->close();
                            self->buffer_.commit(n);
                            self->read_header();
                          });
}

void Connection::read_header() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(options_.limits.header_bytes));
  parser_->body_limit(body_bytes);
  // Nearly always all of it is here, and then nothing needs to wait for its turn again.
  Error error;
  buffer_.consume(parser_->put(buffer_.data(), error));
  if (parser_->is_header_done() || (error && error != beast::http::error::need_more)) return on_header(error);
  enter(Phase::reading, options_.limits.header);
  beast::http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](Error failed, std::size_t) { self->on_header(failed); });
}

void Connection::on_header(Error error) {
  began_ = std::chrono::steady_clock::now();
  match_ = {.route = nullptr, .index = service_.metrics().rows(), .captures = {}, .allowed = {}};
  if (error) return refuse_unreadable(error);
  take_header();
}

void Connection::read_body() {
  if (parser_->is_done()) return dispatch();
  parser_->body_limit(match_.route->most_body);
  enter(Phase::reading, options_.limits.body);
  beast::http::async_read(stream_, buffer_, *parser_,
                          [self = shared_from_this()](Error error, std::size_t) { self->on_read(error); });
}

void Connection::on_read(Error error) {
  began_ = std::chrono::steady_clock::now();
  if (error) return refuse_unreadable(error);
  dispatch();
}

void Connection::dispatch() {
  request_.body = std::move(parser_->get().body());
  keep_ = parser_->keep_alive();
  phase_ = Phase::working;
  if (runs_in_place(*match_.route)) return respond(service_.answer(*match_.route, request_));
  work_on(match_.route->work == Work::verifying ? verifying_ : pool_, &Connection::answer_on_pool);
}

void Connection::work_on(Pool& pool, void (Connection::*work)(std::shared_ptr<Connection> self)) {
  service_.metrics().pool_queued();
  bool const taken = pool.offer([self = shared_from_this(), work]() mutable {
    auto& connection = *self;
    connection.service_.metrics().pool_taken();
    (connection.*work)(std::move(self));
  });
  if (taken) return;
  service_.metrics().pool_refused();
  Failure const busy{FailureCode::storage_busy, {}};
  respond(http_refusal(request_.path, status_of(busy.code), busy.code, words_for(busy)));
}

// `self` is handed on whole, so that the connection never ends on this thread.
void Connection::answer_on_pool(std::shared_ptr<Connection> self) {
  auto response = service_.answer(*match_.route, request_);
  auto executor = stream_.get_executor();
  asio::post(executor, [self = std::move(self), response = std::move(response)]() mutable {
    self->respond(std::move(response));
  });
}

void Connection::ask_before_body() {
  phase_ = Phase::working;
  work_on(pool_, &Connection::ask_on_pool);
}

void Connection::ask_on_pool(std::shared_ptr<Connection> self) {
  auto refused = service_.refuse_early(*match_.route, request_);
  auto executor = stream_.get_executor();
  asio::post(executor, [self = std::move(self), refused = std::move(refused)]() mutable {
    refused ? self->respond(std::move(*refused)) : self->begin_large_body();
  });
}

void Connection::begin_large_body() {
  auto const bytes = parser_->content_length().value_or(match_.route->most_body);
  large_ = house_.large_bodies.take(static_cast<std::size_t>(bytes));
  if (large_) return begin_body();
  service_.metrics().pool_refused();
  Failure const busy{FailureCode::storage_busy, {}};
  refuse(status_of(busy.code), busy.code, words_for(busy));
}

void Connection::refuse_unreadable(Error error) {
  keep_ = false;
  namespace codes = beast::http;
  if (error == codes::error::end_of_stream || error == codes::error::partial_message) return close();
  if (error == codes::error::header_limit) {
    return refuse(431, FailureCode::input_invalid, "请求头过大");
  }
  if (error == codes::error::body_limit) {
    return refuse(413, FailureCode::answer_too_large, "请求内容过大");
  }
  if (timed_out_) return refuse(408, FailureCode::input_invalid, "请求未在规定时间内发送完毕");
  if (error.category() == codes::make_error_code(codes::error::bad_method).category()) {
    return refuse(400, FailureCode::input_invalid, "不是合格的HTTP请求");
  }
  close();
}

void Connection::refuse(int status, FailureCode code, std::string_view chinese) {
  respond(http_refusal(request_.path, status, code, chinese));
}

void Connection::respond(Response response) {
  auto const now = std::chrono::steady_clock::now();
  service_.note(match_.index, response.status, now - began_);
  response_ = std::move(response);
  keep_ = keep_ && !draining_;
  write_head();
  if (request_.method == Method::head) response_.body.clear();
  enter(Phase::writing, options_.limits.write, now);
  std::array<asio::const_buffer, 2> const pieces{asio::buffer(head_), asio::buffer(response_.body)};
  // A short answer fits what the kernel holds. With a next request here already others come first.
  if (buffer_.size() == 0 && head_.size() + response_.body.size() <= at_once_bytes) {
    return write_at_once(pieces, now);
  }
  asio::async_write(stream_, pieces,
                    [self = shared_from_this()](Error error, std::size_t) { self->on_written(error); });
}

void Connection::write_at_once(std::array<asio::const_buffer, 2> const& pieces, Tick now) {
  Error error;
  auto const sent = stream_.write_some(pieces, error);
  if (error == asio::error::would_block) error = {};
  if (error || sent == head_.size() + response_.body.size()) return on_written(error, now);
  auto const of_head = std::min(sent, head_.size());
  std::array<asio::const_buffer, 2> const left{pieces[0] + of_head, pieces[1] + (sent - of_head)};
  asio::async_write(stream_, left,
                    [self = shared_from_this()](Error failed, std::size_t) { self->on_written(failed); });
}

// `now` is of a moment ago where the answer went at once: asking the clock again would be a part of its cost.
void Connection::on_written(Error error, Tick now) {
  if (error) return close();
  request_ = {};
  large_.reset();
  response_.body = std::string{};  // with its memory
  response_.headers.clear();
  parser_.reset();
  keep_ ? await_request(now) : leave();
}

void Connection::leave() {
  Error ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  enter(Phase::lingering, draining_ ? linger_time_at_stop : linger_time);
  linger();
}

// Closing while the other side still sends would reset the connection and take our answer with it, so what
// is left is read and thrown away for a while (RFC 9112, 9.6).
void Connection::linger() {
  buffer_.clear();
  stream_.socket().async_read_some(buffer_.prepare(buffer_bytes),
                                   [self = shared_from_this()](Error error, std::size_t n) {
                                     self->discarded_ += n;
                                     if (error || self->discarded_ > linger_bytes) return self->close();
                                     self->linger();
                                   });
}

void Connections::check_deadlines(Tick now) const {
  for (auto* connection : alive_) connection->check_deadline(now);
}

void Connections::drain() const {
  for (auto* connection : alive_) connection->drain();
}

}  // namespace ce::http

#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <memory>
#include <string>
#include <utility>

namespace ce::http {

/// The address at the other end; that of nobody (0.0.0.0) where it has gone already.
[[nodiscard]] inline std::string peer_of(boost::asio::ip::tcp::socket const& socket) {
  boost::system::error_code gone;
  return socket.remote_endpoint(gone).address().to_string();
}

/// A TCP connection, in the clear or as TLS. On the I/O thread of its socket.
class Stream {
 public:
  using executor_type = boost::asio::ip::tcp::socket::executor_type;
  using Error = boost::system::error_code;

  /// `tls` null: in the clear; else borrowed for the constructor alone.
  Stream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls) : socket_(std::move(socket)) {
    if (tls != nullptr) tls_ = std::make_unique<Tls>(socket_, *tls);
  }

  [[nodiscard]] executor_type get_executor() { return socket_.get_executor(); }
  [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return socket_; }
  /// OpenSSL's own; null in the clear.
  [[nodiscard]] SSL* tls() { return tls_ ? tls_->native_handle() : nullptr; }

  template <class Handler>
  void async_handshake(Handler&& handler) {
    tls_->async_handshake(Tls::server, std::forward<Handler>(handler));
  }
  template <class Buffers, class Handler>
  void async_read_some(Buffers const& buffers, Handler&& handler) {
    if (tls_) return tls_->async_read_some(buffers, std::forward<Handler>(handler));
    socket_.async_read_some(buffers, std::forward<Handler>(handler));
  }
  template <class Buffers, class Handler>
  void async_write_some(Buffers const& buffers, Handler&& handler) {
    if (tls_) return tls_->async_write_some(buffers, std::forward<Handler>(handler));
    socket_.async_write_some(buffers, std::forward<Handler>(handler));
  }
  /// What can be written without waiting; would_block where nothing can, and always for TLS.
  template <class Buffers>
  std::size_t write_some(Buffers const& buffers, Error& error) {
    if (!tls_) return socket_.write_some(buffers, error);
    error = boost::asio::error::would_block;
    return 0;
  }

 private:
  using Tls = boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>;

  boost::asio::ip::tcp::socket socket_;
  std::unique_ptr<Tls> tls_;
};

}  // namespace ce::http

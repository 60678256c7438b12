// The kiosks' port: it shows another certificate from time to time, and nobody is disturbed by it; who comes
// too often is turned away.
#include <gmock/gmock.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "central/http/server.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::central {
namespace {

using namespace std::chrono_literals;

/// A kiosk's key with its certificate.
struct Identity {
  Identity(kiosk_ca::Authority const& authority, std::string const& kiosk)
      : key(EVP_EC_gen("P-256"), EVP_PKEY_free), certificate(nullptr, X509_free) {
    std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> const asked{X509_REQ_new(), X509_REQ_free};
    X509_REQ_set_pubkey(asked.get(), key.get());
    X509_REQ_sign(asked.get(), key.get(), EVP_sha256());
    std::unique_ptr<BIO, decltype(&BIO_free)> const text{BIO_new(BIO_s_mem()), BIO_free};
    PEM_write_bio_X509_REQ(text.get(), asked.get());
    char* begin = nullptr;
    auto const size = static_cast<std::size_t>(BIO_get_mem_data(text.get(), &begin));
    auto const made = authority.certify({begin, size}, kiosk, SystemClock{}.now()).value();
    std::unique_ptr<BIO, decltype(&BIO_free)> const signed_one{
        BIO_new_mem_buf(made.pem.data(), static_cast<int>(made.pem.size())), BIO_free};
    certificate.reset(PEM_read_bio_X509(signed_one.get(), nullptr, nullptr, nullptr));
  }

  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key;
  std::unique_ptr<X509, decltype(&X509_free)> certificate;
};

/// A TLS line to the port of this machine. Closed at its end.
class Line {
 public:
  explicit Line(std::uint16_t port, Identity const* shown = nullptr)
      : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address), 0);
    tls_.reset(SSL_new(context_.get()));
    if (shown != nullptr) {
      SSL_use_certificate(tls_.get(), shown->certificate.get());
      SSL_use_PrivateKey(tls_.get(), shown->key.get());
    }
    SSL_set_fd(tls_.get(), socket_);
    std::signal(SIGPIPE, SIG_IGN);  // who is turned away in the middle of a handshake
    is_open_ = SSL_connect(tls_.get()) == 1;
  }
  Line(Line const&) = delete;
  Line& operator=(Line const&) = delete;
  ~Line() { ::close(socket_); }

  [[nodiscard]] bool is_open() const { return is_open_; }
  /// Serial number of what the server showed.
  [[nodiscard]] std::int64_t serial() const {
    std::unique_ptr<X509, decltype(&X509_free)> const shown{SSL_get1_peer_certificate(tls_.get()), X509_free};
    EXPECT_TRUE(shown);
    if (!shown) return -1;
    std::uint64_t number = 0;
    auto const* const whole = X509_get0_serialNumber(shown.get());
    for (int i = 0; i < std::min(8, whole->length); ++i) number = number << 8U | whole->data[i];
    return static_cast<std::int64_t>(number);
  }
  /// Whether a request is answered on it.
  [[nodiscard]] bool serves() const {
    std::string const request = "GET /api/here HTTP/1.1\r\nHost: a\r\n\r\n";
    std::string answer(1024, '\0');
    return SSL_write(tls_.get(), request.data(), static_cast<int>(request.size())) > 0 &&
           SSL_read(tls_.get(), answer.data(), static_cast<int>(answer.size())) > 0 &&
           answer.starts_with("HTTP/1.1 200");
  }

 private:
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> tls_{nullptr, SSL_free};
  int socket_ = -1;
  bool is_open_ = false;
};

/// What a server with that port needs.
struct KiosksPort : testing::Test {
  KiosksPort() {
    metrics.watch(router.routes());
    auto const first = make();
    options.tls.emplace();
    options.tls->address = "127.0.0.1";
    options.tls->certificate = first.certificate;
    options.tls->key = first.key;
    options.tls->client_authority = authority.pem();
  }
  [[nodiscard]] kiosk_ca::ServerPair make() const {
    return authority.serve_as(std::vector<std::string>{"127.0.0.1"}, SystemClock{}.now(),
                              kiosk_ca::own_server_days);
  }
  [[nodiscard]] std::int64_t refused(std::string const& why) const {
    http::Exposition out;
    metrics.put(out);
    auto const name = "ce_http_lines_refused_total{why=\"" + why + "\"} ";
    auto const at = out.text().find(name);
    return at == std::string::npos ? -1 : std::stoll(out.text().substr(at + name.size()));
  }
  test::TempDirectory directory;
  log::Logger log = log::Logger::to_file(directory / "log", 1U << 20U, 1).value();
  kiosk_ca::Authority authority = kiosk_ca::Authority::make(directory / "keys", SystemClock{}.now()).value();
  http::Router router{
      {{.pattern = "/api/here", .handle = [](http::Request const&) { return http::Response{}; }}}};
  http::Metrics metrics;
  http::Service service{
      router, {.kiosk = {}, .site = {}, .session = {}, .glance = {}, .own_origin = {}}, metrics, log};
  http::Options options;
};
struct Renewal : KiosksPort {};

TEST_F(KiosksPort, TakesSoManyNewLinesOfOneAddressAndNoMore) {
  options.limits.new_lines = {.per_minute = 0, .burst = 5};
  auto const server = http::Server::start(options, service).value();
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(Line{server.tls_port()}.serves()) << i;
  EXPECT_FALSE(Line{server.tls_port()}.is_open()) << "though none of them is open any more";
  EXPECT_FALSE(Line{server.tls_port()}.is_open());
  EXPECT_EQ(refused("new_of_address"), 2);
  auto const text = test::read_all(directory / "log");
  EXPECT_THAT(text, testing::AllOf(testing::HasSubstr("new_of_address"), testing::HasSubstr("127.0.0.1")));
  EXPECT_EQ(text.find("line_refused"), text.rfind("line_refused")) << "once a minute";
}

// A handshake asks nobody whether a certificate was taken back.
TEST_F(KiosksPort, OneMachinesLinesLeaveThoseOfTheMachineInItsPlace) {
  options.limits.lines_of_kiosk = 2;
  auto const server = http::Server::start(options, service).value();
  Identity const stolen{authority, "K1"};
  Identity const next{authority, "K1"};
  Line const first{server.tls_port(), &stolen};
  Line const second{server.tls_port(), &stolen};
  EXPECT_TRUE(first.serves());
  EXPECT_TRUE(second.serves());
  EXPECT_FALSE((Line{server.tls_port(), &stolen}.serves()));
  EXPECT_EQ(refused("of_one_kiosk"), 1);
  EXPECT_TRUE((Line{server.tls_port(), &next}.serves()));
}

TEST_F(Renewal, NewLinesSeeTheNextCertificateAndOpenOnesGoOn) {
  std::atomic<bool> due = false;
  std::atomic<bool> useless = false;
  std::atomic<int> asked = 0;
  options.tls->renewal_every = 5ms;
  options.tls->renewal = [&]() -> std::optional<kiosk_ca::ServerPair> {
    ++asked;
    if (!due.exchange(false)) return std::nullopt;
    return useless.exchange(false) ? kiosk_ca::ServerPair{"none", SecretText{"none"}} : make();
  };
  auto const server = http::Server::start(options, service).value();
  auto const wait_for_next = [&] {
    due = true;
    for (auto const until = asked + 3; asked < until;) std::this_thread::sleep_for(1ms);
  };

  Line const open{server.tls_port()};
  auto const shown = open.serial();
  EXPECT_EQ(Line{server.tls_port()}.serial(), shown) << "it is not time yet";
  wait_for_next();
  auto const next = Line{server.tls_port()}.serial();
  EXPECT_NE(next, shown);
  EXPECT_TRUE(open.serves()) << "by the one of before";
  useless = true;
  wait_for_next();
  EXPECT_EQ(Line{server.tls_port()}.serial(), next) << "what cannot be used changes nothing";
  wait_for_next();
  EXPECT_NE(Line{server.tls_port()}.serial(), next);
}

}  // namespace
}  // namespace ce::central

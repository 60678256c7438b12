#include "kiosk/drivers/central/session.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "kiosk/drivers/central/late_clock.h"
#include "kiosk/drivers/central/shown_identity.h"
#include "kiosk/drivers/central/tls_words.h"
#include "shared/protocol/json.h"

namespace ce::drivers {

struct FreeEasy {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, FreeList>;

namespace {

constexpr curl_off_t longest_patience_s = 3600;

void add(Headers& headers, std::string const& line) {
  auto* grown = curl_slist_append(headers.get(), line.c_str());
  if (grown == nullptr) std::abort();
  (void)headers.release();
  headers.reset(grown);
}

/// The body as it comes in. Room for all of it is taken at once, so that growing leaves no copies behind.
struct Inbox {
  SecretText body;
  bool too_large = false;
};

std::size_t take_bytes(char* bytes, std::size_t one, std::size_t count, void* inbox) {
  auto& box = *static_cast<Inbox*>(inbox);
  auto& body = box.body.reveal();
  std::size_t const size = one * count;
  if (body.size() + size > protocol::max_body_bytes) {
    box.too_large = true;
    return 0;  // libcurl then breaks the connection off
  }
  body.append(bytes, size);
  return size;
}

/// libcurl asks about once a second, whatever comes in.
int goes_on(void* given_up, curl_off_t /*to_get*/, curl_off_t /*got*/, curl_off_t /*to_send*/,
            curl_off_t /*sent*/) {
  return *static_cast<std::atomic<bool> const*>(given_up) ? 1 : 0;
}

Failure failure_of(CURLcode code, Inbox const& inbox, char const* words) {
  if (inbox.too_large || code == CURLE_FILESIZE_EXCEEDED) {
    return {FailureCode::answer_too_large,
            "central sent more than " + std::to_string(protocol::max_body_bytes >> 20U) + " MiB"};
  }
  std::string detail = *words != '\0' ? words : curl_easy_strerror(code);
  if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_WEIRD_SERVER_REPLY ||
      code == CURLE_BAD_CONTENT_ENCODING) {
    return {FailureCode::answer_malformed, std::move(detail)};
  }
  return {FailureCode::central_unreachable, tls_words(detail)};
}

/// "application/json" of "Application/JSON; charset=utf-8".
std::string media_type(char const* header) {
  std::string type{header != nullptr ? header : ""};
  type.resize(std::min(type.find_first_of("; "), type.size()));
  for (char& c : type) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return type;
}

constexpr long longest_connection_s = 3600;

/// Debian's libcurl would believe every authority of the system's directory beside this one.
void trust_only(CURL* curl, std::filesystem::path const& authority) {
  curl_easy_setopt(curl, CURLOPT_CAINFO, authority.c_str());
  curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
}

void use_tls13(CURL* curl) {
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_3));
}

int with_a_late_clock(CURL* /*curl*/, void* context, void* /*nothing*/) {
  take_what_has_not_begun(*static_cast<ssl_ctx_st*>(context));
  return CURLE_OK;
}

/// Another line each hour: a renewed certificate is shown within it.
void show(CURL* curl, ShownIdentity& identity) {
  identity.give_to(curl);
  curl_easy_setopt(curl, CURLOPT_MAXLIFETIME_CONN, longest_connection_s);
  curl_easy_setopt(curl, CURLOPT_MAXCONNECTS, 1L);
}

}  // namespace

struct HttpCentral::Session::Handle {
  ShownIdentity identity;  // the next borrows it
  std::unique_ptr<CURL, FreeEasy> curl;
  Headers headers;
  std::array<char, CURL_ERROR_SIZE> words{};
};

HttpCentral::Session::Session(std::string base_url, CentralAddress const& address,
                              std::optional<SecretText> const& key)
    : handle_(new Handle{ShownIdentity{address.identity}, {}, {}, {}}), base_url_(std::move(base_url)) {
  static CURLcode const library = curl_global_init(CURL_GLOBAL_DEFAULT);  // once for the process
  handle_->curl.reset(curl_easy_init());
  auto* curl = handle_->curl.get();
  if (library != CURLE_OK || curl == nullptr) std::abort();

  if (key) {
    SecretText const authorization{"Authorization: Bearer " + key->reveal()};
    add(handle_->headers, authorization.reveal());
  }
  add(handle_->headers, "X-Kiosk-Id: " + address.kiosk_id);
  add(handle_->headers, "Content-Type: application/json");
  add(handle_->headers, "Accept: application/json, image/png, application/problem+json");
  add(handle_->headers, "Expect:");  // no round trip before a body
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, handle_->headers.get());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "ce-kiosk");
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, handle_->words.data());
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // whatever the environment says
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXCONNECTS, 1L);  // one left behind is closed, not taken up again
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(address.connect_limit.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(address.total_limit.count()));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, address.slowest_bytes);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME,
                   address.slowest_bytes > 0 ? static_cast<long>(address.slow_limit.count()) : 0L);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &goes_on);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &given_up_);
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(protocol::max_body_bytes));
  // What is counted against the limit is what was unpacked: a bomb is broken off like any long answer.
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take_bytes);
  bool const as_nobody = !key && address.identity.empty();
  auto const& trusted = address.ca_file.empty() && !key ? address.authority : address.ca_file;
  if (!trusted.empty()) trust_only(curl, trusted);
  if (!key) use_tls13(curl);
  if (!key && !as_nobody) show(curl, handle_->identity);
  if (as_nobody && !trusted.empty()) curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, &with_a_late_clock);
  // An enrolment has proofs of its own (enrol.h).
  if (as_nobody && trusted.empty()) {
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
  }
}

HttpCentral::Session::~Session() = default;

Result<Answer> HttpCentral::Session::call(std::string_view path, std::optional<SecretText> body) {
  auto* curl = handle_->curl.get();
  std::string const url = base_url_ + std::string{path};
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (body) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->reveal().data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->reveal().size()));
  } else {
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  }
  // The machine may have been enrolled anew since: the certificate is read at each new connection. And where
  // an answer could not be read, more of it may lie on the line.
  curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, std::exchange(afresh_, true) ? 1L : 0L);
  Inbox inbox;
  inbox.body.reveal().reserve(std::size_t{64} << 10U);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &inbox);
  handle_->words.fill('\0');
  patience_ = std::chrono::seconds{0};
  handle_->identity.begin();
  CURLcode const code = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, nullptr);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, nullptr);
  if (!handle_->identity.trouble().empty()) {
    return Failure{FailureCode::central_unreachable, handle_->identity.trouble()};
  }
  if (code != CURLE_OK) return failure_of(code, inbox, handle_->words.data());

  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  afresh_ = status == 401;
  if (status == 429 || status == 503) {
    curl_off_t seconds = 0;
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
    patience_ = std::chrono::seconds{std::clamp<curl_off_t>(seconds, 0, longest_patience_s)};
  }
  char* type = nullptr;
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  return Answer{static_cast<int>(status), media_type(type), std::move(inbox.body)};
}

}  // namespace ce::drivers

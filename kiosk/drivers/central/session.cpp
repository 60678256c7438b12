#include "kiosk/drivers/central/session.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

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
  return {FailureCode::central_unreachable, std::move(detail)};
}

/// "application/json" of "Application/JSON; charset=utf-8".
std::string media_type(char const* header) {
  std::string type{header != nullptr ? header : ""};
  type.resize(std::min(type.find_first_of("; "), type.size()));
  for (char& c : type) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return type;
}

}  // namespace

struct HttpCentral::Session::Handle {
  std::unique_ptr<CURL, FreeEasy> curl;
  Headers headers;
  std::array<char, CURL_ERROR_SIZE> words{};
};

HttpCentral::Session::Session(std::string base_url, CentralAddress const& address, SecretText const& key)
    : handle_(std::make_unique<Handle>()), base_url_(std::move(base_url)) {
  static CURLcode const library = curl_global_init(CURL_GLOBAL_DEFAULT);  // once for the process
  handle_->curl.reset(curl_easy_init());
  auto* curl = handle_->curl.get();
  if (library != CURLE_OK || curl == nullptr) std::abort();

  SecretText const authorization{"Authorization: Bearer " + key.reveal()};
  add(handle_->headers, authorization.reveal());
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
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(address.connect_limit.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(address.total_limit.count()));
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(protocol::max_body_bytes));
  // What is counted against the limit is what was unpacked: a bomb is broken off like any long answer.
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take_bytes);
  if (!address.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, address.ca_file.c_str());
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
  Inbox inbox;
  inbox.body.reveal().reserve(std::size_t{64} << 10U);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &inbox);
  handle_->words.fill('\0');
  patience_ = std::chrono::seconds{0};
  CURLcode const code = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, nullptr);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, nullptr);
  if (code != CURLE_OK) return failure_of(code, inbox, handle_->words.data());

  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
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

#include "central/alarms/post.h"

#include <curl/curl.h>

#include <array>
#include <memory>

namespace ce::alarms {
namespace {

constexpr long connect_limit_ms = 5000;
constexpr long total_limit_ms = 10'000;

struct FreeEasy {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, FreeList>;

bool add(Headers& headers, std::string const& line) {
  auto* const grown = curl_slist_append(headers.get(), line.c_str());
  if (grown == nullptr) return false;
  (void)headers.release();
  headers.reset(grown);
  return true;
}

/// What the other side says beside its status is nobody's concern.
std::size_t pass_over(char* /*bytes*/, std::size_t one, std::size_t count, void* /*nothing*/) {
  return one * count;
}

void trust(CURL* curl, std::filesystem::path const& ca_file) {
  if (ca_file.empty()) return;
  curl_easy_setopt(curl, CURLOPT_CAINFO, ca_file.c_str());
  curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
}

}  // namespace

Result<void> post(Webhook const& webhook, std::string const& body,
                  std::vector<std::pair<std::string, std::string>> const& headers) {
  static CURLcode const library = curl_global_init(CURL_GLOBAL_DEFAULT);  // once for the process
  std::unique_ptr<CURL, FreeEasy> const curl{curl_easy_init()};
  Headers lines;
  bool ready = library == CURLE_OK && curl != nullptr && add(lines, "Content-Type: application/json") &&
               add(lines, "Expect:");
  for (auto const& [name, value] : headers) {
    auto text = name;
    text.append(": ").append(value);
    ready = ready && add(lines, text);
  }
  if (!ready) return Failure{FailureCode::central_unreachable, "libcurl cannot begin"};
  std::array<char, CURL_ERROR_SIZE> words{};
  auto* const line = curl.get();
  curl_easy_setopt(line, CURLOPT_URL, webhook.url.c_str());
  curl_easy_setopt(line, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(line, CURLOPT_PROXY, "");  // whatever the environment says
  curl_easy_setopt(line, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(line, CURLOPT_USERAGENT, "ce-central");
  curl_easy_setopt(line, CURLOPT_ERRORBUFFER, words.data());
  curl_easy_setopt(line, CURLOPT_CONNECTTIMEOUT_MS, connect_limit_ms);
  curl_easy_setopt(line, CURLOPT_TIMEOUT_MS, total_limit_ms);
  curl_easy_setopt(line, CURLOPT_HTTPHEADER, lines.get());
  curl_easy_setopt(line, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(line, CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(line, CURLOPT_WRITEFUNCTION, pass_over);
  trust(line, webhook.ca_file);
  auto const done = curl_easy_perform(line);
  long status = 0;
  curl_easy_getinfo(line, CURLINFO_RESPONSE_CODE, &status);
  if (done != CURLE_OK)
    return Failure{FailureCode::central_unreachable,
                   words[0] != '\0' ? words.data() : curl_easy_strerror(done)};
  if (status < 200 || status > 299)
    return Failure{FailureCode::central_unreachable, "HTTP " + std::to_string(status)};
  return {};
}

}  // namespace ce::alarms

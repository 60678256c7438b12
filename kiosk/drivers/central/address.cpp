#include "kiosk/drivers/central/address.h"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <system_error>

namespace ce::drivers {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

/// A part of the URL, empty where it has none.
std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return {};
  std::string copy{text};
  curl_free(text);
  return copy;
}

bool is_loopback(std::string const& host) {
  if (host == "localhost" || host == "[::1]") return true;
  in_addr address{};
  return inet_pton(AF_INET, host.c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24U) == 127;
}

Failure invalid(std::string why) {
  return {FailureCode::config_value_invalid, std::move(why)};
}

}  // namespace

Result<std::string> check_base_url(std::string const& url) {
  std::unique_ptr<CURLU, FreeUrl> const parsed{curl_url()};
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
    return invalid("address of central: " + url + " is no URL");
  }
  auto const scheme = part(parsed.get(), CURLUPART_SCHEME);
  auto const host = part(parsed.get(), CURLUPART_HOST);
  if (scheme != "https" && !(scheme == "http" && is_loopback(host))) {
    return invalid("address of central: use https; http is only for this machine itself (127.0.0.1)");
  }
  auto const path = part(parsed.get(), CURLUPART_PATH);
  bool const bare = part(parsed.get(), CURLUPART_USER).empty() &&
                    part(parsed.get(), CURLUPART_QUERY).empty() &&
                    part(parsed.get(), CURLUPART_FRAGMENT).empty() && (path.empty() || path == "/");
  if (!bare) return invalid("address of central: give scheme, host and port only");
  return url.ends_with('/') ? url.substr(0, url.size() - 1) : url;
}

Result<SecretText> read_key_file(std::filesystem::path const& file) {
  std::string const name = "key file " + file.string();
  std::error_code error;
  auto const status = std::filesystem::status(file, error);
  if (error || status.type() != std::filesystem::file_type::regular) {
    return invalid(name + ": not there or no regular file");
  }
  using std::filesystem::perms;
  if ((status.permissions() & (perms::others_read | perms::others_write)) != perms::none) {
    return invalid(name + ": every user of this machine may touch it; set its mode to 0600");
  }
  std::ifstream in{file};
  SecretText key;
  if (!std::getline(in, key.reveal())) return invalid(name + ": cannot be read or is empty");
  auto const& line = key.reveal();
  bool const visible = std::all_of(line.begin(), line.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (line.empty() || line.size() > 512 || !visible) {
    return invalid(name + ": its first line must be the key, up to 512 visible characters");
  }
  return key;
}

}  // namespace ce::drivers

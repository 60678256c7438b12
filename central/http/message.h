#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "central/kiosk_ca/client_identity.h"

/// A request and a response as handlers see them: values without any library's types.
namespace ce::accounts {
struct SignedIn;
}

namespace ce::http {

enum class Method : std::uint8_t { get, head, post, other };

/// A file of a multipart form.
struct FormFile {
  std::string field;
  std::string name;  // the last part of what the browser says; never a path
  std::string type;  // as the browser says it, lower case; not to be believed
  std::string bytes;
};

/// What a browser adds to a request; only read for pages and session routes.
struct Browser {
  std::string target;      // path and query as they came
  std::string host;        // Host
  std::string cookies;     // Cookie
  std::string origin;      // Origin
  std::string fetch_site;  // Sec-Fetch-Site
  std::string csrf;        // X-CSRF-Token
  std::string boundary;    // of multipart/form-data
};

/// One complete request. Owns its text; the body is as it came.
struct Request {
  Method method = Method::get;
  std::string path;                                        // percent-decoded, without the query
  std::vector<std::pair<std::string, std::string>> query;  // percent-decoded, in order
  std::vector<std::string> captures;                       // what {name} parts of the route stood for
  std::string address;                                     // who asks; behind a trusted proxy, what it says
  std::string kiosk_id;                                    // X-Kiosk-Id; after the door, who was let in
  std::string bearer;                                      // the key of Authorization: Bearer KEY
  std::optional<kiosk_ca::ClientIdentity> certificate;     // of the TLS connection, its chain checked
  std::string told_certificate;                            // by a trusted proxy: PEM, percent-encoded
  std::string content_type;                                // lower case, without parameters
  std::string if_none_match;
  std::string accept_encoding;
  std::string body;
  Browser browser;

  // Filled in by the route's door, before the handler runs.
  accounts::SignedIn const* signed_in = nullptr;          // session routes: who asks; lives for the handler
  std::vector<std::pair<std::string, std::string>> form;  // session routes, POST: what was typed
  std::vector<FormFile> files;                            // and what was uploaded
  std::optional<std::int64_t> site;                       // site routes: the institution

  /// The first member of that name, or empty.
  [[nodiscard]] std::string_view query_value(std::string_view name) const;
  [[nodiscard]] std::string_view form_value(std::string_view name) const;
};

/// What goes back. `headers` holds what is not said by the other members; their text is ours, never a
/// caller's, so that nothing can be smuggled into a header.
struct Response {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// Percent-decodes; with `plus_is_space` as forms do. False for a bad escape or a NUL.
[[nodiscard]] bool percent_decode(std::string_view text, bool plus_is_space, std::string& decoded);

/// Without the blanks of HTTP (SP, HTAB) at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// "a=1&b=%E5" to pairs; false when an escape is bad. Used for queries and for form bodies.
[[nodiscard]] bool decode_form(std::string_view text,
                               std::vector<std::pair<std::string, std::string>>& members);

}  // namespace ce::http

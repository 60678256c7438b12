#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "central/accounts/role.h"
#include "central/http/message.h"

namespace ce::http {

/// Who may use a route.
enum class Auth : std::uint8_t {
  anyone,
  kiosk,    // by its key
  site,     // an approved online learning site, by its key
  session,  // who is signed in; the handler finds Request::signed_in, and of a POST its form
};

/// Where its handler runs: on the I/O thread (no waiting: a point read at most), on the bounded pool, as
/// those of sessions and sites always do, or, where a password is verified for whoever asks, which is slow by
/// design, on threads that nobody else waits for.
enum class Work : std::uint8_t { in_place, pool, verifying };

/// One row of the table that the server serves, that openapi.yaml describes and that metrics are kept by.
struct Route {
  Method method = Method::get;
  std::string pattern;  // "/api/v1/certificates/{number}"
  Auth auth = Auth::anyone;
  Work work = Work::in_place;
  bool asks_store = true;                  // false: answered out of memory, whatever becomes of the store
  std::size_t most_body = 0;               // bytes
  bool documented = true;                  // false for pages that are for people, not for machines
  std::vector<accounts::Role> roles = {};  // of a session route: who may use it; empty: everybody signed in
  bool with_old_password = false;          // of a session route: open to who must change the password first
  std::function<Response(Request const&)> handle;
};

/// Finds the row of a request. Immutable once serving; any thread.
class Router {
 public:
  explicit Router(std::vector<Route> routes);

  struct Match {
    Route const* route = nullptr;
    std::size_t index = 0;              // of the row, for metrics
    std::vector<std::string> captures;  // decoded
    std::string allowed;                // where only the method is wrong: the methods that would do
  };
  /// HEAD is served by the row of GET. `path` is still percent-encoded, so that an encoded slash stays
  /// within its segment.
  [[nodiscard]] Match find(Method method, std::string_view path) const;

  [[nodiscard]] std::vector<Route> const& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> segments_;  // of each row's pattern
};

/// Those of sessions and sites may have to write, so they never run on an I/O thread.
[[nodiscard]] inline bool runs_in_place(Route const& route) {
  return route.work == Work::in_place && (route.auth == Auth::anyone || route.auth == Auth::kiosk);
}

[[nodiscard]] std::string_view name_of(Method method);

/// "POST /api/v1/kiosk/events kiosk documented": a row of `ce-central --routes`.
[[nodiscard]] std::string describe(Route const& route);

}  // namespace ce::http

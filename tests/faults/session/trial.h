#pragma once

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faults/session/bad_proxy.h"
#include "kiosk/drivers/central/http_central.h"

namespace ce::test {

/// Which kiosk it is, and whom its sessions ask about.
struct Place {
  std::filesystem::path state, key;
  std::filesystem::path
      identity;  // directory of a kiosk that was enrolled by a code: mutual TLS; else by its key
  std::string kiosk;
  std::vector<std::string> people;
};

/// A session between one kiosk and central that is held again and again, with one bad thing each time.
class Trial {
 public:
  virtual ~Trial() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;
  [[nodiscard]] virtual bool takes(Mischief mischief) const = 0;
  /// One session without mischief; what it counts is how long sessions are.
  virtual BadProxy::Counts measure() = 0;
  /// One with it, and what must follow once nothing disturbs: gives what is wrong.
  [[nodiscard]] virtual std::vector<std::string> run(Mischief mischief, std::size_t at) = 0;
  /// Whether the last one had that byte: people's answers are not equally long.
  [[nodiscard]] bool struck() const { return struck_; }

 protected:
  bool struck_ = false;
};

template <class T>
T must_have(Result<T> result, char const* what) {
  if (result) return std::move(result).value();
  std::cerr << what << ": " << describe(result.failure()) << '\n';
  std::exit(3);
}

/// A kiosk's two lines to central through the proxy: the usual one, and one of little patience, so that what
/// stalls takes no seconds. Its limit may strike without mischief too, on a busy machine; that is one more.
class Lines {
 public:
  Lines(Place const& place, BadProxy const& proxy)
      : usual_(client(place, proxy, std::chrono::milliseconds{place.identity.empty() ? 1000 : 2000})),
        hurried_(client(place, proxy, std::chrono::milliseconds{place.identity.empty() ? 40 : 250})) {}
  [[nodiscard]] drivers::HttpCentral& usual() const { return *usual_; }
  [[nodiscard]] drivers::HttpCentral& under(Mischief mischief) const {
    return is_stall(mischief) ? *hurried_ : *usual_;
  }

 private:
  static std::unique_ptr<drivers::HttpCentral> client(Place const& place, BadProxy const& proxy,
                                                      std::chrono::milliseconds limit) {
    bool const tls = !place.identity.empty();
    drivers::CentralAddress address{
        (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(proxy.port()),
        place.kiosk,
        place.key,
        {}};
    if (tls) {
      address.identity = place.identity / "kiosk.pem";
      address.authority = place.identity / "central-ca.pem";
    }
    address.connect_limit = std::chrono::milliseconds{tls ? 1000 : 500};  // a handshake is part of it
    address.total_limit = limit;
    return must_have(drivers::HttpCentral::make(address), "client");
  }

  std::unique_ptr<drivers::HttpCentral> usual_, hurried_;
};

}  // namespace ce::test

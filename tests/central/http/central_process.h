#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/store/test_store.h"
#include "wire.h"

namespace ce::tests {

/// A fresh directory that goes with its owner.
class Folder {
 public:
  /// With a store in it as `fill` leaves one (fixture.h), or with none.
  explicit Folder(test::Fill fill = nullptr) : place_(fill) {}
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() = default;
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return place_.folder() / name;
  }
  /// Where its store is or will be: central.db within it, or a database of its own.
  [[nodiscard]] std::string const& store() const { return place_.location(); }

 private:
  test::TestStore place_;
};

/// How a program ended and what it said.
struct Ended {
  int code = -1;
  std::string output;  // standard output and error
};

/// Runs ce-central with these words until it ends.
[[nodiscard]] Ended run_central(Folder const& folder, std::vector<std::string> const& words);

/// The real ce-central, serving on a port that the kernel chose, on a real store with one kiosk and three
/// people (fixture.h).
class CentralProcess {
 public:
  /// What is to be there before it starts.
  using Prepare = std::function<void(Folder const&)>;
  /// `more` is added to the configuration, whose last section is [kiosks].
  explicit CentralProcess(
      std::string_view more = {}, std::string_view more_http = {},
      Prepare const& prepare = [](auto const&) {});
  /// A second one on the store of `other`.
  struct Beside {
    CentralProcess const& other;
  };
  explicit CentralProcess(Beside beside);
  CentralProcess(CentralProcess const&) = delete;
  CentralProcess& operator=(CentralProcess const&) = delete;
  /// Ends it by SIGTERM, unless stop() did.
  ~CentralProcess();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] Wire connect() const { return Wire{port_}; }
  /// One request over a connection of its own.
  Answer ask(std::string_view bytes) const;
  /// POST of JSON as the enrolled kiosk.
  Answer post_as_kiosk(std::string_view target, std::string_view body) const;
  void signal(int number) const;
  /// SIGKILL, as when the power fails, and another process on the same store.
  void kill_and_start_again();
  /// Waits for the end.
  [[nodiscard]] Ended wait();

  Folder folder{};

 private:
  void start_on(std::string const& config);

  std::string config_;
  pid_t pid_ = -1;
  std::uint16_t port_ = 0;
};

/// Header lines that the enrolled kiosk sends.
[[nodiscard]] std::string kiosk_headers();

/// A configuration for the store of `folder`.
[[nodiscard]] std::string config_text(Folder const& folder, std::string_view more = {},
                                      std::string_view more_http = {});

}  // namespace ce::tests

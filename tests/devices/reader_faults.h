#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/devices/wire.h"

namespace ce::devices {

enum class FaultKind : unsigned char { checksum, truncate, silent, garble, split, merge, unplug };

[[nodiscard]] std::optional<FaultKind> fault_named(std::string_view word);

/// What goes over the line instead of a reply.
struct Delivery {
  std::string bytes;
  std::size_t piece = 0;  // bytes at once; 0: as the line paces them
  std::chrono::milliseconds pause{0};
  bool unplug_after = false;
};

/// What can go wrong between a SAM and the kiosk, asked for from outside. Deterministic.
class ReaderFaults {
 public:
  /// The next `count` replies to `command` (both bytes; nothing: to any) suffer `kind`.
  void add(FaultKind kind, int count, std::optional<unsigned> command);
  /// From now on `bytes` random bytes, some of them a cut preamble, stand before each reply.
  void set_noise(std::size_t bytes) { noise_ = bytes; }
  void clear();

  [[nodiscard]] Delivery apply(Request const& request, std::string const& reply);

 private:
  struct Pending {
    FaultKind kind;
    int count;
    std::optional<unsigned> command;
  };
  std::optional<FaultKind> due(Request const& request);
  std::string noise();

  std::vector<Pending> pending_;
  std::size_t noise_ = 0;
  unsigned random_ = 1;
  std::string previous_;
};

}  // namespace ce::devices

#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace ce::drivers {

struct FoundPrinter {
  std::string name;  // as it calls itself
  std::string make;  // and model; empty where it does not say
  std::string uri;   // of the device itself, ipp:// or ipps://
};

/// The IPP printers that libcups finds by itself: what announces itself on the network (DNS-SD, by Avahi)
/// and the devices behind this machine's queues. Never a queue's own address: see README. Blocks for about
/// `patience`, and for two seconds more for each that must be resolved. Empty where nothing answers.
[[nodiscard]] std::vector<FoundPrinter> find_printers(std::chrono::milliseconds patience);

/// The device's address among a destination's: the first that is ipp:// or ipps:// and no queue of a cupsd.
/// Empty where there is none.
[[nodiscard]] std::string device_address(std::vector<std::string> const& addresses);

}  // namespace ce::drivers

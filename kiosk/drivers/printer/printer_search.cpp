#include "kiosk/drivers/printer/printer_search.h"

#include <cups/cups.h>

#include <algorithm>
#include <array>

namespace ce::drivers {
namespace {

constexpr int resolving_ms = 2000;

std::string option(cups_dest_t const& dest, char const* name) {
  char const* value = ::cupsGetOption(name, dest.num_options, dest.options);
  return value == nullptr ? std::string{} : value;
}

/// A service's name becomes an address only by asking for it: connecting does, and tells it as an option.
void resolve(cups_dest_t& dest) {
  std::array<char, 256> resource{};
  http_t* const line = ::cupsConnectDest(&dest, CUPS_DEST_FLAGS_DEVICE, resolving_ms, nullptr,
                                         resource.data(), resource.size(), nullptr, nullptr);
  if (line != nullptr) ::httpClose(line);
}

int take(void* list, unsigned /*flags*/, cups_dest_t* dest) {
  if (option(*dest, "device-uri").find("._tcp") != std::string::npos) resolve(*dest);
  auto uri = device_address({option(*dest, "resolved-device-uri"), option(*dest, "device-uri")});
  auto& found = *static_cast<std::vector<FoundPrinter>*>(list);
  bool const known = std::any_of(found.begin(), found.end(), [&](auto const& one) { return one.uri == uri; });
  if (!uri.empty() && !known) {
    found.push_back({dest->name, option(*dest, "printer-make-and-model"), std::move(uri)});
  }
  return 1;  // go on
}

}  // namespace

std::string device_address(std::vector<std::string> const& addresses) {
  for (auto const& uri : addresses) {
    bool const ipp = uri.starts_with("ipp://") || uri.starts_with("ipps://");
    bool const service = uri.find("._tcp") != std::string::npos;
    bool const queue =
        uri.find("/printers/") != std::string::npos || uri.find("/classes/") != std::string::npos;
    if (ipp && !service && !queue) return uri;
  }
  return {};
}

std::vector<FoundPrinter> find_printers(std::chrono::milliseconds patience) {
  std::vector<FoundPrinter> found;
  ::cupsEnumDests(CUPS_DEST_FLAGS_NONE, static_cast<int>(patience.count()), nullptr, 0, 0, take, &found);
  return found;
}

}  // namespace ce::drivers

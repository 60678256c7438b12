#include "kiosk/drivers/printer/printer_search.h"

#include <gtest/gtest.h>

namespace ce::drivers {
namespace {

TEST(PrinterSearch, TakesTheDeviceAndNeverAQueue) {
  EXPECT_EQ(device_address({"", "ipp://192.168.1.50:631/ipp/print"}), "ipp://192.168.1.50:631/ipp/print");
  EXPECT_EQ(device_address({"ipps://pantum.local:631/ipp/print", "dnssd://Pantum._ipps._tcp.local/?uuid=1"}),
            "ipps://pantum.local:631/ipp/print");
  EXPECT_EQ(device_address({"ipp://localhost/printers/Hall"}), "") << "a queue rewrites the PDF";
  EXPECT_EQ(device_address({"ipp://Pantum._ipp._tcp.local/"}), "") << "a service's name is no address";
  EXPECT_EQ(device_address({"usb://Pantum/P3370", "socket://10.0.0.1"}), "");
}

TEST(PrinterSearch, EndsWhereNobodyAnswers) {
  for (auto const& found : find_printers(std::chrono::milliseconds{50})) {
    EXPECT_EQ(device_address({found.uri}), found.uri);
  }
}

}  // namespace
}  // namespace ce::drivers

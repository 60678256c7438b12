#include "tests/devices/test_reader.h"

namespace ce::devices {

void TestReader::serve() {
  received_ += line.receive();
  while (auto const request = take_request(received_)) {
    Delivery const delivery = faults.apply(*request, device.answer(*request));
    line.send(delivery.bytes, delivery.piece, delivery.pause);
    if (delivery.unplug_after) return unplug();
  }
}

void TestReader::unplug() {
  line.unplug();
  received_.clear();
  device.restart();
}

}  // namespace ce::devices

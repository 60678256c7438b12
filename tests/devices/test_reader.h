#pragma once

#include <string>

#include "tests/devices/reader_device.h"
#include "tests/devices/reader_faults.h"
#include "tests/devices/reader_line.h"

namespace ce::devices {

/// A whole card reader at wire level: SAM, line and what goes wrong between them.
class TestReader {
 public:
  explicit TestReader(unsigned baud) : line(baud) {}

  /// Answers every request that has come in over the line.
  void serve();
  /// The device is gone and loses power: plugged in again it finds the card that lies there.
  void unplug();

  ReaderDevice device;
  ReaderFaults faults;
  ReaderLine line;

 private:
  std::string received_;
};

}  // namespace ce::devices

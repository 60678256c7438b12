#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/drivers/card_reader/sam_reader.h"
#include "support/temp_directory.h"
#include "tests/devices/card_block.h"
#include "tests/devices/control_socket.h"
#include "tests/devices/process.h"

namespace ce::drivers {

inline std::string card_path(std::string const& name) {
  return std::string{CE_SOURCE_DIR} + "/tests/devices/cards/" + name + ".toml";
}

inline std::string block_of(std::string const& name) {
  return devices::text_block_of(devices::read_card_file(card_path(name)).value()).value();
}

/// The wire-level reader in a process of its own, and the driver on its pty.
class ReaderBench : public testing::Test {
 protected:
  ReaderBench() {
    if (!process_.read_line().starts_with("ready")) ADD_FAILURE() << "ce-test-reader did not start";
  }

  /// One command of ce-test-reader; its answer.
  std::string say(std::string const& line) {
    return devices::send_line(directory_ / "control", line).value_or("error: nobody listens");
  }
  void lay(std::string const& card) { ASSERT_EQ(say("lay " + card_path(card)), "ok"); }

  [[nodiscard]] SamReader make_reader(PresenceProbe probe = PresenceProbe::reset,
                                      std::string const& pattern = "ttyUSB*") const {
    SamReaderOptions options;
    options.devices = {directory_ / pattern};
    options.presence_probe = probe;
    return SamReader{options};
  }

  test::TempDirectory directory_;

 private:
  devices::Process process_{{std::string{CE_BIN_DIR} + "/ce-test-reader", "--link", directory_ / "ttyUSB0",
                             "--control", directory_ / "control"}};
};

/// Looks once and reads what was found: nothing where no card is.
inline Result<std::optional<SecretText>> look_and_read(SamReader& reader) {
  CE_TRY(bool const found, reader.find());
  if (!found) return std::optional<SecretText>{};
  CE_TRY(SecretText text, reader.read());
  return std::optional{std::move(text)};
}

/// The card that a look gave: "" for none, "failure: code" for a failure.
inline std::string poll_once(SamReader& reader) {
  auto const got = look_and_read(reader);
  if (!got) return "failure: " + std::string{name_of(got.failure().code)};
  return *got ? (*got)->reveal() : "";
}

}  // namespace ce::drivers

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/staff/staff.h"
#include "kiosk/start/kiosk.h"
#include "kiosk/window/window.h"
#include "shared/base/secret.h"

namespace ce::start {

/// What ce-kiosk was called with.
struct CommandLine {
  std::filesystem::path config = "/etc/ce-kiosk/kiosk.toml";
  window::WindowSettings window;
  bool check = false;
  bool print_config = false;
  std::string may_update;             // a version: whether it may be installed now
  std::filesystem::path set_up;       // a file of answers to set this machine up from
  SecretText enrol;                   // a code from central's operator
  std::optional<CacheTask> cache;     // a task of whoever keeps the machine, likewise
  std::optional<staff::Order> staff;  // a task of hall staff in place of serving visitors
};

/// The command line, or the exit code after --help, --version (0) or a mistake (2), already told.
[[nodiscard]] std::variant<CommandLine, int> parse_command_line(int argc, char** argv);

}  // namespace ce::start

#pragma once

#include <filesystem>
#include <optional>
#include <variant>

/// The words behind `ce-central`.
namespace ce::central {

struct CommandLine {
  std::filesystem::path config = "/etc/ce-central/central.toml";
  std::filesystem::path port_file;  // in place of [http] port_file
  bool check = false;               // look at the configuration and end
  bool routes = false;              // print the table of routes and end
};

/// The command line, or the exit code with which to end at once (help, version, a wrong word: 2). Prints what
/// there is to say.
[[nodiscard]] std::variant<CommandLine, int> parse_command_line(int argc, char** argv);

}  // namespace ce::central

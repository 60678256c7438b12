#pragma once

#include <string>

#include "tests/devices/test_reader.h"

namespace ce::devices {

/// The command lines that obey() knows, for --help and README.
extern char const* const control_help;

/// Does what one command line says. Answers "ok", "ok <state>" or "error: <what was wrong>".
[[nodiscard]] std::string obey(TestReader& reader, std::string const& line);

}  // namespace ce::devices

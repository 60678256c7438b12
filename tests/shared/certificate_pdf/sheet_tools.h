#pragma once

#include <string>

#include "support/temp_directory.h"

namespace ce::certificate_pdf::testing {

struct ToolRun {
  int exit_code = -1;
  std::string output;  // standard output alone
};

/// The bytes as a file in `directory`; its path.
[[nodiscard]] std::string saved(test::TempDirectory const& directory, std::string const& pdf);

/// Runs a shell command to its end.
[[nodiscard]] ToolRun run(std::string const& command);

/// `text` without blanks and line ends: what was read, whatever the line breaks.
[[nodiscard]] std::string squeezed(std::string const& text);

}  // namespace ce::certificate_pdf::testing

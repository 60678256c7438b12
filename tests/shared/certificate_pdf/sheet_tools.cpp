#include "shared/certificate_pdf/sheet_tools.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>

#include "support/files.h"

namespace ce::certificate_pdf::testing {

std::string saved(test::TempDirectory const& directory, std::string const& pdf) {
  auto const file = directory / "sheet.pdf";
  test::write_all(file, pdf);
  return file.string();
}

ToolRun run(std::string const& command) {
  ToolRun result;
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return result;
  std::array<char, 65536> chunk{};
  while (std::size_t const got = std::fread(chunk.data(), 1, chunk.size(), pipe)) {
    result.output.append(chunk.data(), got);
  }
  int const status = ::pclose(pipe);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  return result;
}

std::string squeezed(std::string const& text) {
  std::string result;
  for (char const c : text) {
    if (c != ' ' && c != '\n' && c != '\f') result += c;
  }
  return result;
}

}  // namespace ce::certificate_pdf::testing

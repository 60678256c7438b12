#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>

#include "support/files.h"
#include "support/store/test_store.h"
#include "support/temp_directory.h"

namespace ce::test {

struct Ran {
  int code = -1;
  std::string out;  // both streams
};

/// The real program.
struct CeAdmin : testing::Test {
  TempDirectory directory;
  TestStore place;
  std::string db = place.location();

  Ran run(std::string const& words) const { return run_on(db, words); }

  Ran run_on(std::string const& store, std::string const& words) const {
    auto const command = "CE_KEY_DIR='" + (directory / "grant-keys").string() +
                         "' " CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '" + store +
                         "' " + words + " 2>&1";
    Ran ran;
    auto* const pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> part{};
    for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
      ran.out.append(part.data(), n);
    int const status = ::pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return ran;
  }
};

}  // namespace ce::test

#include "central/cluster/pair.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "central/postgres/postgres.h"

namespace ce::test {
namespace {

constexpr char const* script = CE_SOURCE_DIR "/tests/central/cluster/pair";

std::string output_of(std::string const& command) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const pipe{::popen(command.c_str(), "r"), ::pclose};
  std::string said;
  std::array<char, 256> part{};
  while (pipe && std::fgets(part.data(), part.size(), pipe.get()) != nullptr) said += part.data();
  return said.substr(0, said.find('\n'));
}

/// Whatever takes or does not take writes.
storage::Database connect_to(std::string const& host) {
  auto opened = postgres::connect(Pair::at(host) + " target_session_attrs=any", {});
  // A test without its servers is a broken test, not a finding.
  if (!opened) {
    std::fprintf(stderr, "tests/central/cluster: %s\n", describe(opened.failure()).c_str());
    std::abort();
  }
  return std::move(opened).value();
}

}  // namespace

Pair::Pair() : directory_(output_of(std::string{script} + " start")) {
  if (directory_.empty()) std::abort();
}

Pair::~Pair() {
  (void)output_of(std::string{script} + " stop " + directory_);
}

std::string Pair::at(std::string const& hosts) {
  return "host=" + hosts + " user=ce dbname=postgres";
}

void Pair::run(std::string const& host, std::string const& sql) {
  auto database = connect_to(host);
  auto const done = database.execute(sql);
  ASSERT_TRUE(done) << describe(done.failure());
}

std::string Pair::ask(std::string const& host, std::string const& sql) {
  auto database = connect_to(host);
  auto row = database.prepare(sql);
  auto const there = row.step();
  EXPECT_TRUE(there) << describe(there.failure());
  return there && *there ? row.text(0) : std::string{};
}

}  // namespace ce::test

#include "heard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>

#include "support/files.h"

namespace ce::tests {
namespace {

std::mutex noting;
std::set<std::string> noted;

std::string member_of(Answer const& answer, char const* name) {
  auto const found = answer.headers.find(name);
  return found == answer.headers.end() || found->second.empty() ? "-" : found->second;
}

bool is_described(std::string const& target) {
  return target.starts_with("/api/") || target.starts_with("/health") || target.starts_with("/metrics");
}

class HeldAgainstDocument : public testing::Environment {
 public:
  void TearDown() override {
    if (noted.empty()) return;
    auto place = (std::filesystem::temp_directory_path() / "ce-answers-XXXXXX").string();
    ASSERT_NE(mkdtemp(place.data()), nullptr);
    std::filesystem::path const folder{place};
    {
      std::ofstream file{folder / "answers", std::ios::binary};
      for (auto const& one : noted) file << one;
    }
    std::string command = "/usr/bin/python3 " CE_SOURCE_DIR "/tests/contract/answers.py " CE_SOURCE_DIR
                          "/shared/protocol/openapi.yaml ";
    command += (folder / "answers").string() + " >" + (folder / "said").string() + " 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << test::read_all(folder / "said");
    std::filesystem::remove_all(folder);
  }
};

auto const* const held = testing::AddGlobalTestEnvironment(new HeldAgainstDocument);

}  // namespace

void note_answer(std::string const& asked, Answer const& answer) {
  auto const space = asked.find(' ');
  if (held == nullptr || space == std::string::npos || space != asked.rfind(' ') ||
      !is_described(asked.substr(space + 1)))
    return;
  std::string one = asked;
  one.append(" ").append(std::to_string(answer.status)).append(" ");
  one.append(std::to_string(answer.body.size())).append(" ").append(member_of(answer, "content-encoding"));
  one.append(" ").append(member_of(answer, "content-type")).append("\n").append(answer.body).append("\n");
  std::lock_guard const hold{noting};
  noted.insert(std::move(one));
}

}  // namespace ce::tests

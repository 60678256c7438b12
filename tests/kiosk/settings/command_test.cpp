// The program's own answers on the command line, by the program itself.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/files.h"
#include "support/temp_directory.h"

namespace ce {
namespace {

class Command : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::string output_;

  int run(std::string const& arguments) {
    auto const out = directory_ / "out";
    std::string const line =
        std::string{CE_BIN_DIR} + "/ce-kiosk " + arguments + " >" + out.string() + " 2>&1";
    int const status = std::system(line.c_str());
    output_ = test::read_all(out);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  /// The shipped example, with this tree's assets.
  std::string configured(std::string const& extra = "") {
    auto text = test::read_all(std::string{CE_SOURCE_DIR} + "/config/kiosk.toml");
    std::string const shipped = "/usr/share/ce-kiosk/assets";
    text.replace(text.find(shipped), shipped.size(), std::string{CE_SOURCE_DIR} + "/assets");
    auto const file = directory_ / "kiosk.toml";
    test::write_all(file, text + extra);
    return "--config " + file.string();
  }
};

TEST_F(Command, CheckSaysThatAllIsWell) {
  EXPECT_EQ(run(configured() + " --check"), 0) << output_;
  EXPECT_NE(output_.find("配置正确"), std::string::npos) << output_;
}

TEST_F(Command, AMistakeEndsWithTwoAndItsPlace) {
  EXPECT_EQ(run(configured("\n[sound]\nvolume = 3\n") + " --check"), 2);
  EXPECT_NE(output_.find("kiosk.toml:"), std::string::npos) << output_;
  EXPECT_NE(output_.find("sound"), std::string::npos) << output_;
}

TEST_F(Command, AMissingFileEndsWithTwo) {
  EXPECT_EQ(run("--config " + (directory_ / "none.toml").string()), 2);
  EXPECT_NE(output_.find("none.toml"), std::string::npos) << output_;
}

TEST_F(Command, PrintConfigPrintsWhatHolds) {
  EXPECT_EQ(run(configured() + " --print-config"), 0) << output_;
  EXPECT_NE(output_.find("idle_seconds = 60"), std::string::npos) << output_;
}

TEST_F(Command, HelpAndVersion) {
  EXPECT_EQ(run("--help"), 0);
  EXPECT_NE(output_.find("--windowed"), std::string::npos);
  EXPECT_EQ(run("--version"), 0);
  EXPECT_TRUE(output_.starts_with("ce-kiosk "));
}

TEST_F(Command, ASizeThatIsNoneIsRefused) {
  EXPECT_EQ(run(configured() + " --windowed 1080"), 2);
  EXPECT_NE(output_.find("1080x1920"), std::string::npos) << output_;
}

}  // namespace
}  // namespace ce

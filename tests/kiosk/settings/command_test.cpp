// The program's own answers on the command line, by the program itself.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/files.h"
#include "support/pty.h"
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
  std::string configured(std::string const& extra = "", std::filesystem::path const& storage = {}) {
    auto text = test::read_all(std::string{CE_SOURCE_DIR} + "/config/kiosk.toml");
    std::string const shipped = "/usr/share/ce-kiosk/assets";
    text.replace(text.find(shipped), shipped.size(), std::string{CE_SOURCE_DIR} + "/assets");
    if (!storage.empty()) {
      std::string const directory = "/var/lib/ce-kiosk";
      text.replace(text.find(directory), directory.size(), storage.string());
    }
    auto const file = directory_ / "kiosk.toml";
    test::write_all(file, text + extra);
    return "--config " + file.string();
  }
  std::string configured_in(std::filesystem::path const& storage) { return configured("", storage); }
};

TEST_F(Command, CheckSaysThatAllIsWell) {
  EXPECT_EQ(run(configured() + " --check"), 0) << output_;
  EXPECT_NE(output_.find("配置正确"), std::string::npos) << output_;
}

TEST_F(Command, CheckSaysWhetherTheScannerIsThere) {
  auto const with = configured();
  auto const file = directory_ / "kiosk.toml";
  auto text = test::read_all(file);
  std::string const none = "devices = []";
  text.replace(text.find(none), none.size(), "devices = [\"" + (directory_ / "tty*").string() + "\"]");
  test::write_all(file, text);
  EXPECT_EQ(run(with + " --check"), 0) << output_;
  EXPECT_NE(output_.find("扫码器：没有找到"), std::string::npos) << output_;
  test::Pty const line{directory_ / "ttyACM0"};
  EXPECT_EQ(run(with + " --check"), 0) << output_;
  EXPECT_NE(output_.find("ttyACM0 已连接"), std::string::npos) << output_;
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

TEST_F(Command, TheCacheIsToldOfRotatedAndErased) {
  auto const storage = directory_ / "storage";
  auto const key = storage / "cache.key";
  auto const with = configured_in(storage);
  EXPECT_EQ(run(with + " cache status"), 0) << output_;
  EXPECT_NE(output_.find("查询过的 0 人"), std::string::npos) << output_;
  std::filesystem::create_directories(storage);
  EXPECT_EQ(run(with + " cache rotate"), 0) << output_;
  auto const first = test::read_all(key.string() + ".former");
  EXPECT_EQ(first.size(), 32U);
  EXPECT_NE(test::read_all(key), first);
  EXPECT_EQ(run(with + " cache rotate"), 3) << "one is under way";
  EXPECT_NE(output_.find(".former"), std::string::npos) << output_;
  EXPECT_EQ(run(with + " cache erase"), 0) << output_;
  EXPECT_FALSE(std::filesystem::exists(key));
  EXPECT_FALSE(std::filesystem::exists(key.string() + ".former"));
  EXPECT_EQ(run(with + " cache"), 2) << "which task is to be said";
}

TEST_F(Command, AKeyOfSystemdsCredentialsIsTheOperatorsToChange) {
  auto const storage = directory_ / "storage";
  auto const credentials = directory_ / "credentials";
  std::filesystem::create_directories(storage);
  std::filesystem::create_directories(credentials);
  ASSERT_EQ(::setenv("CREDENTIALS_DIRECTORY", credentials.c_str(), 1), 0);
  auto const with = configured_in(storage);
  EXPECT_EQ(run(with + " cache rotate"), 0) << "a service without that credential has its own key file";
  EXPECT_TRUE(std::filesystem::exists(storage / "cache.key"));
  test::write_all(credentials / "cache.key", std::string(32, 'k'));
  std::filesystem::permissions(credentials / "cache.key", std::filesystem::perms::owner_read);
  // systemd's directory is read-only to the service; here a directory in the way stands for that.
  std::filesystem::create_directories(credentials / "cache.key.former" / "x");
  EXPECT_EQ(run(with + " cache rotate"), 3) << output_;
  EXPECT_NE(output_.find(credentials.string()), std::string::npos) << output_;
  EXPECT_EQ(test::read_all(credentials / "cache.key"), std::string(32, 'k'));
  ::unsetenv("CREDENTIALS_DIRECTORY");
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

// ce-kiosk --set-up by the program itself, on a machine without network; with one it is in the staff's
// journey.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/files.h"
#include "support/temp_directory.h"

namespace ce {
namespace {

class SetUp : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::string output_;

  int run(std::string const& answers) {
    test::write_all(directory_ / "answers.toml", answers);
    auto const out = directory_ / "out";
    std::string const line = std::string{CE_BIN_DIR} + "/ce-kiosk --config " +
                             (directory_ / "kiosk.toml").string() + " --set-up " +
                             (directory_ / "answers.toml").string() + " >" + out.string() + " 2>&1";
    int const status = std::system(line.c_str());
    output_ = test::read_all(out);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] static std::string answers(std::string const& region = "440106",
                                           std::string const& pin = "271828") {
    std::string const source = CE_SOURCE_DIR;
    return "[location]\nregion = \"" + region +
           "\"\nhall = \"天河区服务大厅\"\n"
           "[central]\nurl = \"https://127.0.0.1:9\"\nkiosk_id = \"tianhe-01\"\nkey_file = \"kiosk.key\"\n"
           "[printer]\nuri = \"ipp://127.0.0.1:9/ipp/print\"\n[storage]\ndirectory = \"state\"\n"
           "[assets]\ndirectory = \"" +
           source +
           "/assets\"\n"
           "[set_up]\nstaff_pin = \"" +
           pin + "\"\nkiosk_key = \"a-key-of-this-kiosk\"\nregions = \"" + source +
           "/config/regions\"\nask_central = \"no\"\nask_printer = \"no\"\n";
  }
  [[nodiscard]] unsigned mode_of(std::string const& name) const {
    struct stat about {};
    return ::stat((directory_ / name).c_str(), &about) == 0 ? about.st_mode & 0777U : 0;
  }
};

TEST_F(SetUp, WritesConfigurationKeyAndPinAndKeepsWhatWas) {
  test::write_all(directory_ / "kiosk.toml", "# of before\n");
  EXPECT_EQ(run(answers()), 0) << output_;
  EXPECT_NE(output_.find("[通过] 位置：440106 广东省广州市天河区"), std::string::npos) << output_;
  EXPECT_NE(test::read_all(directory_ / "kiosk.toml").find("kiosk_id = \"tianhe-01\""), std::string::npos);
  EXPECT_EQ(test::read_all(directory_ / "kiosk.toml.before"), "# of before\n");
  EXPECT_EQ(test::read_all(directory_ / "kiosk.key"), "a-key-of-this-kiosk\n");
  EXPECT_EQ(mode_of("kiosk.key"), 0600U);
  EXPECT_EQ(mode_of("state/staff-pin"), 0600U);
  EXPECT_EQ(test::read_all(directory_ / "kiosk.toml").find("271828"), std::string::npos);
  EXPECT_EQ(output_.find("a-key-of-this-kiosk"), std::string::npos) << "no secret is told";
}

TEST_F(SetUp, TellsEveryMistakeAndChangesNothing) {
  EXPECT_EQ(run(answers("449999", "123456")), 2);
  EXPECT_NE(output_.find("[有误] 位置：没有行政区划代码 449999"), std::string::npos) << output_;
  EXPECT_NE(output_.find("[有误] 工作人员密码"), std::string::npos) << output_;
  EXPECT_NE(output_.find("有 2 项有误，没有写入任何配置"), std::string::npos) << output_;
  EXPECT_FALSE(std::filesystem::exists(directory_ / "kiosk.toml"));
  EXPECT_FALSE(std::filesystem::exists(directory_ / "kiosk.key"));
  EXPECT_FALSE(std::filesystem::exists(directory_ / "kiosk.key.set-up"));
}

TEST_F(SetUp, NamesAKeyThatItDoesNotKnow) {
  EXPECT_EQ(run(answers() + "color = \"red\"\n"), 2);
  EXPECT_NE(output_.find("color"), std::string::npos) << output_;
}

}  // namespace
}  // namespace ce

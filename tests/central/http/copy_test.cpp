// The signed electronic copy: to its holder alone.
#include <gmock/gmock.h>

#include "browser.h"
#include "fixture.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Copies : testing::Test {
  test::TempDirectory signers;
  CentralProcess central{"[electronic_copy]\nsigner_dir = \"" + signers.path().string() + "\"\n"};
  Browser browser{central};
  std::string const target = std::string{"/console/year/copy?number="} + certificate_number;

  void SetUp() override {
    auto const file = (signers / "440106").string();
    run("openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=hrss -keyout " + file + ".key -out " +
        file + ".crt 2>/dev/null && chmod 600 " + file + ".key");
    run(std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '"} +
        central.folder.store() + "' keys --key-dir '" + (central.folder / "grant-keys").string() +
        "' new --for certificates >/dev/null");
  }
  static void run(std::string const& command) { ASSERT_EQ(std::system(command.c_str()), 0) << command; }
};

TEST_F(Copies, ItsHolderFindsItByThePublicPageOrTheYearsPage) {
  std::string const door = "href=\"/console/year?year=2024\"";
  EXPECT_THAT(browser.get(std::string{"/verify?number="} + certificate_number).body, HasSubstr(door));
  EXPECT_THAT(browser.get(std::string{"/verify?number="} + revoked_number).body, Not(HasSubstr("/console/")));
  EXPECT_EQ(browser.get("/console/year?year=2024").status, 303) << "to the sign-in";
  browser.sign_in(person_id, person_password);
  EXPECT_THAT(browser.get("/console/year?year=2024").body, HasSubstr("下载电子证书"));
  auto const copy = browser.get(target);
  EXPECT_EQ(copy.status, 200);
  EXPECT_EQ(copy.headers.at("content-type"), "application/pdf");
  EXPECT_THAT(copy.headers.at("content-disposition"), Not(HasSubstr(certificate_number)));
  test::write_all(signers / "copy.pdf", copy.body);
  run("pdfsig -nocert " + (signers / "copy.pdf").string() + " | grep -q 'Signature is Valid'");
  EXPECT_THAT(browser.get("/console/year?year=2023").body, Not(HasSubstr("下载电子证书"))) << "void";
}

TEST_F(Copies, NobodyElseGetsIt) {
  EXPECT_EQ(browser.get(target).status, 303) << "not signed in";
  browser.sign_in(hrss_login);
  EXPECT_THAT(browser.get(target).body, Not(StartsWith("%PDF")));
  Browser holder{central};
  holder.sign_in(person_id, person_password);
  EXPECT_EQ(holder.get(std::string{"/console/year/copy?number="} + unknown_number).status, 404);
  EXPECT_THAT(holder.get(std::string{"/console/year/copy?number="} + revoked_number).body,
              Not(StartsWith("%PDF")));
}

}  // namespace
}  // namespace ce::tests

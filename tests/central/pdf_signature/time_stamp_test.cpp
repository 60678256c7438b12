// PAdES B-T: the stamp of an authority on the loopback, which openssl ts plays.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdio>
#include <thread>

#include "central/pdf_signature/sign.h"
#include "shared/certificate_pdf/render.h"
#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"
#include "support/files.h"

namespace ce::pdf_signature {
namespace {

using certificate_pdf::testing::run;
using testing::HasSubstr;

class Stamped : public testing::Test {
 protected:
  Stamped() {
    auto const script = std::string{CE_SOURCE_DIR "/tests/central/pdf_signature/time-stamp-authority "};
    authority_ = ::popen((script + directory_.path().string()).c_str(), "w");
    for (int i = 0; i < 6000 && port_.empty(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
      if (std::filesystem::exists(directory_ / "port")) port_ = test::read_all(directory_ / "port");
    }
    auto const made =
        run("cd " + directory_.path().string() +
            " && openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=hrss -keyout a.key"
            " -out a.crt 2>/dev/null && chmod 600 a.key");
    EXPECT_EQ(made.exit_code, 0);
  }
  ~Stamped() override { stop(); }
  void stop() {
    if (authority_ != nullptr) ::pclose(authority_);
    authority_ = nullptr;
  }
  Result<std::string> copy(std::string const& path, std::string const& ca = "ca.crt") {
    TimeStamps const stamps{"http://127.0.0.1:" + port_ + path, directory_ / ca};
    auto const signer = Signer::read(directory_ / "a.crt", directory_ / "a.key");
    auto const pdf =
        certificate_pdf::render(certificate_pdf::testing::sample_sheet(), certificate_pdf::testing::fonts());
    return sign(*pdf, *signer, Instant{1'790'000'000'000}, &stamps);
  }
  static std::string refusal(Result<std::string> const& copy) {
    return copy ? "given" : std::string{name_of(copy.failure().code)};
  }

  test::TempDirectory directory_;
  std::string port_;

 private:
  std::FILE* authority_ = nullptr;
};

TEST_F(Stamped, ASignatureBearsAStampThatOpensslAccepts) {
  auto const stamped = copy("/tsr");
  ASSERT_TRUE(stamped) << describe(stamped.failure());
  auto const file = (directory_ / "copy.pdf").string();
  test::write_all(file, *stamped);
  EXPECT_THAT(run("pdfsig -nocert " + file).output, HasSubstr("Signature is Valid."));
  EXPECT_THAT(run("pdfsig -nocert " + file).output, HasSubstr("Total document signed"));
  EXPECT_EQ(run("qpdf --check " + file + " 2>&1").exit_code, 0);
  EXPECT_LT(stamped->size(), 90U * 1024);
  // Out of the file: the signature's value and the token over it, judged by openssl alone.
  auto const judged = run(CE_SOURCE_DIR "/tests/central/pdf_signature/check-stamp " + file + " " +
                          (directory_ / "ca.crt").string() + " 2>&1");
  EXPECT_EQ(judged.exit_code, 0) << judged.output;
  EXPECT_THAT(judged.output, HasSubstr("Verification: OK"));
}

TEST_F(Stamped, WithoutAStampThatHoldsThereIsNoCopy) {
  EXPECT_EQ(refusal(copy("/other")), "time_stamp_missing") << "a stamp over something else";
  EXPECT_EQ(refusal(copy("/garbage")), "time_stamp_missing");
  EXPECT_EQ(refusal(copy("/tsr", "a.crt")), "time_stamp_missing") << "of nobody we know";
  stop();
  auto const gone = copy("/tsr");
  EXPECT_EQ(refusal(gone), "time_stamp_missing");
  EXPECT_THAT(gone.failure().detail, HasSubstr(port_));
}

}  // namespace
}  // namespace ce::pdf_signature

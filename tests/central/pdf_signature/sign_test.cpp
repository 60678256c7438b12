// The signed copy as others see it: poppler's pdfsig, with a store of certificates that trusts the authority.
#include "central/pdf_signature/sign.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "shared/certificate_pdf/named_cases.h"
#include "shared/certificate_pdf/render.h"
#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"
#include "support/files.h"

namespace ce::pdf_signature {
namespace {

using certificate_pdf::testing::run;
using testing::HasSubstr;
using testing::Not;

constexpr Instant signing_time{1'790'000'000'000};  // 2026-09-21

struct SignedCopy : testing::Test {
  test::TempDirectory directory;
  std::filesystem::path certificate = directory / "authority.crt";
  std::filesystem::path key = directory / "authority.key";
  std::string pdf =
      certificate_pdf::render(certificate_pdf::testing::sample_sheet(), certificate_pdf::testing::fonts())
          .value_or("");

  void SetUp() override {
    done(
        "openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -utf8 -subj "
        "'/C=CN/CN=广州市天河区人力资源和社会保障局' "
        "-addext keyUsage=critical,digitalSignature,nonRepudiation,keyCertSign -addext "
        "basicConstraints=critical,CA:TRUE "
        "-keyout " +
        key.string() + " -out " + certificate.string() + " 2>/dev/null");
    ASSERT_EQ(::chmod(key.c_str(), 0600), 0);
    done("mkdir " + nss() + " && certutil -N --empty-password -d sql:" + nss());
    done("certutil -A -d sql:" + nss() + " -n authority -t CT,CT,CT -i " + certificate.string());
  }
  [[nodiscard]] std::string nss() const { return (directory / "nss").string(); }
  static void done(std::string const& command) { ASSERT_EQ(run(command).exit_code, 0) << command; }
  [[nodiscard]] Signer signer() const { return Signer::read(certificate, key).value(); }
  [[nodiscard]] std::string checked(std::string const& bytes) const {
    auto const file = (directory / "copy.pdf").string();
    test::write_all(file, bytes);
    return run("pdfsig -nssdir " + nss() + " " + file + " 2>&1").output;
  }
};

TEST_F(SignedCopy, PdfsigTrustsItAndFindsAllOfItSigned) {
  auto const copy = sign(pdf, signer(), signing_time);
  ASSERT_TRUE(copy) << describe(copy.failure());
  auto const said = checked(*copy);
  EXPECT_THAT(said, HasSubstr("Signature Validation: Signature is Valid."));
  EXPECT_THAT(said, HasSubstr("Certificate Validation: Certificate is Trusted."));
  EXPECT_THAT(said, HasSubstr("Total document signed"));
  EXPECT_THAT(said, HasSubstr("ETSI.CAdES.detached"));
  EXPECT_THAT(said, HasSubstr("广州市天河区人力资源和社会保障局"));
}

TEST_F(SignedCopy, EveryNameIsSignedAlike) {
  auto const mine = signer();
  for (auto const& named : certificate_pdf::testing::named_cases) {
    auto sheet = certificate_pdf::testing::sample_sheet();
    sheet.name = named.name;
    sheet.blank_number.clear();
    auto const plain = certificate_pdf::render(sheet, certificate_pdf::testing::fonts());
    ASSERT_TRUE(plain) << named.label;
    auto const said = checked(sign(*plain, mine, signing_time).value_or(""));
    EXPECT_THAT(said, HasSubstr("Signature is Valid.")) << named.label;
    EXPECT_THAT(said, HasSubstr("Total document signed")) << named.label;
    auto const text = run("pdftotext " + (directory / "copy.pdf").string() + " -").output;
    EXPECT_THAT(text, HasSubstr(named.name)) << named.label;
    EXPECT_THAT(text, Not(HasSubstr("N0"))) << "there is no paper, so its number has no label";
  }
}

TEST_F(SignedCopy, TheSheetIsUntouchedAndTheFileSound) {
  auto const copy = sign(pdf, signer(), signing_time).value();
  EXPECT_TRUE(copy.starts_with(pdf));
  EXPECT_LT(copy.size(), 80U * 1024);
  auto const file = certificate_pdf::testing::saved(directory, copy);
  auto const qpdf = run("qpdf --check " + file + " 2>&1");
  EXPECT_EQ(qpdf.exit_code, 0) << qpdf.output;
  EXPECT_THAT(run("pdftotext " + file + " -").output, HasSubstr("44010625000128"));
  auto const archive = run(CE_SOURCE_DIR "/tests/shared/certificate_pdf/archive_check " + file);
  EXPECT_EQ(archive.exit_code, 0) << archive.output;
}

TEST_F(SignedCopy, EveryChangeIsSeen) {
  auto const copy = sign(pdf, signer(), signing_time).value();
  for (std::size_t const at : {std::size_t{100}, pdf.size() / 2, pdf.size() + 20}) {
    auto altered = copy;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    EXPECT_THAT(checked(altered), Not(HasSubstr("Signature is Valid."))) << at;
  }
  EXPECT_THAT(checked(copy + "%more\n"), Not(HasSubstr("Total document signed")));
}

TEST_F(SignedCopy, AnotherAuthoritysSignatureIsNotTrusted) {
  auto const mine = signer();
  done("openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=other -keyout " +
       (directory / "o.key").string() + " -out " + (directory / "o.crt").string() +
       " 2>/dev/null && chmod 600 " + (directory / "o.key").string());
  auto const other = Signer::read(directory / "o.crt", directory / "o.key").value();
  auto const said = checked(sign(pdf, other, signing_time).value());
  EXPECT_THAT(said, HasSubstr("Signature is Valid."));
  EXPECT_THAT(said, Not(HasSubstr("Certificate is Trusted.")));
  EXPECT_FALSE(Signer::read(certificate, directory / "o.key")) << "a key of another certificate";
}

TEST_F(SignedCopy, UnusableFilesAreNamed) {
  ASSERT_EQ(::chmod(key.c_str(), 0644), 0);
  EXPECT_THAT(Signer::read(certificate, key).failure().detail, HasSubstr("others can read it"));
  EXPECT_THAT(Signer::read(directory / "absent", key).failure().detail, HasSubstr("absent"));
  EXPECT_THAT(Signer::read(key, key).failure().detail, HasSubstr("not a certificate"));
}

TEST_F(SignedCopy, WhatIsNoSheetIsRefused) {
  auto const mine = signer();
  auto const refused = [&](std::string const& bytes) {
    auto const copy = sign(bytes, mine, signing_time);
    return copy ? std::string{} : std::string{name_of(copy.failure().code)};
  };
  EXPECT_EQ(refused(""), "sheet_not_rendered");
  EXPECT_EQ(refused("%PDF-1.7\nstartxref\n99999\n%%EOF"), "sheet_not_rendered");
  EXPECT_EQ(refused("%PDF-1.7\nxref\n0 9\nstartxref\n9\n%%EOF"), "sheet_not_rendered");
  for (std::size_t size = 0; size < pdf.size(); size += 997) {
    EXPECT_EQ(refused(pdf.substr(0, size)), "sheet_not_rendered") << size;
  }
  EXPECT_EQ(refused(sign(pdf, mine, signing_time).value()), "sheet_not_rendered") << "signed already";
}

}  // namespace
}  // namespace ce::pdf_signature

#include "central/electronic_copy/bureau.h"

#include <gmock/gmock.h>

#include "central/issuing/authority.h"
#include "central/issuing/fixture.h"
#include "central/issuing/revoke.h"
#include "central/tokens/certificate_tokens.h"
#include "central/tokens/keys.h"
#include "shared/certificate_pdf/sheet_tools.h"
#include "support/seal_png.h"

namespace ce::test {
namespace {

using certificate_pdf::testing::run;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

/// Two people with a certificate each, and an authority that signs electronically.
struct ElectronicCopy : BatchTest {
  signing::KeyRing ring{directory / "keys"};
  std::filesystem::path signers = directory / "signers";
  electronic_copy::Bureau bureau{store, ring, signers};
  std::string number;

  void SetUp() override {
    BatchTest::SetUp();
    complete_people(2);
    number = issue(1, 2026).value();
    ASSERT_TRUE(tokens::make_key(store, ring, {}, now));
    std::filesystem::create_directory(signers);
    auto const file = (signers / "440106").string();
    auto const made =
        run("openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -utf8 -subj '/CN=天河区人社局' -keyout " +
            file + ".key -out " + file + ".crt 2>/dev/null && chmod 600 " + file + ".key");
    ASSERT_EQ(made.exit_code, 0);
  }
  [[nodiscard]] std::string refused(std::int64_t professional, std::string const& which) const {
    auto const copy = bureau.copy_for(professional, which, now);
    return copy ? std::string{} : std::string{name_of(copy.failure().code)};
  }
};

TEST_F(ElectronicCopy, ItsHolderGetsTheSignedSheetWithItsToken) {
  EXPECT_TRUE(bureau.offers("440106", certificate::SealMode::e_seal));
  auto const copy = bureau.copy_for(1, number, now);
  ASSERT_TRUE(copy) << describe(copy.failure());
  auto const file = certificate_pdf::testing::saved(directory, *copy);
  EXPECT_THAT(run("pdfsig -nocert " + file).output, HasSubstr("Signature is Valid."));
  EXPECT_THAT(run("pdftotext " + file + " -").output, HasSubstr("陈家明"));
  auto const picture = (directory / "copy").string();
  ASSERT_EQ(run("pdftoppm -r 300 -gray " + file + " " + picture).exit_code, 0);
  std::string address;
  ASSERT_TRUE(store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(address, tokens::token_of(database, ring, number, now));
    return {};
  }));
  EXPECT_EQ(run("zbarimg -q --raw --nodbus -Sdisable -Sqrcode.enable " + picture + "-1.pgm").output,
            "https://example/v/" + address + "\n");
}

TEST_F(ElectronicCopy, ItBearsTheAuthoritysPictureOfItsSealAsItIsNow) {
  auto const pictures = [&] {
    auto const copy = bureau.copy_for(1, number, now);
    EXPECT_TRUE(copy) << describe(copy.failure());
    auto const file = certificate_pdf::testing::saved(directory, copy.value_or(""));
    EXPECT_THAT(run("pdfsig -nocert " + file).output, HasSubstr("Signature is Valid."));
    auto const checked = run(CE_SOURCE_DIR "/tests/shared/certificate_pdf/archive_check " + file);
    EXPECT_EQ(checked.exit_code, 0) << checked.output;
    return run("pdfimages -list " + file).output;
  };
  auto const set = [&](std::optional<certificate::SealMode> mode, std::string const& png) {
    ASSERT_TRUE(
        issuing::set_authority(store, {"440106", {}, mode, png}, audit::operator_author("test", {}), now));
  };
  EXPECT_THAT(pictures(), Not(HasSubstr("stencil"))) << "drawn";
  set({}, seal_png({.side = 300}));
  EXPECT_THAT(pictures(), ContainsRegex("stencil +992 +992"));
  set({}, png(300, 200));
  EXPECT_THAT(pictures(), ContainsRegex("stencil +992 +331")) << "its red half";
  write("UPDATE seal_images SET png = CAST('no picture' AS BLOB)");
  EXPECT_THAT(pictures(), Not(HasSubstr("stencil"))) << "drawn, as kiosks do";
  set(certificate::SealMode::window_stamp, "");
  EXPECT_THAT(pictures(), Not(HasSubstr("stencil")));
}

TEST_F(ElectronicCopy, NobodyElseDoes) {
  EXPECT_EQ(refused(2, number), "certificate_unknown");
  EXPECT_EQ(refused(1, "44010626999999"), "certificate_unknown");
}

TEST_F(ElectronicCopy, AVoidOneIsNotCopied) {
  ASSERT_TRUE(issuing::revoke_certificate(store, hrss, number, "误发", now));
  EXPECT_EQ(refused(1, number), "certificate_revoked");
}

TEST_F(ElectronicCopy, ANameThatNoFontDrawsIsNoSheetWithABox) {
  write("UPDATE certificates SET name = '陈\ue815明'");
  EXPECT_EQ(refused(1, number), "name_not_covered");
}

TEST_F(ElectronicCopy, ItIsOfferedOnlyWhereTheAuthoritySealsElectronically) {
  EXPECT_FALSE(bureau.offers("440106", certificate::SealMode::window_stamp));
  EXPECT_FALSE(bureau.offers("440304", certificate::SealMode::e_seal));
  EXPECT_FALSE((electronic_copy::Bureau{store, ring, {}}.offers("440106", certificate::SealMode::e_seal)));
  write("UPDATE certificates SET seal_mode = 'window_stamp'");
  EXPECT_EQ(refused(1, number), "certificate_not_printable");
}

TEST_F(ElectronicCopy, AKeyThatCannotBeUsedIsNamed) {
  std::filesystem::remove(signers / "440106.key");
  auto const copy = bureau.copy_for(1, number, now);
  ASSERT_FALSE(copy);
  EXPECT_EQ(copy.failure().code, FailureCode::grant_key_missing);
  EXPECT_THAT(copy.failure().detail, HasSubstr("440106.key"));
}

}  // namespace
}  // namespace ce::test

// `ce-admin certificate render` as an operator types it, with real files and fonts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "central/certificate_command/command.h"
#include "support/files.h"
#include "support/png.h"
#include "support/temp_directory.h"

namespace ce::certificate_command {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char const* good = R"({"number": "44010625000128", "name": "詹天佑", "year": 2025,
  "authority": "广州市天河区人力资源和社会保障局", "issue_date": "2026-03-01",
  "blank_number": "A00012345", "verify_url": "https://verify.example.cn/c?n=44010625000128"})";

class RenderCommand : public ::testing::Test {
 protected:
  int run(std::string const& json, std::vector<std::string> const& more = {}) {
    test::write_all(data_, json);
    return run_on(data_, more);
  }

  int run_on(std::filesystem::path const& data, std::vector<std::string> const& more = {}) {
    CLI::App app{"ce-admin"};
    CertificateCommands const commands{app};
    // CLI11 takes the words from the end.
    std::vector<std::string> words(more.rbegin(), more.rend());
    for (auto const& word : {pdf_.string(), std::string("--out"), data.string(), std::string("--data"),
                             std::string("render"), std::string("certificate")}) {
      words.push_back(word);
    }
    app.parse(std::move(words));
    EXPECT_TRUE(commands.chosen());
    std::ostringstream out;
    std::ostringstream err;
    int const code = commands.run(out, err);
    out_ = out.str();
    err_ = err.str();
    return code;
  }

  std::size_t files_there() const {
    auto const entries = std::filesystem::directory_iterator(directory_.path());
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
  }

  test::TempDirectory directory_;
  std::filesystem::path data_ = directory_ / "cert.json";
  std::filesystem::path pdf_ = directory_ / "file.pdf";
  std::string out_;
  std::string err_;
};

TEST_F(RenderCommand, WritesThePdfAndNothingElse) {
  ASSERT_EQ(run(good), 0) << err_;
  EXPECT_THAT(test::read_all(pdf_), StartsWith("%PDF-1.7"));
  EXPECT_THAT(out_, HasSubstr(std::to_string(std::filesystem::file_size(pdf_)) + " bytes"));
  EXPECT_EQ(files_there(), 2U);
  auto const permissions = std::filesystem::status(pdf_).permissions();
  EXPECT_EQ(permissions & std::filesystem::perms::others_all, std::filesystem::perms::none);
}

TEST_F(RenderCommand, SealModesGiveDifferentSheets) {
  ASSERT_EQ(run(good), 0);
  auto const sealed = test::read_all(pdf_);
  ASSERT_EQ(run(good, {"--seal-mode", "e_seal"}), 0);
  EXPECT_EQ(test::read_all(pdf_), sealed);
  ASSERT_EQ(run(good, {"--seal-mode", "window_stamp"}), 0);
  auto const to_be_stamped = test::read_all(pdf_);
  ASSERT_EQ(run(good, {"--seal-mode", "prestamped_stock"}), 0);
  EXPECT_NE(to_be_stamped, sealed);
  EXPECT_NE(test::read_all(pdf_), to_be_stamped);
  EXPECT_EQ(run(good, {"--seal-mode", "wax"}), 2);
  EXPECT_THAT(err_,
              HasSubstr("--seal-mode: e_seal, window_stamp or prestamped_stock was expected, not \"wax\""));
}

TEST_F(RenderCommand, APictureOfTheSealIsLookedAtBeforeItIsUploaded) {
  auto const picture = directory_ / "seal.png";
  test::write_all(picture, test::png(300, 300));
  ASSERT_EQ(run(good, {"--seal", picture.string()}), 0) << err_;
  EXPECT_THAT(test::read_all(pdf_), HasSubstr("/ImageMask"));
  test::write_all(picture, "GIF89a");
  EXPECT_EQ(run(good, {"--seal", picture.string()}), 2);
  EXPECT_THAT(err_, HasSubstr("seal picture: is no PNG"));
  test::write_all(picture, std::string((2U << 20U) + 1, 'x'));
  EXPECT_EQ(run(good, {"--seal", picture.string()}), 2);
  EXPECT_THAT(err_, HasSubstr("larger than 2 MB"));
  EXPECT_EQ(run(good, {"--seal", (directory_ / "none.png").string()}), 2);
  EXPECT_THAT(err_, HasSubstr("none.png: cannot be read"));
}

TEST_F(RenderCommand, BadInputKeepsTheOldFile) {
  test::write_all(pdf_, "the sheet of yesterday");
  std::string no_name = good;
  no_name.replace(no_name.find("詹天佑"), std::string("詹天佑").size(), "");
  EXPECT_EQ(run(no_name), 2);
  EXPECT_THAT(err_, HasSubstr("cert.json: name: is empty"));
  std::string uncovered = good;
  uncovered.replace(uncovered.find("天"), std::string("天").size(), "\U0003FFF0");
  EXPECT_EQ(run(uncovered), 2);
  EXPECT_THAT(err_, StartsWith("name_not_covered: "));
  EXPECT_THAT(err_, HasSubstr("U+3FFF0"));
  EXPECT_THAT(err_, Not(HasSubstr("詹")));
  EXPECT_EQ(test::read_all(pdf_), "the sheet of yesterday");
  EXPECT_EQ(files_there(), 2U);
}

TEST_F(RenderCommand, AFileThatIsNotThereIsNamed) {
  EXPECT_EQ(run_on(directory_ / "absent.json"), 2);
  EXPECT_THAT(err_, HasSubstr("absent.json"));
  EXPECT_EQ(run_on(directory_.path()), 2);
  EXPECT_EQ(run(std::string(70'000, ' ')), 2);
  EXPECT_THAT(err_, HasSubstr("70000 bytes are too many"));
}

TEST_F(RenderCommand, APlaceThatCannotBeWrittenIsNamed) {
  pdf_ = directory_ / "no-such-directory" / "file.pdf";
  EXPECT_EQ(run(good), 1);
  EXPECT_THAT(err_, StartsWith("storage_fault: "));
  EXPECT_THAT(err_, HasSubstr("no-such-directory"));
  pdf_ = directory_.path();  // a directory cannot be replaced by a file
  EXPECT_EQ(run(good), 1);
  EXPECT_EQ(files_there(), 1U) << "the half-made file is taken away";
}

}  // namespace
}  // namespace ce::certificate_command

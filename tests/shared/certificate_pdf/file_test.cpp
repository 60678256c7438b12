// The file as a whole: same input, same bytes; metadata; the QR code; many threads.
#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "shared/certificate_pdf/sample_sheet.h"
#include "shared/certificate_pdf/sheet_tools.h"

namespace ce::certificate_pdf::testing {
namespace {

std::string rendered(certificate::Sheet const& sheet) {
  auto const pdf = render(sheet, fonts());
  EXPECT_TRUE(pdf.ok()) << describe(pdf.failure());
  return pdf.value_or("");
}

TEST(SheetFile, SameInputGivesTheSameBytes) {
  auto const first = rendered(sample_sheet());
  EXPECT_EQ(first, rendered(sample_sheet()));
  auto const opened_again = Fonts::open(debian_font_paths());
  ASSERT_TRUE(opened_again.ok());
  EXPECT_EQ(first, render(sample_sheet(), *opened_again).value_or(""));
}

TEST(SheetFile, EachFieldChangesTheBytes) {
  auto const base = rendered(sample_sheet());
  auto const differs = [&](auto&& change) {
    auto sheet = sample_sheet();
    change(sheet);
    return rendered(sheet) != base;
  };
  EXPECT_TRUE(differs([](auto& sheet) { sheet.number = "44010625000129"; }));
  EXPECT_TRUE(differs([](auto& sheet) { sheet.name = "詹天佐"; }));
  EXPECT_TRUE(differs([](auto& sheet) { sheet.year = 2024; }));
  EXPECT_TRUE(differs([](auto& sheet) { sheet.authority = "广州市人力资源和社会保障局"; }));
  EXPECT_TRUE(differs([](auto& sheet) { sheet.issue_date = Date::make(2026, 3, 2).value(); }));
  EXPECT_TRUE(differs([](auto& sheet) { sheet.blank_number = "A00012346"; }));
  EXPECT_TRUE(differs([](auto& sheet) { sheet.verify_url += "0"; }));
}

TEST(SheetFile, ThreadsShareTheFonts) {
  auto const expected = rendered(sample_sheet());
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  threads.reserve(results.size());
  for (auto& result : results) {
    threads.emplace_back([&result] {
      for (int i = 0; i < 5; ++i) result = render(sample_sheet(), fonts()).value_or("");
    });
  }
  for (auto& thread : threads) thread.join();
  for (auto const& result : results) EXPECT_EQ(result, expected);
}

TEST(SheetFile, SaysWhatItIs) {
  test::TempDirectory const directory;
  auto const file = saved(directory, rendered(sample_sheet()));
  auto const info = run("pdfinfo -isodates " + file);
  EXPECT_NE(info.output.find("广东省专业技术人员继续教育证书 44010625000128"), std::string::npos)
      << info.output;
  EXPECT_NE(info.output.find("(A4)"), std::string::npos) << info.output;
  EXPECT_NE(info.output.find("Pages:           1"), std::string::npos) << info.output;
  auto const date = run("qpdf --json " + file);
  EXPECT_NE(date.output.find("D:20260301"), std::string::npos) << "the creation date is the issue date";
  EXPECT_NE(date.output.find("zh-CN"), std::string::npos);
}

std::string identifier_of(std::string const& pdf) {
  auto const at = pdf.rfind("/ID [ <");
  return at == std::string::npos ? "" : pdf.substr(at, 80);
}

TEST(SheetFile, HasWhatArchivesAskFor) {
  test::TempDirectory const directory;
  auto sheet = sample_sheet();
  sheet.authority = "甲<乙>&丙局";
  auto const pdf = rendered(sheet);
  auto const file = saved(directory, pdf);
  auto const xmp = run("pdfinfo -meta " + file).output;
  for (char const* part : {"pdfaid:part=\"2\"", "xmp:CreateDate=\"2026-03-01T00:00:00+08:00\"",
                           "甲&lt;乙&gt;&amp;丙局", "pdf:Producer=\"ce-kiosk with Haru"}) {
    EXPECT_NE(xmp.find(part), std::string::npos) << part << " in " << xmp;
  }
  EXPECT_NE(pdf.find("/S /GTS_PDFA1"), std::string::npos);
  sheet.name = "詹天佐";
  EXPECT_NE(identifier_of(pdf), "");
  EXPECT_NE(identifier_of(rendered(sheet)), identifier_of(pdf));
}

ToolRun archive_check(test::TempDirectory const& directory, std::string const& pdf) {
  return run(CE_SOURCE_DIR "/tests/shared/certificate_pdf/archive_check " + saved(directory, pdf));
}

std::string replaced(std::string text, std::string const& what, std::string const& with) {
  auto const at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

TEST(SheetFile, IsReadAsAnArchiveReadsIt) {
  test::TempDirectory const directory;
  auto const pdf = rendered(sample_sheet());
  for (auto const& sheet : {pdf, render(sample_sheet(), fonts(), {.preprinted = true}).value_or("")}) {
    auto const said = archive_check(directory, sheet);
    EXPECT_EQ(said.exit_code, 0) << said.output;
  }
  // And the check sees what is wrong.
  for (auto const& [what, with, clause] :
       {std::array{"/S /GTS_PDFA1", "/S /GTS_PDFX1", "6.2.3"}, std::array{"/DW 1000", "/DW 0900", "6.2.11.5"},
        std::array{"/ID [", "/IX [", "6.1.3"}, std::array{"pdfaid:part=\"2\"", "pdfaid:part=\"1\"", "6.6.4"},
        std::array{"证书 4401", "证书 4402", "6.6.2"}, std::array{"%%EOF", "%%EOF more", "6.1.3"}}) {
    auto const said = archive_check(directory, replaced(pdf, what, with));
    EXPECT_NE(said.exit_code, 0) << what;
    EXPECT_NE(said.output.find(clause), std::string::npos) << what << ": " << said.output;
  }
}

TEST(SheetFile, EveryWordOfTheAnnexIsThere) {
  test::TempDirectory const directory;
  auto const file = saved(directory, rendered(sample_sheet()));
  auto const text = squeezed(run("pdftotext " + file + " -").output);
  for (char const* words :
       {"广东省专业技术人员继续教育证书", "证书编号：", "发证单位（盖章）：广州市天河区人力资源和社会保障局",
        "发证时间：2026年3月1日", "广东省人力资源和社会保障厅制", "N0：A00012345",
        "说明：证书可凭编号在广东省人力资源和社会保障厅门户网站核实"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
  }
}

TEST(SheetFile, TheCodeScansFromPaperResolution) {
  test::TempDirectory const directory;
  for (std::size_t const length : {45U, 300U}) {
    auto sheet = sample_sheet();
    sheet.verify_url.resize(length, 'x');
    auto const file = saved(directory, rendered(sheet));
    auto const picture = (directory / "sheet").string();
    std::string rasterise = "pdftoppm -r 300 -gray -x 350 -y 1400 -W 600 -H 800 ";
    rasterise.append(file).append(" ").append(picture);
    ASSERT_EQ(run(rasterise).exit_code, 0);
    auto const code = run("zbarimg -q --raw --nodbus -Sdisable -Sqrcode.enable " + picture + "-1.pgm");
    EXPECT_EQ(code.output, sheet.verify_url + "\n");
  }
}

}  // namespace
}  // namespace ce::certificate_pdf::testing

#include "central/registers/register_file.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <array>
#include <cstdio>

#include "central/registers/fixture.h"

namespace ce::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// What a command prints.
std::string said_by(std::string const& command) {
  std::string out;
  auto* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    out.append(part.data(), n);
  ::pclose(pipe);
  return out;
}

/// Every cell of the first sheet, one a line, after the kinds of its cells; read without our own reader.
std::string cells_in(std::filesystem::path const& file) {
  return said_by("python3 -c \"import zipfile,sys,re,html;z=zipfile.ZipFile('" + file.string() +
                 "');s=z.read('xl/worksheets/sheet1.xml').decode();"
                 "print(sorted(set(re.findall(r'<c [^>]*t=\\\"(.*?)\\\"',s))),'formulas',s.count('<f>'),"
                 "'rows',s.count('<row '));"
                 "print(html.unescape('\\n'.join(re.findall(r'<t[^>]*>(.*?)</t>',s))))\"");
}

/// A part of an XLSX file as it is kept in it.
std::string part_of(std::filesystem::path const& file, std::string const& part) {
  return said_by("python3 -c \"import zipfile;print(zipfile.ZipFile('" + file.string() + "').read('" + part +
                 "').decode())\"");
}

struct RegisterFile : RegisterTest {
  registers::FileOptions options{registers::Names::whole, now, {}};
  std::filesystem::path xlsx = directory / "register.xlsx";
  std::filesystem::path pdf = directory / "register.pdf";
};

TEST_F(RegisterFile, ASpreadsheetRunsNothing) {
  write("UPDATE certificates SET name = '=HYPERLINK(\"x\")' WHERE number = '" + numbers[4] + "'");
  auto const done = registers::write_xlsx(store, {}, options, xlsx);
  ASSERT_TRUE(done) << describe(done.failure());
  auto const cells = cells_in(xlsx);
  EXPECT_THAT(cells,
              AllOf(HasSubstr("['inlineStr'] formulas 0 rows 8"), HasSubstr("证书编号"), HasSubstr("陈家明"),
                    HasSubstr("=HYPERLINK(\"x\")"), HasSubstr("更正为"), HasSubstr("已交终端，未回报")));
  options.names = registers::Names::masked;
  ASSERT_TRUE(registers::write_xlsx(store, {}, options, xlsx));
  EXPECT_THAT(cells_in(xlsx), AllOf(Not(HasSubstr("陈家明")), HasSubstr("**明")));
}

TEST_F(RegisterFile, ASpreadsheetIsPrintedAsPagesAndFilteredByItsHeadings) {
  ASSERT_TRUE(registers::write_xlsx(store, {{"440106"}, 2026}, options, xlsx));
  EXPECT_THAT(part_of(xlsx, "xl/worksheets/sheet1.xml"),
              AllOf(HasSubstr("<autoFilter ref=\"A1:L"), HasSubstr("orientation=\"landscape\""),
                    HasSubstr("fitToHeight=\"0\""), HasSubstr("numberStoredAsText=\"1\""),
                    HasSubstr("发放名册　广东省广州市天河区，2026 年度；制表"),
                    HasSubstr("第 &amp;P 页，共 &amp;N 页")));
  EXPECT_THAT(part_of(xlsx, "xl/workbook.xml"), HasSubstr("_xlnm.Print_Titles"));
}

TEST_F(RegisterFile, APdfHasHeadingsAndNumbersOnEveryPageAndRareCharacters) {
  complete_people_more(60);
  write("UPDATE certificates SET name = '王𠂇䶮' WHERE number = '" + numbers[4] + "'");
  auto const done = registers::write_pdf(store, {{"440106"}, 2026}, options, pdf);
  ASSERT_TRUE(done) << describe(done.failure());
  auto const text = said_by("pdftotext -layout " + pdf.string() + " -");
  EXPECT_THAT(text,
              AllOf(HasSubstr("王𠂇䶮"), HasSubstr("第 1 页，共 3 页"), HasSubstr("第 3 页，共 3 页"),
                    HasSubstr("广东省广州市天河区，2026 年度"), HasSubstr(numbers[5]), HasSubstr("A2")));
  std::size_t headings = 0;
  for (auto at = text.find("证书编号"); at != std::string::npos; at = text.find("证书编号", at + 1))
    ++headings;
  EXPECT_EQ(headings, 3U);
  EXPECT_THAT(said_by("qpdf --check " + pdf.string()), HasSubstr("No syntax or stream encoding errors"));
  EXPECT_THAT(said_by("pdfinfo " + pdf.string()),
              AllOf(HasSubstr("841.89 x 595.276 pts (A4)"), HasSubstr("Pages:           3")));
}

TEST_F(RegisterFile, TheRollUpIsASheetAndAPageToo) {
  auto const lines = registers::roll_up(store, {}).value();
  ASSERT_TRUE(registers::write_xlsx(lines, {}, rulebook().regions, options, xlsx));
  EXPECT_THAT(cells_in(xlsx),
              AllOf(HasSubstr("广东省广州市天河区"), HasSubstr("登记缺失"), HasSubstr("用去证书纸")));
  EXPECT_THAT(part_of(xlsx, "xl/worksheets/sheet1.xml"),
              HasSubstr("<v>" + std::to_string(lines.front().issued) + "</v>"))
      << "counts can be added up";
  ASSERT_TRUE(registers::write_pdf(lines, {}, rulebook().regions, options, pdf));
  EXPECT_THAT(said_by("pdftotext -layout " + pdf.string() + " -"), HasSubstr("证书发放汇总"));
}

TEST_F(RegisterFile, AnEmptyRegisterIsAPageThatSaysWhatWasAskedFor) {
  registers::Filter filter{{"440300"}};
  ASSERT_TRUE(registers::write_pdf(store, filter, options, pdf));
  EXPECT_THAT(said_by("pdftotext -layout " + pdf.string() + " -"),
              AllOf(HasSubstr("广东省深圳市"), HasSubstr("第 1 页，共 1 页")));
  EXPECT_FALSE(registers::write_pdf(store, filter, options, "/proc/none/register.pdf"));
  EXPECT_FALSE(registers::write_xlsx(store, filter, options, "/proc/none/register.xlsx"));
}

}  // namespace
}  // namespace ce::test

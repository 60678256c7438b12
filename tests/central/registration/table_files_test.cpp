#include <gmock/gmock.h>
#include <iconv.h>
#include <zip.h>

#include "central/registration/cells.h"
#include "central/registration/columns.h"
#include "central/registration/csv.h"
#include "central/registration/rows.h"
#include "central/registration/sheet_writer.h"
#include "central/registration/xlsx.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

using namespace registration;
using testing::HasSubstr;

std::string gb18030(std::string text) {
  auto* const handle = ::iconv_open("GB18030", "UTF-8");
  std::string out(text.size() * 2, '\0');
  char* from = text.data();
  char* to = out.data();
  std::size_t left = text.size();
  std::size_t room = out.size();
  ::iconv(handle, &from, &left, &to, &room);
  ::iconv_close(handle);
  out.resize(out.size() - room);
  return out;
}

std::vector<std::vector<std::string>> texts(Result<Grid> const& grid) {
  EXPECT_TRUE(grid) << describe(grid.failure());
  std::vector<std::vector<std::string>> all;
  for (auto const& row : grid->rows) {
    auto& line = all.emplace_back();
    for (auto const& cell : row.cells) line.push_back(cell.text);
  }
  return all;
}

std::string refusal(Result<Grid> const& grid) {
  return grid ? "read" : describe(grid.failure());
}

TEST(Csv, ReadsWhatSpreadsheetsWrite) {
  std::vector<std::vector<std::string>> const expected{{"姓名", "学习内容"}, {"陈家明", "a,\"b\"\nc"}};
  std::string const text = "姓名,学习内容\r\n陈家明,\"a,\"\"b\"\"\nc\"\r\n\r\n";
  EXPECT_EQ(texts(read_csv(text)), expected);
  EXPECT_EQ(texts(read_csv("\xEF\xBB\xBF" + text)), expected);
  EXPECT_EQ(texts(read_csv(gb18030(text))), expected);
  EXPECT_EQ(texts(read_csv("a;b;c\n1;2;3")),
            (std::vector<std::vector<std::string>>{{"a", "b", "c"}, {"1", "2", "3"}}));
  EXPECT_EQ(texts(read_csv("\"a;b;c\td\te\nf;\",2\n")),
            (std::vector<std::vector<std::string>>{{"a;b;c\td\te\nf;", "2"}}))
      << "separators within quotes are none";
  EXPECT_EQ(texts(read_csv("\"\"\"q\"\"\",\"\"\n")), (std::vector<std::vector<std::string>>{{"\"q\"", ""}}));
}

// What its quotes hold, twofold quotes among it, must not change what the first row is cut by.
TEST(Csv, ATableIsReadAsItWasWritten) {
  for (auto const& rows :
       std::vector<std::vector<std::vector<std::string>>>{{{"a", "'\t\"x\ty\tz\t"}, {"b", "c"}},
                                                          {{"a", "q\"\";;;"}, {"b", "c"}},
                                                          {{"\";\t;\t;", "b"}},
                                                          {{"\"", "\"\"", "\";\"", ";;;;\"", ""}},
                                                          {{"a", "x\n\"y;;;\"\t"}, {"", "\""}}}) {
    EXPECT_EQ(texts(read_csv(csv_text(rows))), rows) << csv_text(rows);
  }
}

TEST(Csv, RareCharactersSurviveGb18030) {
  EXPECT_EQ(texts(read_csv(gb18030("𠮷䶮,姓名\n"))).at(0).at(0), "𠮷䶮");
}

TEST(Csv, RowNumbersAreLinesOfTheFile) {
  auto const grid = read_csv("a,b\n\"x\ny\",1\n\n2,3\n").value();
  ASSERT_EQ(grid.rows.size(), 3U);
  EXPECT_EQ(grid.rows[1].number, 2);
  EXPECT_EQ(grid.rows[2].number, 5);
}

TEST(Csv, BadOnesAreRefusedWithTheLine) {
  EXPECT_THAT(refusal(read_csv("a,b\n\"open,1\n2,3\n")), HasSubstr("第 2 行起有一处引号没有配对"));
  EXPECT_THAT(refusal(read_csv(std::string{"a\0b", 3})), HasSubstr("不是文本文件"));
  EXPECT_THAT(refusal(read_csv("\xFF\xFE a")), HasSubstr("UTF-16"));
  EXPECT_THAT(refusal(read_csv("a\n" + std::string(most_cell_bytes + 1, 'x'))),
              HasSubstr("第 2 行有一格内容过长"));
  EXPECT_THAT(refusal(read_csv(std::string(most_columns + 1, ','))), HasSubstr("列"));
  std::string many;
  for (std::size_t i = 0; i < most_rows + 2; ++i) many += "1,2\n";
  EXPECT_THAT(refusal(read_csv(many)), HasSubstr("超过 20000 行"));
  EXPECT_THAT(refusal(read_csv(std::string(most_file_bytes + 1, 'x'))), HasSubstr("超过 20 MB"));
  EXPECT_THAT(refusal(read_csv("\xFF\xFF\xFF,\x80\n")), HasSubstr("编码无法识别"));
}

TEST(Csv, WhatIsWrittenCannotRun) {
  auto const text = csv_text({{"=cmd|' /C calc'!A0", "+1", "@x", "-2", "plain", "a,b"}});
  EXPECT_THAT(text, HasSubstr("'=cmd"));
  EXPECT_THAT(text, HasSubstr(",'+1,'@x,'-2,plain,\"a,b\"\r\n"));
}

struct Xlsx : testing::Test {
  TempDirectory directory;

  std::string zipped(std::vector<std::pair<std::string, std::string>> const& parts) const {
    auto const file = directory / "made.xlsx";
    std::filesystem::remove(file);
    auto* const zip = zip_open(file.c_str(), ZIP_CREATE, nullptr);
    for (auto const& [name, text] : parts) {
      zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
    }
    EXPECT_EQ(zip_close(zip), 0);
    return read_all(file);
  }
  /// A workbook around this sheet.
  std::string book(std::string const& sheet, std::string const& strings = "<sst/>") const {
    return zipped(
        {{"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="h" state="hidden" r:id="rId0"/>)"
                             R"(<sheet name="s" r:id="rId1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/s.xml"/>)"
          R"(<Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/strings.xml"/></Relationships>)"},
         {"xl/worksheets/s.xml", sheet},
         {"xl/strings.xml", strings}});
  }
};

TEST_F(Xlsx, ReadsWhatWeWrite) {
  std::vector<std::vector<std::string>> rows{{"姓名", "学习内容"}, {"陈家明", "=1+1"}};
  for (int i = 0; i < 3000; ++i) rows.push_back({"学员" + std::to_string(i), "课程 <b>&"});
  auto const file = directory / "t.xlsx";
  ASSERT_TRUE(write_sheet(file, "表", rows, 1));
  EXPECT_EQ(texts(read_xlsx(read_all(file))), rows);
}

TEST_F(Xlsx, ReadsEveryKindOfCell) {
  auto const bytes = book(
      R"(<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>内</t></is></c>)"
      R"(</row><row r="4"><c r="A4"><v>45123</v></c><c r="B4" t="str"><f>A1&amp;1</f><v>算得</v></c>)"
      R"(<c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#N/A</v></c></row></sheetData></worksheet>)",
      "<sst><si><r><t>共</t></r><r><t>享</t></r><rPh><t>gong</t></rPh></si></sst>");
  auto const grid = read_xlsx(bytes);
  ASSERT_TRUE(grid) << describe(grid.failure());
  ASSERT_EQ(grid->rows.size(), 2U);
  EXPECT_EQ(grid->rows[0].cells.at(0).text, "共享");
  EXPECT_EQ(grid->rows[0].cells.at(2).text, "内");
  EXPECT_EQ(grid->rows[1].number, 4);
  EXPECT_EQ(grid->rows[1].cells.at(0).kind, CellKind::number);
  EXPECT_EQ(grid->rows[1].cells.at(1).text, "算得");
  EXPECT_EQ(grid->rows[1].cells.at(2).text, "是");
  EXPECT_EQ(grid->rows[1].cells.at(3).kind, CellKind::error);
}

TEST_F(Xlsx, ABombIsRefused) {
  std::string bomb = "<worksheet><sheetData>";
  bomb.append(48U << 20U, ' ');
  EXPECT_LT(book(bomb).size(), 1U << 20U);
  EXPECT_THAT(refusal(read_xlsx(book(bomb))), HasSubstr("解压后过大"));
  std::vector<std::pair<std::string, std::string>> parts(1001);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = {"p" + std::to_string(i), ""};
  EXPECT_THAT(refusal(read_xlsx(zipped(parts))), HasSubstr("解压后过大"));
}

TEST_F(Xlsx, EntitiesAreRefused) {
  auto const bytes =
      book("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>");
  EXPECT_THAT(refusal(read_xlsx(bytes)), HasSubstr("DOCTYPE"));
}

TEST_F(Xlsx, DamagedOnesAreRefusedAtEveryByte) {
  auto const whole = book("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    EXPECT_FALSE(read_xlsx(whole.substr(0, i)));
    auto flipped = whole;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x55);
    (void)read_xlsx(flipped);  // may be read or refused, must not break
  }
  EXPECT_THAT(refusal(read_table("\xD0\xCF\x11\xE0 old")), HasSubstr("旧版 XLS"));
  EXPECT_THAT(refusal(read_xlsx(
                  book("<worksheet><sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData></worksheet>"))),
              HasSubstr("已损坏"));
}

TEST(TypedDates, InEveryUsualForm) {
  auto const day = Date::make(2026, 3, 1).value();
  for (auto const* text : {"2026-03-01", "2026-3-1", "2026/3/1", "2026.03.01", "2026年3月1日", "20260301",
                           "2026-03-01 09:00:00", "2026-03-01T09:00"}) {
    EXPECT_EQ(parse_typed_date(text), day) << text;
  }
  for (auto const* text : {"", "2026-02-30", "2026", "26-3-1", "2026-3", "3/1/2026", "2026-03-01x", "明天"}) {
    EXPECT_EQ(parse_typed_date(text), std::nullopt) << text;
  }
}

TEST(CellReading, SpreadsheetsCountDaysAndLoseDigits) {
  std::vector<Fault> faults;
  CellReader read{false, faults};
  Cell const serial{"46082", CellKind::number};
  EXPECT_EQ(read.date(Column::start, &serial), Date::make(2026, 3, 1).value());
  CellReader mac{true, faults};
  Cell const from_1904{"44620", CellKind::number};
  EXPECT_EQ(mac.date(Column::start, &from_1904), Date::make(2026, 3, 1).value());
  EXPECT_TRUE(faults.empty());
  Cell const lost{"4.40106188503120E+17", CellKind::text};
  EXPECT_EQ(read.id_number(&lost), "");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_THAT(faults[0].wrong, HasSubstr("末几位已经丢失"));
}

TEST(Headings, MissingAndDoubleOnesAreNamed) {
  GridRow row{1, {}};
  for (auto const* text : {"姓名", "姓名*", "科目", "学习形式（必填）", "学习内容"})
    row.cells.push_back({text, CellKind::text});
  auto const layout = layout_of(row);
  ASSERT_FALSE(layout);
  EXPECT_THAT(layout.failure().detail, HasSubstr("“姓名”出现了两次"));
  EXPECT_THAT(layout.failure().detail, HasSubstr("缺少列“证件号码”"));
  EXPECT_THAT(layout.failure().detail, HasSubstr("缺少列“结束日期”"));
}

}  // namespace
}  // namespace ce::test

#include <zip.h>

#include "central/registration/csv.h"
#include "central/registration/entry.h"
#include "central/registration/rows.h"
#include "central/registration/sheet_writer.h"
#include "central/registration/xlsx.h"
#include "support/files.h"
#include "support/temp_directory.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

using namespace registration;
using Rows = std::vector<std::vector<std::string>>;

Rows texts(Grid const& grid) {
  Rows rows;
  for (auto const& row : grid.rows) {
    auto& line = rows.emplace_back();
    for (auto const& cell : row.cells) line.push_back(cell.text);
  }
  return rows;
}

void look_at_table(Grid const& grid) {
  hold(grid.rows.size() <= most_rows + 1, "no more rows than a file may have");
  for (auto const& row : grid.rows) {
    hold(row.cells.size() <= most_columns, "no more columns than a file may have");
    for (auto const& cell : row.cells) hold(cell.text.size() <= most_cell_bytes, "no cell is too long");
  }
  if (grid.rows.empty()) return;
  auto const layout = layout_of(grid.rows.front());
  if (!layout) return;
  for (std::size_t i = 1; i < grid.rows.size(); ++i) {
    std::vector<Fault> faults;
    (void)entry_of(grid.rows[i], *layout, grid.from_1904, faults);
  }
}

/// Parts of a workbook in one text: each begins with a line "\x01NAME".
std::vector<std::pair<std::string, std::string_view>> parts_in(std::string_view text) {
  std::vector<std::pair<std::string, std::string_view>> parts;
  while (!text.empty()) {
    auto const end = std::min(text.find('\x01', 1), text.size());
    auto const part = text.substr(0, end);
    text.remove_prefix(end);
    auto const line = std::min(part.find('\n'), part.size());
    if (part.starts_with('\x01') && line > 1) {
      parts.emplace_back(part.substr(1, line - 1), part.substr(std::min(line + 1, part.size())));
    }
  }
  return parts;
}

/// An archive of these parts, not packed: what is fuzzed is behind the unpacking.
std::string zipped(std::string_view text) {
  auto const parts = parts_in(text);
  zip_error_t error;
  zip_error_init(&error);
  auto* const bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(bytes);
  auto* const archive = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
  for (auto const& [name, part] : parts) {
    auto* const source = zip_source_buffer(archive, part.data(), part.size(), 0);
    auto const place = zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
    if (place < 0) {
      zip_source_free(source);  // a name that an archive cannot have
    } else {
      zip_set_file_compression(archive, static_cast<zip_uint64_t>(place), ZIP_CM_STORE, 0);
    }
  }
  std::string made;
  if (zip_close(archive) != 0) {
    zip_discard(archive);
  } else if (zip_source_open(bytes) == 0) {
    zip_source_seek(bytes, 0, SEEK_END);
    made.resize(static_cast<std::size_t>(std::max<zip_int64_t>(zip_source_tell(bytes), 0)));
    zip_source_seek(bytes, 0, SEEK_SET);
    zip_source_read(bytes, made.data(), made.size());
    zip_source_close(bytes);
  }
  zip_source_free(bytes);
  return made;
}

constexpr std::string_view workbook =
    "\x01xl/workbook.xml\n<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets>"
    "<sheet name=\"h\" state=\"hidden\" r:id=\"rId0\"/><sheet name=\"s\" r:id=\"rId1\"/></sheets></workbook>"
    "\x01xl/_rels/workbook.xml.rels\n<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" "
    "Target=\"worksheets/s.xml\"/><Relationship Id=\"rId2\" Type=\"x/sharedStrings\" "
    "Target=\"/xl/strings.xml\"/></Relationships>"
    "\x01xl/strings.xml\n<sst><si><r><t>共</t></r><r><t>享</t></r><rPh><t>gong</t></rPh></si></sst>";

Rows sample_rows() {
  return {{"证件号码", "姓名", "科目", "学习形式", "学习内容", "开始日期", "结束日期", "学时", "考核结果"},
          {"11010518991231002X", "张三丰", "公需科目", "培训", "数字经济,\"甲\"\n乙", "2024-3-1",
           "2024年3月2日", "8", "合格"}};
}

}  // namespace

void read_csv_file(std::string_view bytes) {
  auto const grid = read_csv(bytes);
  if (!grid) {
    hold(grid.failure().code == FailureCode::file_refused, "a file is refused as such");
    return;
  }
  look_at_table(*grid);
  // Once written by us it stays as it is: what would run as a formula is defused at the first time.
  auto const once = read_csv(csv_text(texts(*grid)));
  if (!once) return;  // a cell that was as long as may be is longer once it is defused
  auto const twice = read_csv(csv_text(texts(*once)));
  hold(twice.ok() && texts(*twice) == texts(*once), "a table is read as it was written");
}

void read_xlsx_file(std::string_view bytes) {
  if (auto const grid = read_table(bytes)) look_at_table(*grid);
}

void read_xlsx_parts(std::string_view bytes) {
  auto const file = zipped(bytes);
  if (auto const grid = read_xlsx(file)) {
    look_at_table(*grid);
  } else {
    hold(grid.failure().code == FailureCode::file_refused, "a file is refused as such");
  }
}

std::vector<std::string> csv_files() {
  auto const text = csv_text(sample_rows());
  std::string tabs = "a\tb\tc\n1\t\"x\ty\"\t=1+1\n\n";
  return {text, tabs, "a;b\n\xD6\xD0\xCE\xC4;'\"q\"\r\n", "\xEF\xBB\xBF\"\"\"q\"\"\",\"\"\n"};
}

std::vector<std::string> xlsx_files() {
  test::TempDirectory const directory;
  auto const file = directory / "t.xlsx";
  (void)write_sheet(file, "表", sample_rows(), 1);
  auto seeds = std::vector{test::read_all(file)};
  for (auto const& parts : xlsx_parts()) seeds.push_back(zipped(parts));
  return seeds;
}

std::vector<std::string> xlsx_parts() {
  std::string const book{workbook};
  auto const sheet = [&book](std::string const& rows) {
    return book + "\x01xl/worksheets/s.xml\n<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  };
  return {
      sheet(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>内</t></is></c></row>)"
            R"(<row r="4"><c r="A4"><v>45123</v></c><c r="B4" t="str"><f>A1&amp;1</f><v>算得</v></c>)"
            R"(<c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#N/A</v></c></row>)"),
      sheet("<row><c t=\"inlineStr\"><is><t>姓名</t></is></c></row><row><c><v>1.5E+1</v></c></row>"),
      sheet("<!DOCTYPE x [<!ENTITY a \"b\">]>")};
}

}  // namespace ce::fuzz

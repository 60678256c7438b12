#include "central/registration/xlsx_book.h"

#include <map>

#include "central/registration/grid.h"
#include "central/registration/xml.h"

namespace ce::registration {
namespace {

constexpr std::string_view book_part = "xl/workbook.xml";
constexpr std::size_t most_strings = 2'000'000;
constexpr std::size_t most_string_bytes = 64U << 20U;

std::string part_of(std::string_view target) {
  if (target.starts_with('/')) return std::string{target.substr(1)};
  return "xl/" + std::string{target};
}

Result<void> nothing_wrong() {
  return {};
}

XmlTaker open_only(std::function<void(std::string_view, Attributes const&)> open) {
  return {std::move(open), [](std::string_view) {}, [](std::string_view) {}, nothing_wrong};
}

}  // namespace

Result<Book> read_book(Package& package) {
  Book book;
  std::string sheet_id;
  if (!package.has(book_part)) return refused_file("不是 XLSX 表格，请使用模板");
  CE_CHECK(read_xml(package, book_part, open_only([&](std::string_view name, Attributes const& attributes) {
                      if (name == "workbookPr") {
                        auto const said = attributes.get("date1904");
                        book.from_1904 = said == "1" || said == "true";
                      }
                      auto const state = attributes.get("state");
                      bool const shown = state != "hidden" && state != "veryHidden";
                      if (name == "sheet" && sheet_id.empty() && shown) sheet_id = attributes.get("r:id");
                    })));
  CE_CHECK(read_xml(package, "xl/_rels/workbook.xml.rels",
                    open_only([&](std::string_view name, Attributes const& attributes) {
                      if (name != "Relationship") return;
                      if (attributes.get("Id") == sheet_id) book.sheet = part_of(attributes.get("Target"));
                      if (attributes.get("Type").ends_with("/sharedStrings")) {
                        book.shared_strings = part_of(attributes.get("Target"));
                      }
                    })));
  if (book.sheet.empty() || !package.has(book.sheet)) return refused_file("XLSX 文件中没有可见的工作表");
  if (!book.shared_strings.empty() && !package.has(book.shared_strings)) book.shared_strings.clear();
  return book;
}

Result<std::vector<std::string>> read_shared_strings(Package& package, std::string const& part) {
  std::vector<std::string> strings;
  std::size_t bytes = 0;
  bool in_text = false;
  int in_phonetic = 0;  // how a word is read aloud is no part of it
  XmlTaker taker;
  taker.open = [&](std::string_view name, Attributes const&) {
    if (name == "si") strings.emplace_back();
    if (name == "rPh") ++in_phonetic;
    if (name == "t") in_text = in_phonetic == 0 && !strings.empty();
  };
  taker.text = [&](std::string_view text) {
    if (!in_text) return;
    bytes += text.size();
    if (strings.back().size() <= most_cell_bytes) strings.back() += text;
  };
  taker.close = [&](std::string_view name) {
    if (name == "t") in_text = false;
    if (name == "rPh") --in_phonetic;
  };
  taker.check = [&]() -> Result<void> {
    if (strings.size() <= most_strings && bytes <= most_string_bytes) return {};
    return refused_file("表格中的文字过多，请分成几个文件");
  };
  if (!part.empty()) CE_CHECK(read_xml(package, part, taker));
  return strings;
}

}  // namespace ce::registration

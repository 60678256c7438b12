#include "central/pdf_signature/plain_pdf.h"

#include <charconv>

namespace ce::pdf_signature {
namespace {

constexpr std::size_t row_bytes = 20;  // ISO 32000-1, 7.5.4

Failure unlike(std::string_view what) {
  return {FailureCode::sheet_not_rendered, "the file to sign: " + std::string{what}};
}

/// Takes blanks and a whole number off `text`.
std::optional<std::size_t> take_number(std::string_view& text) {
  auto const start = text.find_first_not_of(" \r\n");
  if (start == std::string_view::npos) return std::nullopt;
  text.remove_prefix(start);
  std::size_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

Result<PlainPdf> PlainPdf::read(std::string_view bytes) {
  PlainPdf pdf;
  pdf.bytes_ = bytes;
  auto const mark = bytes.rfind("startxref");
  if (mark == std::string_view::npos) return unlike("no startxref");
  auto after = bytes.substr(mark + 9);
  auto const table = take_number(after);
  if (!table || *table >= bytes.size() || !bytes.substr(*table).starts_with("xref")) {
    return unlike("no cross-reference table");
  }
  pdf.table_at_ = *table;
  auto rows = bytes.substr(*table + 4);
  auto const first = take_number(rows);
  auto const count = take_number(rows);
  if (first != 0U || !count || rows.find_first_not_of(" \r\n") == std::string_view::npos) {
    return unlike("the cross-reference table does not begin with object 0");
  }
  rows.remove_prefix(rows.find_first_not_of(" \r\n"));
  if (rows.size() / row_bytes < *count) return unlike("the cross-reference table is cut off");
  for (std::size_t i = 0; i < *count; ++i) {
    auto row = rows.substr(i * row_bytes, row_bytes);
    bool const used = row.find('n') != std::string_view::npos;
    auto const offset = take_number(row);
    if (used && offset && *offset < bytes.size()) pdf.offsets_.emplace(static_cast<int>(i), *offset);
  }
  rows.remove_prefix(*count * row_bytes);
  auto const trailer = rows.find("trailer");
  auto const end = rows.find("startxref");
  if (trailer == std::string_view::npos || end == std::string_view::npos) return unlike("no trailer");
  pdf.trailer_ = rows.substr(trailer + 7, end - trailer - 7);
  pdf.size_ = static_cast<int>(*count);
  if (pdf.trailer_.find("/Prev") != std::string::npos || pdf.trailer_.find("/Encrypt") != std::string::npos) {
    return unlike("updated or encrypted already");
  }
  return pdf;
}

std::optional<std::string> PlainPdf::object(int number) const {
  auto const found = offsets_.find(number);
  if (found == offsets_.end()) return std::nullopt;
  auto const text = bytes_.substr(found->second);
  auto const start = text.find("obj");
  auto const end = text.find("endobj");
  if (start == std::string_view::npos || end == std::string_view::npos || start + 3 > end)
    return std::nullopt;
  return std::string{text.substr(start + 3, end - start - 3)};
}

std::optional<int> PlainPdf::reference(std::string_view dictionary, std::string_view key) {
  std::string const name = "/" + std::string{key};
  for (auto at = dictionary.find(name); at != std::string_view::npos; at = dictionary.find(name, at + 1)) {
    auto rest = dictionary.substr(at + name.size());
    if (rest.empty() || (rest.front() != ' ' && rest.front() != '\n' && rest.front() != '[')) continue;
    if (auto const start = rest.find_first_not_of(" \r\n["); start != std::string_view::npos) {
      rest.remove_prefix(start);
    }
    auto const number = take_number(rest);
    if (number && rest.starts_with(" 0 R")) return static_cast<int>(*number);
  }
  return std::nullopt;
}

}  // namespace ce::pdf_signature

#include "central/registration/cells.h"

#include <charconv>
#include <cmath>

#include "central/registration/plain_form.h"
#include "shared/credit/check_record.h"

namespace ce::registration {
namespace {

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const sound = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
  return sound ? std::optional{value} : std::nullopt;
}

// Spreadsheets count days from 1899-12-30 (because of a leap day that 1900 did not have) or 1904-01-01.
std::optional<Date> serial_date(std::string_view text, bool from_1904) {
  constexpr double first = 61;  // 1900-03-01: before it the two counts differ
  constexpr double last = 2'958'465;
  auto const count = number_in(text);
  if (!count || *count < first || *count > last) return std::nullopt;
  auto const origin = from_1904 ? Date::make(1904, 1, 1).value() : Date::make(1899, 12, 30).value();
  return Date::from_days(origin.days() + static_cast<std::int32_t>(*count));
}

int take_digits(std::string_view& text, std::size_t most) {
  int value = 0;
  std::size_t taken = 0;
  while (taken < most && !text.empty() && text.front() >= '0' && text.front() <= '9') {
    value = value * 10 + (text.front() - '0');
    text.remove_prefix(1);
    ++taken;
  }
  return taken == 0 ? -1 : value;
}

bool take_mark(std::string_view& text, std::initializer_list<std::string_view> marks) {
  for (auto const mark : marks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

}  // namespace

std::optional<Date> parse_typed_date(std::string_view typed) {
  auto text = typed.substr(0, typed.find_first_of(" T"));
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
    auto const compact = Date::parse_compact(text);
    return compact ? std::optional{*compact} : std::nullopt;
  }
  int const year = take_digits(text, 4);
  if (!take_mark(text, {"-", "/", ".", "年"})) return std::nullopt;
  int const month = take_digits(text, 2);
  if (!take_mark(text, {"-", "/", ".", "月"})) return std::nullopt;
  int const day = take_digits(text, 2);
  take_mark(text, {"日"});
  if (!text.empty() || year < 1000) return std::nullopt;
  auto const date = Date::make(year, month, day);
  return date ? std::optional{*date} : std::nullopt;
}

void CellReader::fault(Column column, std::string wrong) {
  auto const& row = row_of(column);
  faults_.push_back({std::string{row.heading}, std::move(wrong), "应填：" + std::string{row.hint}});
}

std::string CellReader::text(Column column, Cell const* cell) {
  if (cell == nullptr) return {};
  if (cell->kind == CellKind::error) {
    fault(column, "单元格中的公式出错");
    return {};
  }
  return plain_form(cell->text);
}

std::string CellReader::id_number(Cell const* cell) {
  auto number = text(Column::id_number, cell);
  bool const cut = (cell != nullptr && cell->kind == CellKind::number && number.size() > 15) ||
                   number.find("E+") != std::string::npos || number.find("e+") != std::string::npos;
  if (!cut) return number;
  fault(Column::id_number, "号码被表格软件当作数字，末几位已经丢失");
  return {};
}

std::optional<Date> CellReader::date(Column column, Cell const* cell) {
  auto const typed = text(column, cell);
  if (typed.empty()) return std::nullopt;
  auto date = parse_typed_date(typed);
  if (!date && cell->kind == CellKind::number) date = serial_date(typed, from_1904_);
  if (!date) fault(column, "不是日期");
  return date;
}

std::optional<CreditUnits> CellReader::hours(Column column, Cell const* cell) {
  auto const typed = text(column, cell);
  if (typed.empty()) return std::nullopt;
  auto const parsed = credit::parse_hours(typed);
  if (parsed) return *parsed;
  fault(column, "不是大于零的学时数");
  return std::nullopt;
}

std::optional<std::int32_t> CellReader::half_days(Cell const* cell) {
  auto const typed = text(Column::days, cell);
  if (typed.empty()) return std::nullopt;
  auto const days = number_in(typed);
  constexpr double most = 10'000;
  if (days && *days > 0 && *days < most && std::floor(*days * 2) == *days * 2) {
    return static_cast<std::int32_t>(*days * 2);
  }
  fault(Column::days, "不是整天或半天的天数");
  return std::nullopt;
}

std::optional<std::int32_t> CellReader::whole(Column column, Cell const* cell, std::int32_t most) {
  auto const typed = text(column, cell);
  if (typed.empty()) return std::nullopt;
  auto const value = number_in(typed);
  if (value && *value > 0 && *value <= most && std::floor(*value) == *value) {
    return static_cast<std::int32_t>(*value);
  }
  fault(column, "不是正确的整数");
  return std::nullopt;
}

bool CellReader::yes(Column column, Cell const* cell, bool otherwise) {
  auto const typed = text(column, cell);
  if (typed.empty()) return otherwise;
  if (typed == "是" || typed == "必修" || typed == "1") return true;
  if (typed != "否" && typed != "0") fault(column, "应写“是”或“否”");
  return false;
}

}  // namespace ce::registration

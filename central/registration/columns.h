#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ce::registration {

/// The columns of a registration file, in the order of the template.
enum class Column : std::uint8_t {
  id_number,
  name,
  subject,
  activity,
  content,
  institution,
  start,
  end,
  hours,
  days,
  hours_per_day,
  minutes,
  assessment,
  mandatory,
  credit_year,
  achievement,
  author,
  within_schooling,
};

struct ColumnRow {
  Column column;
  std::string_view heading;  // what the template calls it
  std::string_view other;    // another heading that is taken for the same, or empty
  bool required = false;     // has to be among the headings
  std::string_view hint;     // how it is filled in, for the template and for faults
};

[[nodiscard]] std::span<ColumnRow const> columns();
[[nodiscard]] ColumnRow const& row_of(Column column);
/// By either heading; blanks, full-width brackets and a trailing star do not count.
[[nodiscard]] std::optional<Column> column_headed(std::string_view heading);
/// The heading for a field name of credit::RecordFault ("hours").
[[nodiscard]] ColumnRow const& column_of_field(std::string_view field);

}  // namespace ce::registration

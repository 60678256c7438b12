#include "central/casebook/fields.h"

#include <algorithm>
#include <cmath>

#include "shared/credit/switches.h"

namespace ce::casebook {

Failure malformed(std::string_view field, std::string_view what) {
  return {FailureCode::input_invalid, std::string{field} + ": " + std::string{what}};
}

Result<Json> parse_case_file(std::string_view text) {
  try {
    Json file = Json::parse(text);
    if (file.is_object()) return file;
    return Failure{FailureCode::input_invalid, "a case file is one JSON object"};
  } catch (Json::parse_error const& error) {
    auto const before = text.substr(0, std::min(error.byte, text.size()));
    auto const line = std::count(before.begin(), before.end(), '\n') + 1;
    return Failure{FailureCode::input_invalid,
                   "a case file is one JSON object; this is none from line " + std::to_string(line) + " on"};
  }
}

std::string id_of(Json const& test_case, std::size_t index) {
  Json const* id = field(test_case, "id");
  if (id != nullptr && id->is_string()) return id->get<std::string>();
  if (id != nullptr && id->is_number()) return id->dump();
  return "#" + std::to_string(index + 1);
}

Json const* field(Json const& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  auto const at = object.find(name);
  return at == object.end() || at->is_null() ? nullptr : &*at;
}

Result<std::optional<std::string>> optional_text(Json const& object, std::string_view name) {
  Json const* value = field(object, name);
  if (value == nullptr) return std::optional<std::string>{};
  if (!value->is_string()) return malformed(name, "expected text");
  return std::optional{value->get<std::string>()};
}

Result<std::string> text(Json const& object, std::string_view name) {
  CE_TRY(auto value, optional_text(object, name));
  if (!value) return malformed(name, "missing");
  return *std::move(value);
}

Result<std::optional<bool>> optional_flag(Json const& object, std::string_view name) {
  Json const* value = field(object, name);
  if (value == nullptr) return std::optional<bool>{};
  if (!value->is_boolean()) return malformed(name, "expected true or false");
  return std::optional{value->get<bool>()};
}

Result<std::optional<std::int64_t>> optional_integer(Json const& object, std::string_view name) {
  Json const* value = field(object, name);
  if (value == nullptr) return std::optional<std::int64_t>{};
  if (!value->is_number_integer()) return malformed(name, "expected a whole number");
  return std::optional{value->get<std::int64_t>()};
}

Result<std::optional<Date>> optional_date(Json const& object, std::string_view name) {
  CE_TRY(auto const value, optional_text(object, name));
  if (!value) return std::optional<Date>{};
  auto const date = Date::parse_iso(*value);
  if (!date) return malformed(name, date.failure().detail);
  return std::optional{*date};
}

namespace {

// JSON numbers are binary fractions, so that 10.7 is none; what is meant is the unit next to it.
std::optional<CreditUnits> units_of_number(double hours) {
  constexpr double most = 24.0 * 366;
  constexpr double tolerance = 1e-6;
  if (!(hours >= 0) || hours > most) return std::nullopt;
  double const units = hours * static_cast<double>(CreditUnits::per_hour);
  double const whole = std::round(units);
  if (std::abs(units - whole) > tolerance) return std::nullopt;
  return CreditUnits{static_cast<std::int64_t>(whole)};
}

}  // namespace

Result<std::optional<CreditUnits>> optional_hours(Json const& object, std::string_view name) {
  Json const* value = field(object, name);
  if (value == nullptr) return std::optional<CreditUnits>{};
  if (!value->is_number()) return malformed(name, "expected a number of credit hours");
  auto const units = units_of_number(value->get<double>());
  if (!units) return malformed(name, "expected credit hours, zero or more, in steps of 30 s");
  return std::optional{*units};
}

Result<std::optional<std::int32_t>> optional_half_days(Json const& object, std::string_view name) {
  Json const* value = field(object, name);
  if (value == nullptr) return std::optional<std::int32_t>{};
  double const halves = value->is_number() ? value->get<double>() * 2 : -1;
  constexpr double most = 2 * 366;
  if (!(halves >= 0) || halves > most || halves != std::floor(halves)) {
    return malformed(name, "expected whole or half days, at most a year of them");
  }
  return std::optional{static_cast<std::int32_t>(halves)};
}

Result<credit::Switches> with_config(credit::Switches switches, Json const& test_case) {
  Json const* config = field(test_case, "config");
  if (config == nullptr) return switches;
  if (!config->is_object()) return malformed("config", "expected an object");
  for (auto const& [name, value] : config->items()) {
    if (!credit::is_switch(name)) continue;
    std::string const word = value.is_string() ? value.get<std::string>() : value.dump();
    if (auto const turned = credit::set_switch(switches, name, word); !turned) {
      return malformed("config", turned.failure().detail);
    }
  }
  return switches;
}

}  // namespace ce::casebook

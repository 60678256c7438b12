#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/units.h"
#include "shared/credit/pack.h"

/// Typed reading of one JSON object of a case. A field that is absent or null is nothing; one of a wrong type
/// or value fails with input_invalid, naming the field.
namespace ce::casebook {

using Json = nlohmann::json;

[[nodiscard]] Failure malformed(std::string_view field, std::string_view what);

/// The file as one JSON object. Fails with input_invalid, telling where the text stops being JSON.
[[nodiscard]] Result<Json> parse_case_file(std::string_view text);

/// How failures and reports call a case: its id, whatever its type, or "#3" for the third of a list.
[[nodiscard]] std::string id_of(Json const& test_case, std::size_t index);

/// The field, or nullptr where it is absent or null.
[[nodiscard]] Json const* field(Json const& object, std::string_view name);

[[nodiscard]] Result<std::string> text(Json const& object, std::string_view name);
[[nodiscard]] Result<std::optional<std::string>> optional_text(Json const& object, std::string_view name);
[[nodiscard]] Result<std::optional<bool>> optional_flag(Json const& object, std::string_view name);
[[nodiscard]] Result<std::optional<std::int64_t>> optional_integer(Json const& object, std::string_view name);
[[nodiscard]] Result<std::optional<Date>> optional_date(Json const& object, std::string_view name);
/// Credit hours; whole, half or any other that is a whole number of 30 s units.
[[nodiscard]] Result<std::optional<CreditUnits>> optional_hours(Json const& object, std::string_view name);
/// Days in halves.
[[nodiscard]] Result<std::optional<std::int32_t>> optional_half_days(Json const& object,
                                                                     std::string_view name);

/// The case's `config` on top of `switches`; names that we do not know are left alone.
[[nodiscard]] Result<credit::Switches> with_config(credit::Switches switches, Json const& test_case);

}  // namespace ce::casebook

#include "central/seed/demo_fields.h"

#include <algorithm>

#include "shared/credit/hours.h"

namespace ce::seed {

Failure DemoFields::fail(FailureCode code, std::string_view key, std::string_view what) const {
  auto const* const node = table_.get(key);
  auto const line = (node != nullptr ? node->source() : table_.source()).begin.line;
  std::string detail{file_};
  detail.append(" line ").append(std::to_string(line)).append(": ").append(key).append(": ").append(what);
  return {code, std::move(detail)};
}

Result<void> DemoFields::only(std::initializer_list<std::string_view> known) const {
  for (auto const& [key, node] : table_) {
    if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
      return fail(FailureCode::config_key_unknown, key.str(), "unknown key");
    }
  }
  return {};
}

Result<std::string> DemoFields::text(std::string_view key) const {
  if (!has(key)) return fail(FailureCode::config_malformed, key, "missing");
  return text_or(key, {});
}

Result<std::string> DemoFields::text_or(std::string_view key, std::string_view fallback) const {
  auto const* const node = table_.get(key);
  if (node == nullptr) return std::string{fallback};
  if (auto const value = node->value_exact<std::string>()) return *value;
  return fail(FailureCode::config_type_wrong, key, "expected a text in quotes");
}

Result<bool> DemoFields::flag(std::string_view key) const {
  auto const* const node = table_.get(key);
  if (node == nullptr) return false;
  if (auto const value = node->value_exact<bool>()) return *value;
  return fail(FailureCode::config_type_wrong, key, "expected true or false");
}

Result<std::int64_t> DemoFields::integer(std::string_view key) const {
  auto const* const node = table_.get(key);
  if (node == nullptr) return fail(FailureCode::config_malformed, key, "missing");
  if (auto const value = node->value_exact<std::int64_t>()) return *value;
  return fail(FailureCode::config_type_wrong, key, "expected a whole number");
}

Result<std::optional<CreditUnits>> DemoFields::hours(std::string_view key) const {
  auto const* const node = table_.get(key);
  if (node == nullptr) return std::optional<CreditUnits>{};
  auto const whole = node->value_exact<std::int64_t>();
  auto const text = node->value_exact<std::string>();
  auto const units = whole  ? credit::exact_hours(std::to_string(*whole))
                     : text ? credit::exact_hours(*text)
                            : std::nullopt;
  if (units) return units;
  return fail(FailureCode::config_value_invalid, key,
              "expected credit hours in steps of 30 s: 20, or \"20.5\" in quotes");
}

Result<toml::array const*> DemoFields::list(std::string_view key) const {
  auto const* const node = table_.get(key);
  if (node == nullptr) return fail(FailureCode::config_malformed, key, "missing");
  auto const* const array = node->as_array();
  if (array == nullptr || !(array->empty() || array->is_homogeneous<toml::table>())) {
    return fail(FailureCode::config_type_wrong, key, "expected a list of tables");
  }
  return array;
}

}  // namespace ce::seed

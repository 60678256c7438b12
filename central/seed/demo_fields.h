#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/toml.h"
#include "shared/base/units.h"

namespace ce::seed {

/// Reads the keys of one TOML table; each failure names file, line and key.
class DemoFields {
 public:
  DemoFields(toml::table const& table, std::string_view file) : table_(table), file_(file) {}

  /// Fails with config_key_unknown at the first key that is not of `known`.
  [[nodiscard]] Result<void> only(std::initializer_list<std::string_view> known) const;
  [[nodiscard]] Result<std::string> text(std::string_view key) const;
  [[nodiscard]] Result<std::string> text_or(std::string_view key, std::string_view fallback) const;
  [[nodiscard]] Result<bool> flag(std::string_view key) const;  // false where missing
  [[nodiscard]] Result<std::int64_t> integer(std::string_view key) const;
  /// Credit hours: a whole number, or exact text like "20.5".
  [[nodiscard]] Result<std::optional<CreditUnits>> hours(std::string_view key) const;
  /// The array of tables of that key.
  [[nodiscard]] Result<toml::array const*> list(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
  [[nodiscard]] Failure fail(FailureCode code, std::string_view key, std::string_view what) const;

 private:
  toml::table const& table_;
  std::string_view file_;
};

}  // namespace ce::seed

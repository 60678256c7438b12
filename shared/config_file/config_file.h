#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/toml.h"
#include "shared/config_file/section.h"

namespace ce::config_file {

/// A configuration file being read, section by section; what nobody asked for is a fault, because a misspelt
/// key would silently leave a default. One thread.
class ConfigFile {
 public:
  /// Fails with config_missing or config_malformed ("FILE:LINE:COLUMN: what").
  static Result<ConfigFile> parse(std::filesystem::path const& file);

  /// The same of a text that stands, or would stand, in `file`: paths in it are relative to that.
  static Result<ConfigFile> parse_text(std::string_view text, std::filesystem::path const& file);

  /// The [name] table; its absence leaves every default. The section borrows this object.
  [[nodiscard]] Section section(std::string_view name);
  [[nodiscard]] bool has(std::string_view name) const { return table_.contains(name); }

  /// The first fault of any section, or a table that nobody asked for.
  Result<void> finish();

 private:
  ConfigFile(std::filesystem::path file, toml::table table)
      : file_(std::move(file)), table_(std::move(table)) {}

  std::filesystem::path file_;
  toml::table table_;
  std::optional<Failure> fault_;
  std::vector<std::string_view> asked_;
};

}  // namespace ce::config_file

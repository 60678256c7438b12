#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/toml.h"

namespace ce::config_file {

/// Reads one [table] of a TOML file, key by key, into variables that already hold the defaults. The first
/// thing that is wrong is kept in `fault` with file, line and key; finish() also finds keys that nobody asked
/// for. Borrows all it is given. One thread.
class Section {
 public:
  /// `table` may be null: then every default stays.
  Section(toml::table const* table, std::filesystem::path const& file, std::string_view name,
          std::optional<Failure>& fault);

  void read(std::string_view key, std::string& value);
  void read(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t& value);
  void read(std::string_view key, std::vector<std::string>& values);
  /// A relative path is taken from the directory of the configuration file.
  void read(std::string_view key, std::filesystem::path& value);
  /// One of `words`; its place among them goes to `value`.
  void read(std::string_view key, std::initializer_list<std::string_view> words, std::size_t& value);

  /// Makes "FILE:LINE: [section] key: what" the fault, unless there is one.
  void fail(std::string_view key, FailureCode code, std::string_view what);
  void finish();

 private:
  [[nodiscard]] toml::node const* find(std::string_view key);

  toml::table const* table_;
  std::filesystem::path const& file_;
  std::string_view name_;
  std::optional<Failure>& fault_;
  std::vector<std::string_view> known_;
};

/// "central.toml:12", as compilers say it.
[[nodiscard]] std::string place(std::filesystem::path const& file, toml::source_region const& at);

}  // namespace ce::config_file

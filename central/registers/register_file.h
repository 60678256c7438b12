#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

#include "central/registers/register.h"
#include "central/registers/roll_up.h"

/// The register as files. Memory stays bounded however long it is; nothing is left behind where one fails.
namespace ce::registers {

/// The most lines of one file: what a spreadsheet holds (XLSX), and what anybody can turn over (PDF).
inline constexpr std::int64_t most_xlsx_lines = 1'000'000;
inline constexpr std::int64_t most_pdf_lines = 200'000;

struct FileOptions {
  Names names = Names::masked;
  Instant now;  // printed as the date of the list
  // Told the lines so far, each thousand; false ends it, and nothing is left.
  std::function<bool(std::int64_t)> progress = {};
};

/// What a file fails with that its `progress` ended.
[[nodiscard]] inline Result<void> ended_early() {
  return Failure{FailureCode::input_invalid, "名册没有写完就停止了"};
}

/// Fails with input_invalid (more lines than such a file holds: filter further; or ended by `progress`),
/// storage_full, storage_fault.
[[nodiscard]] Result<void> write_xlsx(store::Store const& store, Filter const& filter,
                                      FileOptions const& options, std::filesystem::path const& file);
/// Fails with font_missing and sheet_not_rendered too.
[[nodiscard]] Result<void> write_pdf(store::Store const& store, Filter const& filter,
                                     FileOptions const& options, std::filesystem::path const& file);
/// The same of the roll-up, as roll_up() gives it for the filter.
[[nodiscard]] Result<void> write_xlsx(std::span<RollUp const> lines, Filter const& filter,
                                      certificate::Regions const& regions, FileOptions const& options,
                                      std::filesystem::path const& file);
[[nodiscard]] Result<void> write_pdf(std::span<RollUp const> lines, Filter const& filter,
                                     certificate::Regions const& regions, FileOptions const& options,
                                     std::filesystem::path const& file);

}  // namespace ce::registers

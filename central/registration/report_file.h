#pragma once

#include <filesystem>
#include <string>

#include "central/registration/import.h"

namespace ce::registration {

/// The report of an import: each row as it was, beside what became of it and what to do. Identity numbers are
/// masked.
[[nodiscard]] std::vector<std::vector<std::string>> report_table(ImportReport const& report);

/// The report as a file, XLSX or CSV by the name's ending; no cell can run as a formula. Fails with
/// file_refused (another ending), storage_full, storage_fault.
[[nodiscard]] Result<void> write_report(std::filesystem::path const& file, ImportReport const& report);

/// A column of a file to fill in.
struct TemplateColumn {
  std::string_view heading;
  std::string_view hint;
  bool required = false;
  bool wide = false;
  std::vector<std::string> choices = {};
};
/// A workbook to fill in: `title` is its sheet's, every column is text, a second sheet says how each is
/// filled in.
[[nodiscard]] Result<void> write_template_of(std::filesystem::path const& file, char const* title,
                                             std::vector<TemplateColumn> const& columns);

/// The template to fill in: headings, how each is filled in, choices as lists, number columns as text.
[[nodiscard]] Result<void> write_template(std::filesystem::path const& file);

[[nodiscard]] std::string_view words_for(RowFate fate);  // "已登记"

}  // namespace ce::registration

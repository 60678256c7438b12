#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "central/imports/job.h"
#include "central/registration/import.h"

namespace ce::imports {

/// How far a job is, and when that was said.
struct Progress {
  std::size_t done = 0;
  std::size_t all = 0;
  Instant at;
};

/// The files of jobs in one directory, which several processes may share: what was uploaded, how far it is,
/// whether it is to stop, and its report. Progress is a file because an import that takes all or nothing is
/// one transaction, and nothing that it writes into the store can be seen before its end. Any thread.
class Tray {
 public:
  explicit Tray(std::filesystem::path directory) : directory_(std::move(directory)) {}

  /// On the disk when this returns. Fails with storage_full, storage_fault.
  [[nodiscard]] Result<void> put_upload(std::string_view job, std::string_view bytes) const;
  [[nodiscard]] Result<std::string> upload(std::string_view job) const;

  /// Best effort: a progress that cannot be told stops nothing.
  void tell(std::string_view job, Progress const& progress) const;
  [[nodiscard]] std::optional<Progress> progress(std::string_view job) const;

  [[nodiscard]] Result<void> ask_to_stop(std::string_view job) const;
  [[nodiscard]] bool to_stop(std::string_view job) const;

  /// Writes the report as XLSX and CSV; the file itself stays until clear().
  [[nodiscard]] Result<void> put_report(std::string_view job, registration::ImportReport const& report) const;
  /// Removes everything but the report.
  void clear(std::string_view job) const;
  [[nodiscard]] std::filesystem::path const& directory() const { return directory_; }
  /// Removes the report as well.
  void drop(std::string_view job) const;
  /// `ending` is "xlsx" or "csv". Fails with record_unknown where there is none.
  [[nodiscard]] Result<std::string> report(std::string_view job, std::string_view ending) const;

 private:
  [[nodiscard]] std::filesystem::path place(std::string_view job, std::string_view ending) const;
  std::filesystem::path directory_;
};

}  // namespace ce::imports

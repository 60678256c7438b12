#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "shared/base/result.h"

namespace ce::journal {

/// The next blank number, kept in a file of its own and renewed before a number is consumed, so that a
/// journal begun anew after damage does not hand out a number twice.
struct PaperMark {
  std::string prefix;
  int digits = 0;
  std::int64_t next = 1;
};

/// "<journal>.paper".
[[nodiscard]] std::filesystem::path paper_mark_file(std::filesystem::path const& journal);
/// Is there while a journal was found damaged in the background and the next start has to set it aside.
[[nodiscard]] std::filesystem::path condemned_file(std::filesystem::path const& journal);
/// Makes it: nobody prints by that ledger any more, and whoever opens it next reads it whole.
void condemn(std::filesystem::path const& journal, Failure const& found);

/// Nothing where there is no such file. storage_corrupt for one that cannot be understood.
Result<std::optional<PaperMark>> read_paper_mark(std::filesystem::path const& file);

/// Replaces the file in one step and flushes it to the disk. storage_full or storage_fault.
Result<void> write_paper_mark(std::filesystem::path const& file, PaperMark const& mark);

}  // namespace ce::journal

#pragma once

#include <filesystem>

#include "shared/base/result.h"

/// Who has a ledger open. Private to this room.
namespace ce::journal {

/// A lock of "<ledger>.held", shared by every Journal of every process that has the ledger open; the kernel
/// frees it with the process. Move-only; any thread.
class Holding {
 public:
  /// Waits while another sets the ledger aside: seconds, for a file of years. Where the disk takes no new
  /// file nobody is kept out: the ledger itself says what is wrong with it.
  static Holding share(std::filesystem::path const& ledger);
  Holding(Holding&& other) noexcept;
  Holding& operator=(Holding&&) = delete;
  ~Holding();

  /// Nobody else has it open, nor can open it until share_again(). Fails with storage_corrupt, as only a
  /// damaged ledger is wanted alone; then this holds nothing any more.
  [[nodiscard]] Result<void> alone() const;
  void share_again() const;

 private:
  explicit Holding(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace ce::journal

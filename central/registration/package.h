#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "shared/base/result.h"

namespace ce::registration {

/// The parts of an XLSX file (a ZIP archive, ISO/IEC 29500-2), unpacked piece by piece with a hard limit on
/// what comes out, counted as it comes: what the archive says of itself is not believed. One thread.
class Package {
 public:
  /// `bytes` must outlive the package. Fails with file_refused where it is no ZIP archive, damaged,
  /// encrypted, or holds too many parts.
  static Result<Package> open(std::string_view bytes);
  Package(Package&&) noexcept;
  ~Package();

  [[nodiscard]] bool has(std::string_view part) const;
  /// Hands the part to `take` piece by piece; a failure of `take` ends it. Fails with file_refused where the
  /// part is missing, damaged, or unpacks to more than an honest file can.
  [[nodiscard]] Result<void> read(std::string_view part,
                                  std::function<Result<void>(std::string_view)> const& take);

 private:
  struct Archive;
  explicit Package(std::unique_ptr<Archive> archive);
  std::unique_ptr<Archive> archive_;
};

}  // namespace ce::registration

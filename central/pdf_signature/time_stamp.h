#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::pdf_signature {

/// A time stamp authority (RFC 3161). Asked over plain HTTP: what it answers is signed and repeats a random
/// number of ours, so that the way there needs no trust. Any thread.
class TimeStamps {
 public:
  /// `url` begins with http://; `ca_file`: PEM, whom its certificate must come from.
  TimeStamps(std::string url, std::filesystem::path ca_file)
      : url_(std::move(url)), ca_file_(std::move(ca_file)) {}

  /// A token over `bytes`, checked, in DER. Waits five seconds at most. Fails with time_stamp_missing.
  [[nodiscard]] Result<std::string> over(std::string_view bytes) const;

 private:
  std::string url_;
  std::filesystem::path ca_file_;
};

}  // namespace ce::pdf_signature

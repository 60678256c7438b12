#pragma once

#include <openssl/evp.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

/// Private to this room.
namespace ce::transfer {

class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  /// In lower-case hexadecimal; once.
  [[nodiscard]] std::string finish();

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

/// A file of lines being written, readable by its owner alone.
class RowWriter {
 public:
  static Result<RowWriter> create(std::filesystem::path const& file);
  RowWriter(RowWriter&& other) noexcept;
  RowWriter& operator=(RowWriter&&) = delete;
  ~RowWriter();

  Result<void> add(std::string_view line);
  /// Presses it to the disk.
  Result<void> finish();

 private:
  RowWriter(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
  Result<void> flush();
  std::filesystem::path file_;
  int descriptor_;
  std::string waiting_;
};

/// A file of lines being read in pieces of whole lines.
class RowReader {
 public:
  explicit RowReader(std::filesystem::path const& file) : file_(file), in_(file, std::ios::binary) {}
  /// Some more lines, each with its end; false at the end of the file. Fails with storage_corrupt where the
  /// file is missing or its last line is cut off.
  Result<bool> next(std::string& lines);
  [[nodiscard]] std::string hash() { return hash_.finish(); }

 private:
  std::filesystem::path file_;
  std::ifstream in_;
  std::string rest_;
  Sha256 hash_;
};

}  // namespace ce::transfer

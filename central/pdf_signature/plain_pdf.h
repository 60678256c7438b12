#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

/// Private to this room.
namespace ce::pdf_signature {

/// A PDF file with one cross-reference table, as libharu writes it. Borrows the bytes.
class PlainPdf {
 public:
  /// Fails with sheet_not_rendered, saying what is not as expected.
  static Result<PlainPdf> read(std::string_view bytes);

  /// The text of an object between `obj` and `endobj`; nothing where there is none.
  [[nodiscard]] std::optional<std::string> object(int number) const;
  /// What follows /<key> in a dictionary as "<number> 0 R"; nothing otherwise.
  [[nodiscard]] static std::optional<int> reference(std::string_view dictionary, std::string_view key);

  [[nodiscard]] std::string const& trailer() const { return trailer_; }
  [[nodiscard]] std::size_t table_at() const { return table_at_; }
  /// One more than the highest object number.
  [[nodiscard]] int size() const { return size_; }

 private:
  std::string_view bytes_;
  std::map<int, std::size_t> offsets_;
  std::string trailer_;
  std::size_t table_at_ = 0;
  int size_ = 0;
};

}  // namespace ce::pdf_signature

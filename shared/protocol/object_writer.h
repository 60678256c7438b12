#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ce::protocol {

/// Writes one flat JSON object, version first, straight into its text: for the answer that is given ten
/// thousand times a second, where a tree of values costs more than reading the row. The bytes are those that
/// writing.h gives for the same members.
class ObjectWriter {
 public:
  ObjectWriter();
  /// Malformed UTF-8 becomes U+FFFD.
  ObjectWriter& text(std::string_view name, std::string_view value);
  ObjectWriter& number(std::string_view name, std::int64_t value);
  ObjectWriter& flag(std::string_view name, bool value);
  /// The whole object; nothing can be added after it.
  [[nodiscard]] std::string finish() &&;

 private:
  void member(std::string_view name);
  std::string json_;
};

}  // namespace ce::protocol

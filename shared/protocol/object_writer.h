#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ce::protocol {

/// Writes one JSON object, version first, straight into its text: for what is given ten thousand times a
/// second or told to every kiosk, where a tree of values costs more than reading the rows. The bytes are
/// those that writing.h gives for the same members.
class ObjectWriter {
 public:
  ObjectWriter();
  /// Malformed UTF-8 becomes U+FFFD.
  ObjectWriter& text(std::string_view name, std::string_view value);
  ObjectWriter& number(std::string_view name, std::int64_t value);
  ObjectWriter& flag(std::string_view name, bool value);
  /// As text that is JSON already.
  ObjectWriter& json(std::string_view name, std::string_view value);
  /// What follows are members of that object, until close().
  ObjectWriter& object(std::string_view name);
  /// What follows are items, until close_list(): objects, each begun by item() and ended by close(), or
  /// texts.
  ObjectWriter& list(std::string_view name);
  ObjectWriter& item();
  ObjectWriter& text_item(std::string_view value);
  ObjectWriter& close();
  ObjectWriter& close_list();
  /// The whole object; nothing can be added after it.
  [[nodiscard]] std::string finish() &&;

 private:
  void member(std::string_view name);
  void next();
  void put_text(std::string_view value);
  std::string json_;
};

}  // namespace ce::protocol

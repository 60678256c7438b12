#pragma once

#include <string>
#include <string_view>

#include "shared/base/text.h"

namespace ce::identity::testing {

/// Builds the 256-byte text block of a card: blanks throughout, fields put in by offset.
class CardBlock {
 public:
  CardBlock() {
    for (int i = 0; i < 128; ++i) bytes_ += std::string_view{" \0", 2};
  }

  CardBlock& put(std::size_t at, std::string_view utf8) {
    std::string encoded;
    auto const decoded = decode_utf8(utf8);
    for (char32_t c : decoded.value()) {
      if (c >= 0x10000) {
        add(encoded, 0xD800 + ((c - 0x10000) >> 10U));
        add(encoded, 0xDC00 + ((c - 0x10000) & 0x3FFU));
      } else {
        add(encoded, c);
      }
    }
    return put_raw(at, encoded);
  }

  CardBlock& put_raw(std::size_t at, std::string_view bytes) {
    bytes_.replace(at, bytes.size(), bytes);
    return *this;
  }

  CardBlock& blank(std::size_t at, std::size_t length) {
    for (std::size_t i = 0; i < length; i += 2) put_raw(at + i, {" \0", 2});
    return *this;
  }

  [[nodiscard]] std::string const& bytes() const { return bytes_; }

 private:
  static void add(std::string& out, char32_t unit) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(unit & 0xFFU)));
    out.push_back(static_cast<char>(static_cast<unsigned char>(unit >> 8U)));
  }

  std::string bytes_;
};

/// A resident's card with the standard's own example number.
inline CardBlock resident_card() {
  return CardBlock{}
      .put(0, "张小明")
      .put(30, "1")
      .put(32, "01")
      .put(36, "18800101")
      .put(52, "广东省潮阳县某街一号")
      .put(122, "440524188001010014")
      .put(158, "某公安局")
      .put(188, "20200101")
      .put(204, "20400101");
}

}  // namespace ce::identity::testing

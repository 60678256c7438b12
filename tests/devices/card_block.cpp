#include "tests/devices/card_block.h"

#include <string_view>
#include <vector>

#include "shared/base/text.h"

namespace ce::devices {
namespace {

constexpr std::size_t block_size = 256;

struct Placed {
  std::string_view field;
  std::size_t at;
  std::size_t length;
  std::string text;
};

std::string sex_digit(Card const& card) {
  return card.sex == "female" ? "2" : "1";
}

std::vector<Placed> resident(Card const& card) {
  return {
      {"name", 0, 30, card.name},
      {"sex", 30, 2, sex_digit(card)},
      {"nation", 32, 4, card.nation},
      {"birth", 36, 16, card.birth},
      {"address", 52, 70, card.address},
      {"id_number", 122, 36, card.id_number},
      {"authority", 158, 30, card.authority},
      {"valid_from", 188, 16, card.valid_from},
      {"valid_to", 204, 16, card.valid_to},
  };
}

std::vector<Placed> hmt(Card const& card) {
  auto fields = resident(card);
  fields.push_back({"permit_number", 220, 18, card.permit_number});
  fields.push_back({"issue_count", 238, 4, card.issue_count});
  fields.push_back({"type", 248, 2, "J"});
  return fields;
}

std::vector<Placed> foreign_2017(Card const& card) {
  return {
      {"english_name", 0, 120, card.english_name},
      {"sex", 120, 2, sex_digit(card)},
      {"id_number", 122, 30, card.id_number},
      {"country", 152, 6, card.country},
      {"name", 158, 30, card.name},
      {"valid_from", 188, 16, card.valid_from},
      {"valid_to", 204, 16, card.valid_to},
      {"birth", 220, 16, card.birth},
      {"type", 248, 2, "I"},
  };
}

// The English name goes on in a second field where the first is full.
std::vector<Placed> foreign_2023(Card const& card) {
  constexpr std::size_t first_characters = 35;
  bool const is_long = card.english_name.size() > first_characters;
  return {
      {"name", 0, 30, card.name},
      {"sex", 30, 2, sex_digit(card)},
      {"birth", 36, 16, card.birth},
      {"english_name", 52, 70, card.english_name.substr(0, first_characters)},
      {"id_number", 122, 36, card.id_number},
      {"valid_from", 188, 16, card.valid_from},
      {"valid_to", 204, 16, card.valid_to},
      {"english_name", 220, 22, is_long ? card.english_name.substr(first_characters) : ""},
      {"country", 242, 6, card.country},
      {"type", 248, 2, "Y"},
  };
}

std::vector<Placed> fields_of(Card const& card) {
  switch (card.kind) {
    case CardKind::resident:
      return resident(card);
    case CardKind::hmt:
      return hmt(card);
    case CardKind::foreign_i:
      return foreign_2017(card);
    case CardKind::foreign_y:
      return foreign_2023(card);
  }
  return {};
}

}  // namespace

std::string utf16le(std::string const& text) {
  std::string bytes;
  auto const put = [&](char32_t unit) {
    bytes += static_cast<char>(unit & 0xFFU);
    bytes += static_cast<char>(unit >> 8U);
  };
  std::u32string const characters = decode_utf8(text).value();
  for (char32_t const c : characters) {
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800U + ((c - 0x10000U) >> 10U));
      put(0xDC00U + ((c - 0x10000U) & 0x3FFU));
    }
  }
  return bytes;
}

Result<std::string> text_block_of(Card const& card) {
  std::string block;
  while (block.size() < block_size) block += utf16le(" ");
  for (Placed const& placed : fields_of(card)) {
    std::string const key{placed.field};
    if (!decode_utf8(placed.text)) return Failure{FailureCode::config_value_invalid, key + ": not UTF-8"};
    std::string const bytes = utf16le(placed.text);
    if (bytes.size() > placed.length) {
      return Failure{FailureCode::config_value_invalid,
                     key + ": at most " + std::to_string(placed.length / 2) + " UTF-16 units"};
    }
    block.replace(placed.at, bytes.size(), bytes);
  }
  return block;
}

}  // namespace ce::devices

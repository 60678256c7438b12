#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace ce::devices {

/// Which layout the text block has; the word in a card file.
enum class CardKind : std::uint8_t {
  resident,   // resident identity card
  hmt,        // residence permit for Hong Kong, Macau and Taiwan residents, type J
  foreign_i,  // foreigner's permanent residence card of 2017
  foreign_y,  // foreigner's permanent residence card of 2023
};

/// What is printed on a card and stored in it. Texts are UTF-8; fields a kind lacks stay empty. Dates are
/// eight digits, not checked here, so that a test can lay a card with an impossible one.
struct Card {
  std::string label;  // for whoever chooses a card
  CardKind kind = CardKind::resident;
  std::string name;          // Chinese name
  std::string english_name;  // foreigners
  std::string sex;           // "male" or "female"
  std::string nation;        // GB/T 3304, two digits
  std::string birth;
  std::string address;
  std::string id_number;
  std::string authority;
  std::string valid_from;
  std::string valid_to;       // or 长期
  std::string country;        // three letters; foreigners
  std::string permit_number;  // hmt
  std::string issue_count;    // hmt
};

/// Reads a card file (TOML, see cards/). Fails with config_missing, config_malformed, config_key_unknown,
/// config_type_wrong or config_value_invalid, naming file and key.
[[nodiscard]] Result<Card> read_card_file(std::filesystem::path const& file);

}  // namespace ce::devices

#include "tests/devices/card_file.h"

#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "shared/base/toml_text.h"

namespace ce::devices {
namespace {

struct Key {
  std::string_view name;
  std::string Card::*field;
};

constexpr std::array keys{
    Key{"label", &Card::label},
    Key{"name", &Card::name},
    Key{"english_name", &Card::english_name},
    Key{"sex", &Card::sex},
    Key{"nation", &Card::nation},
    Key{"birth", &Card::birth},
    Key{"address", &Card::address},
    Key{"id_number", &Card::id_number},
    Key{"authority", &Card::authority},
    Key{"valid_from", &Card::valid_from},
    Key{"valid_to", &Card::valid_to},
    Key{"country", &Card::country},
    Key{"permit_number", &Card::permit_number},
    Key{"issue_count", &Card::issue_count},
};

std::optional<CardKind> kind_named(std::string_view word) {
  if (word == "resident") return CardKind::resident;
  if (word == "hmt") return CardKind::hmt;
  if (word == "foreign_i") return CardKind::foreign_i;
  if (word == "foreign_y") return CardKind::foreign_y;
  return std::nullopt;
}

Result<void> set(Card& card, std::string_view key, std::string const& value) {
  if (key == "kind") {
    auto const kind = kind_named(value);
    if (!kind) return Failure{FailureCode::config_value_invalid, "kind: resident, hmt, foreign_i, foreign_y"};
    card.kind = *kind;
    return {};
  }
  for (Key const& known : keys) {
    if (known.name != key) continue;
    card.*known.field = value;
    return {};
  }
  return Failure{FailureCode::config_key_unknown, std::string{key}};
}

Result<Card> read_table(toml::table const& table) {
  Card card;
  for (auto const& [key, node] : table) {
    auto const value = node.value<std::string>();
    if (!value) return Failure{FailureCode::config_type_wrong, std::string{key.str()} + ": needs a string"};
    CE_CHECK(set(card, key.str(), *value));
  }
  if (card.sex != "male" && card.sex != "female") {
    return Failure{FailureCode::config_value_invalid, "sex: male or female"};
  }
  return card;
}

}  // namespace

Result<Card> read_card_file(std::filesystem::path const& file) {
  if (!std::filesystem::is_regular_file(file)) return Failure{FailureCode::config_missing, file.string()};
  std::ifstream in{file, std::ios::binary};
  auto const read = read_toml(std::string{std::istreambuf_iterator<char>{in}, {}});
  if (read.fault) return Failure{FailureCode::config_malformed, file.string() + " " + read.fault->told()};
  auto card = read_table(read.table);
  if (!card) return Failure{card.failure().code, file.string() + ": " + card.failure().detail};
  return card;
}

}  // namespace ce::devices

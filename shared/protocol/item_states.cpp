#include "shared/protocol/item_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"

namespace ce::protocol {
namespace {

std::vector<std::string> read_values(Cursor const& at) {
  std::vector<std::string> values;
  at.each(most_item_values, [&](Cursor const& one) { values.push_back(one.text(longest_item_value)); });
  return values;
}

}  // namespace

OrderedJson json_of(std::vector<ItemState> const& items) {
  auto list = OrderedJson::array();
  for (auto const& one : items) {
    OrderedJson json{{"item", one.item},
                     {"values", one.values},
                     {"revision", one.revision},
                     {"outcome", word_of(one.outcome)}};
    if (!one.reason.empty()) json["reason"] = one.reason;
    list.push_back(std::move(json));
  }
  return list;
}

OrderedJson json_of(std::vector<ItemTold> const& items) {
  auto list = OrderedJson::array();
  for (auto const& one : items) {
    list.push_back({{"item", one.item}, {"revision", one.revision}, {"values", one.values}});
  }
  return list;
}

std::vector<ItemState> read_item_states_at(Cursor const& at) {
  std::vector<ItemState> items;
  at.each(most_items, [&](Cursor const& one) {
    ItemState state{.item = one.at("item").text(longest_number),
                    .values = read_values(one.at("values")),
                    .revision = one.at("revision").integer(0, INT64_MAX),
                    .outcome = one.at("outcome").choice<ItemOutcome>()};
    if (one.has("reason")) state.reason = one.at("reason").text(longest_text);
    items.push_back(std::move(state));
  });
  return items;
}

std::vector<ItemTold> read_items_told_at(Cursor const& at) {
  std::vector<ItemTold> items;
  at.each(most_items, [&](Cursor const& one) {
    items.push_back({one.at("item").text(longest_number), one.at("revision").integer(1, INT64_MAX),
                     read_values(one.at("values"))});
  });
  return items;
}

std::string write(ItemStates const& states) {
  auto json = versioned();
  json["items"] = json_of(states.items);
  return text_of(json);
}

Result<ItemStates> read_item_states(std::string_view json) {
  return read_body<ItemStates>(
      json, [](Cursor const& root) { return ItemStates{read_item_states_at(root.at("items"))}; });
}

}  // namespace ce::protocol

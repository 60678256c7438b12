#include "kiosk/items/item.h"

namespace ce::items {

Verdict complaint(ItemId id, Failure const& failure) {
  auto const& fields = of(id).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    auto const key = std::string{fields[i].key} + ": ";
    auto const at = fields[i].key.empty() ? std::string::npos : failure.detail.find(key);
    if (at == std::string::npos) continue;
    return {false, std::string{fields[i].name} + "：" + failure.detail.substr(at + key.size()), i};
  }
  return {false, failure.detail.empty() ? describe(failure) : failure.detail};
}

}  // namespace ce::items

#include "central/audit/detail.h"

#include <nlohmann/json.hpp>

namespace ce::audit {

std::string detail(std::initializer_list<Field> fields) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (auto const& field : fields) {
    std::visit([&](auto const& value) { json[std::string{field.name}] = value; }, field.value);
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace ce::audit

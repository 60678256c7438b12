#include "shared/storage/id_list.h"

#include <algorithm>

namespace ce::storage {
namespace {

template <class Id>
void bind_padded(Statement& statement, int first, std::span<Id const> ids) {
  auto const count = padded(ids.size());
  for (std::size_t i = 0; i < count; ++i) {
    statement.bind(first + static_cast<int>(i), ids[std::min(i, ids.size() - 1)]);
  }
}

}  // namespace

std::string parameters(int first, std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += ", ";
    list += '$' + std::to_string(first + static_cast<int>(i));
  }
  return list;
}

void bind_ids(Statement& statement, int first, std::span<std::int64_t const> ids) {
  bind_padded(statement, first, ids);
}

void bind_ids(Statement& statement, int first, std::span<std::string const> ids) {
  bind_padded(statement, first, ids);
}

}  // namespace ce::storage

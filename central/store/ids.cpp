#include "central/store/ids.h"

#include <array>
#include <string_view>

namespace ce::store {
namespace {

constexpr auto queries = std::to_array<std::string_view>({
    "SELECT COALESCE(MAX(id), 0) + 1 FROM employers",
    "SELECT COALESCE(MAX(id), 0) + 1 FROM institutions",
    "SELECT COALESCE(MAX(id), 0) + 1 FROM professionals",
    "SELECT COALESCE(MAX(id), 0) + 1 FROM learning_records",
    "SELECT COALESCE(MAX(id), 0) + 1 FROM rule_readings",
    "SELECT COALESCE(MAX(id), 0) + 1 FROM yearly_verdicts",
    "SELECT COALESCE(MAX(id), 0) + 1 FROM talent_agencies",
});

}  // namespace

Result<std::int64_t> next_id(storage::Database& database, Numbered table) {
  auto row = database.prepare(queries.at(static_cast<std::size_t>(table)));
  CE_CHECK(row.step());
  return row.integer(0);
}

}  // namespace ce::store

#include <algorithm>
#include <vector>

#include "central/changes/touch.h"
#include "shared/storage/id_list.h"

// From what writers know to the things that changed.
namespace ce::changes {
namespace {

Result<void> add_persons(storage::Database& database, std::span<std::int64_t const> ids,
                         std::string_view former_region, std::vector<Thing>& things) {
  auto rows = database.prepare("SELECT id, region FROM professionals WHERE id IN (" +
                               storage::parameters(1, storage::padded(ids.size())) + ")");
  storage::bind_ids(rows, 1, ids);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    things.push_back({rows.text(1), Kind::standing, rows.text(0)});
    if (!former_region.empty()) things.push_back({std::string{former_region}, Kind::standing, rows.text(0)});
  }
}

}  // namespace

Result<void> certificates_changed(storage::Database& database, std::span<std::string const> numbers) {
  std::vector<Thing> things;
  auto row = database.prepare("SELECT region FROM certificates WHERE number = $1");
  for (auto const& number : numbers) {
    CE_TRY(bool const there, row.bind(1, number).step());
    if (there) things.push_back({row.text(0), Kind::certificate, number});
  }
  return touch(database, things);
}

Result<void> certificate_void(storage::Database& database, std::string_view number) {
  return touch(database, std::array{Thing{std::string{common_scope}, Kind::revocation, std::string{number}}});
}

Result<void> persons_changed(storage::Database& database, std::span<std::int64_t const> ids,
                             std::string_view former_region) {
  std::vector<Thing> things;
  for (std::size_t from = 0; from < ids.size(); from += storage::most_ids) {
    auto const some = ids.subspan(from, std::min(storage::most_ids, ids.size() - from));
    CE_CHECK(add_persons(database, some, former_region, things));
  }
  return touch(database, things);
}

}  // namespace ce::changes

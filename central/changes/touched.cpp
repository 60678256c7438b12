#include <vector>

#include "central/changes/touch.h"

// From what writers know to the things that changed.
namespace ce::changes {

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
  auto row = database.prepare("SELECT region FROM professionals WHERE id = $1");
  for (auto const id : ids) {
    CE_TRY(bool const there, row.bind(1, id).step());
    if (there) things.push_back({row.text(0), Kind::standing, std::to_string(id)});
    if (!former_region.empty())
      things.push_back({std::string{former_region}, Kind::standing, std::to_string(id)});
  }
  return touch(database, things);
}

}  // namespace ce::changes

#pragma once

#include <string>
#include <vector>

#include "central/console/visitor.h"
#include "central/web/shell.h"

namespace ce::console {

/// The parts of the console, in the order of the navigation.
enum class Room : std::uint8_t {
  home,
  my_year,
  my_records,
  review,
  registering,
  imports,
  issuing,
  certificates,
  registers,
  people,
  units,
  kiosks,
  sites,
  accounts,
  audit,
};

/// Which roles see a part in their navigation and may use its routes.
[[nodiscard]] std::vector<accounts::Role> roles_of(Room room);
[[nodiscard]] std::string address_of(Room room);
/// In which part a role meets single records.
[[nodiscard]] Room room_of_records(accounts::Role role);

/// The frame of a page in `here`: navigation by role, what waits, who is signed in for whom. `title` is the
/// room's own word where empty; else the room becomes a breadcrumb. Fails with storage errors.
[[nodiscard]] Result<web::Shell> frame(Visitor const& visitor, Room here, std::string title = {});

}  // namespace ce::console

#include "kiosk/cache/region_schema.h"

#include <array>

namespace ce::cache {
namespace {

// thing: HMAC of kind and id; holder: HMAC of the delta's name for a person; body: sealed, bound to thing.
// Rows come in the order they were told, so that a snapshot is appended; indexes are made when it is whole.
constexpr std::string_view region = R"sql(
CREATE TABLE look_up (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  sealed BLOB NOT NULL
) STRICT;
CREATE TABLE place (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  kinds TEXT NOT NULL,
  cursor TEXT NOT NULL,
  as_of INTEGER,
  serving INTEGER NOT NULL,
  filling INTEGER NOT NULL
) STRICT;
INSERT INTO place VALUES (1, '', '', NULL, 0, 0);
CREATE TABLE held_0 (row INTEGER PRIMARY KEY, thing BLOB NOT NULL, holder BLOB, body BLOB) STRICT;
CREATE INDEX held_0_thing ON held_0 (thing);
CREATE INDEX held_0_holder ON held_0 (holder);
)sql";

// bytes: of the table that is filled, else of the one that serves; NULL: to be counted. closed_at: the limit
// at which no more people were taken in.
constexpr std::string_view size_limit = R"sql(
ALTER TABLE place ADD COLUMN bytes INTEGER;
ALTER TABLE place ADD COLUMN closed_at INTEGER;
)sql";

constexpr auto region_steps =
    std::to_array<storage::Migration>({{"region", region}, {"size_limit", size_limit}});

}  // namespace

std::span<storage::Migration const> region_migrations() {
  return region_steps;
}

}  // namespace ce::cache

#include "kiosk/cache/schema.h"

#include <array>

namespace ce::cache {
namespace {

constexpr std::string_view sealed_people = R"sql(
-- key: HMAC of the ID number; body and proof: sealed, bound to that key. Times are all the file tells.
CREATE TABLE person (
  key BLOB PRIMARY KEY,
  kept_at INTEGER NOT NULL,
  body BLOB NOT NULL,
  proof BLOB,
  misses INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_age ON person (kept_at);

-- key: HMAC of the certificate number.
CREATE TABLE printed_here (
  key BLOB PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Tells whether the key file still is the one that sealed this file.
CREATE TABLE key_check (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  value BLOB NOT NULL
) STRICT;
)sql";

// The look-up key is the file's own, sealed with the key file's, so that rotation need not make row keys
// anew. subject: HMAC of what the delta calls the person; people kept before cannot be told by it, so they
// go.
constexpr std::string_view rotation = R"sql(
CREATE TABLE look_up (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  sealed BLOB NOT NULL
) STRICT;
DROP TABLE key_check;
DELETE FROM person;
ALTER TABLE person ADD COLUMN subject BLOB;
CREATE INDEX person_subject ON person (subject);
)sql";

// journal::Journal::era() when the answer was asked for; of those kept before it is not known.
constexpr std::string_view era = "ALTER TABLE person ADD COLUMN era TEXT NOT NULL DEFAULT '';";

constexpr auto steps = std::to_array<storage::Migration>(
    {{"sealed people", sealed_people}, {"rotation", rotation}, {"era", era}});

}  // namespace

std::span<storage::Migration const> migrations() {
  return steps;
}

}  // namespace ce::cache

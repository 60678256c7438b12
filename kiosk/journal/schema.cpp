#include "kiosk/journal/schema.h"

#include <array>

namespace ce::journal {
namespace {

constexpr std::string_view ledger = R"sql(
CREATE TABLE certificate (
  number TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  authority TEXT NOT NULL,
  issue_date TEXT
) STRICT;

CREATE TABLE paper_range (
  id INTEGER PRIMARY KEY,
  prefix TEXT NOT NULL,
  digits INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  next INTEGER NOT NULL,
  loading INTEGER NOT NULL UNIQUE,  -- the highest is the range that numbers are taken from
  UNIQUE (prefix, digits, first),
  CHECK (next BETWEEN first AND last + 1)
) STRICT;

CREATE TABLE print (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  certificate_number TEXT NOT NULL REFERENCES certificate (number),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  blank_number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('requested', 'submitting', 'submitted', 'sent_to_printer',
                                       'confirmed', 'failed', 'unknown')),
  job INTEGER,
  cause TEXT,
  requested_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
-- Whatever the program believes, the file holds at most one print of a copy that may have become paper.
CREATE UNIQUE INDEX one_live_print ON print (certificate_number, copy) WHERE state <> 'failed';
CREATE INDEX open_print ON print (seq) WHERE state IN ('requested', 'submitting', 'submitted', 'unknown');

CREATE TABLE blank (
  number TEXT PRIMARY KEY,
  print TEXT NOT NULL REFERENCES print (id),
  state TEXT NOT NULL CHECK (state IN ('used', 'void')),
  reason TEXT,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'refused')),
  problem TEXT,
  closed_at INTEGER
) STRICT;
CREATE INDEX pending_event ON outbox (seq) WHERE state = 'pending';

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  print TEXT,
  what TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_of_print ON audit (print, seq);
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit chain is fixed'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit chain is fixed'); END;
)sql";

constexpr std::string_view grants = "ALTER TABLE print ADD COLUMN grant_id TEXT";

// What staff declare void stands beside what prints did: a number that was never printed has no print. `upto`
// is the last print whose paper staff have looked at.
constexpr std::string_view paper = R"sql(
CREATE TABLE staff_void (
  number TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE paper_check (
  id INTEGER PRIMARY KEY,
  upto INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
)sql";

// One row. `boot` is the machine's start in which central last confirmed that this is the newest copy.
constexpr std::string_view life = R"sql(
CREATE TABLE life (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ledger TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('sound', 'begun_anew', 'outdated')),
  boot TEXT NOT NULL DEFAULT '',
  beats INTEGER NOT NULL DEFAULT 0
) STRICT;
)sql";

// `epoch`: of central's store when it was last compared with. `era`: see Journal::era().
constexpr std::string_view era = R"sql(
ALTER TABLE life ADD COLUMN epoch TEXT NOT NULL DEFAULT '';
ALTER TABLE life ADD COLUMN era TEXT NOT NULL DEFAULT '';
UPDATE life SET era = ledger;
)sql";

constexpr auto steps = std::to_array<storage::Migration>(
    {{"ledger", ledger}, {"grants", grants}, {"paper", paper}, {"life", life}, {"era", era}});

}  // namespace

std::span<storage::Migration const> migrations() {
  return steps;
}

}  // namespace ce::journal

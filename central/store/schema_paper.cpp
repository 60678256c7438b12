#include "central/store/schema_steps.h"

namespace ce::store {
namespace {

// One row at most: how often a certificate may be reprinted, and whether the sheet says so.
// A print's own number is in issue_register; here is what staff loaded and what they declared void.
constexpr std::string_view paper = R"(
CREATE TABLE paper_ranges (
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  prefix TEXT NOT NULL,
  digits BIGINT NOT NULL,
  first_number BIGINT NOT NULL,
  last_number BIGINT NOT NULL,
  loaded_ms BIGINT NOT NULL,
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (kiosk, prefix, digits, first_number)
);
CREATE TABLE blank_voids (
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  blank_number TEXT NOT NULL,
  reason TEXT NOT NULL,
  voided_ms BIGINT NOT NULL,
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (kiosk, blank_number)
);
CREATE TABLE reprint_rule (
  id BIGINT PRIMARY KEY,
  most BIGINT NOT NULL,
  mark BIGINT NOT NULL
);
)";

}  // namespace

storage::Migration paper_step() {
  return {"paper", paper};
}

}  // namespace ce::store

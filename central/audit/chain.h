#pragma once

#include <cstdint>
#include <string>

#include "shared/storage/database.h"

namespace ce::audit {

/// An entry as it is stored; everything but `hash` goes into the hash.
struct Entry {
  std::string scope;
  std::int64_t seq = 0;
  std::int64_t at_ms = 0;
  std::string actor;
  std::string party;
  std::string action;
  std::string subject_kind;
  std::string subject;
  std::string detail;
  std::string prev_hash;  // empty at the first
  std::string hash;
};

/// SHA-256, in hexadecimal, of the canonical form that README.md lays down: each member as "LENGTH:BYTES,",
/// so that no two different entries have the same form.
[[nodiscard]] std::string hash_of(Entry const& entry);

/// The columns that read_entry() takes, in its order.
inline constexpr std::string_view entry_columns =
    "scope, seq, at_ms, actor, party, action, subject_kind, subject, detail, prev_hash, hash";
[[nodiscard]] Entry read_entry(storage::Statement const& row);

}  // namespace ce::audit

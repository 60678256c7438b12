#pragma once

#include <span>

#include "central/registration/check.h"
#include "central/store/records.h"
#include "central/store/store.h"

namespace ce::registration {

/// A record that was registered.
struct Registered {
  std::int64_t record = 0;
  credit::ReviewState state = credit::ReviewState::pending_employer;
  std::vector<std::string> warnings;
};

/// Registers one study (articles 4 and 5) and puts it at the start of its review (article 13). Fails with
/// record_invalid, the detail naming every fault with its remedy; then nothing is stored.
[[nodiscard]] Result<Registered> register_record(store::Store& store, Actor const& actor, Entry const& entry,
                                                 Instant now);

/// The same inside Store::write, of an entry that check() found sound in this transaction. The person's
/// standings are the caller's to refresh, once for all records that it files.
[[nodiscard]] Result<Registered> file_record(storage::Database& database, rulebook::Rulebook const& rules,
                                             store::Filing const& filing, Entry const& entry,
                                             Checked const& checked, Instant now);

/// An entry and what check() made of it; both are the caller's.
struct ToFile {
  Entry const* entry = nullptr;
  Checked const* checked = nullptr;
};
/// Many of them, in their order, of however many persons.
[[nodiscard]] Result<std::vector<Registered>> file_records(storage::Database& database,
                                                           rulebook::Rulebook const& rules,
                                                           store::Filing const& filing,
                                                           std::span<ToFile const> entries, Instant now);

}  // namespace ce::registration

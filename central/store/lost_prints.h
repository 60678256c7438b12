#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "central/rulebook/rulebook.h"
#include "shared/base/result.h"
#include "shared/protocol/lost_number.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

/// Prints of certificates that this store has forgotten, because it was brought back from a backup that was
/// made before they were issued. A sheet has left a printer (article 15), so they are kept, and their numbers
/// are never given to anybody else. Parts of the caller's transaction.
namespace ce::store {

/// Whose sheet a print says it made.
enum class Whose : std::uint8_t {
  nobodys,  // no certificate has that number, and none can have had it
  known,    // a certificate of this store
  lost,     // one that was issued between the backup and the moment it was brought back
};

/// A number beyond its counter, or among those lost, is lost where this store was brought back at all; its
/// counter moves on behind it, and the numbers passed over are lost as well. A known number is lost too where
/// its certificate was issued after the store came back and the print is older than that, or by a grant that
/// this store never gave: then the number was given out again, and the sheet is the first holder's.
[[nodiscard]] Result<Whose> whose_print(storage::Database& database, rulebook::Rulebook const& rules,
                                        protocol::KioskEvent const& event,
                                        protocol::PrintRequested const& print, Instant now);

/// Keeps one of a lost certificate.
[[nodiscard]] Result<void> keep_lost_print(storage::Database& database, std::string_view kiosk,
                                           protocol::KioskEvent const& event,
                                           protocol::PrintRequested const& print, Instant now);

/// What is known of a number that this store has forgotten; nothing where it never was lost here.
[[nodiscard]] Result<std::optional<protocol::LostNumber>> lost_number(storage::Database& database,
                                                                      rulebook::Rulebook const& rules,
                                                                      std::string const& number);

[[nodiscard]] Result<bool> is_lost_print(storage::Database& database, EntryId const& print);

}  // namespace ce::store

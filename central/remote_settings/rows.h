#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/remote_settings/records.h"
#include "shared/protocol/item_states.h"
#include "shared/storage/database.h"

/// The tables of this room. Private to it.
namespace ce::remote_settings {

/// Values as the tables have them: a line each. No value has a line's end in it (kiosk_items::check).
[[nodiscard]] std::string lines_of(kiosk_items::Values const& values);
[[nodiscard]] kiosk_items::Values values_in(std::string const& lines);

[[nodiscard]] std::string_view word_of(Scope scope);
[[nodiscard]] std::optional<Scope> scope_named(std::string_view word);

/// What a kiosk said last of its items; nothing where it never did.
[[nodiscard]] Result<std::optional<protocol::ItemStates>> report_of(storage::Database& database,
                                                                    std::string_view kiosk);
/// In it, or null.
[[nodiscard]] protocol::ItemState const* find(protocol::ItemStates const& states, std::string_view item);

/// By the kiosk's id, in the order of the revisions; or those of one revision.
[[nodiscard]] Result<std::vector<Target>> targets_of_kiosk(storage::Database& database,
                                                           std::string_view kiosk);
[[nodiscard]] Result<std::vector<Target>> targets_of(storage::Database& database, std::int64_t revision);
/// The last word told on that item; null where there is none.
[[nodiscard]] Target const* last_told(std::vector<Target> const& targets, std::string_view item);

/// Fails with record_unknown.
[[nodiscard]] Result<Revision> revision_of(storage::Database& database, std::int64_t number);

/// Above all that were ever given, here or as kiosks know it.
[[nodiscard]] Result<std::int64_t> next_revision(storage::Database& database);
[[nodiscard]] Result<void> insert(storage::Database& database, Revision const& revision,
                                  std::vector<Target> const& targets);
[[nodiscard]] Result<void> insert_target(storage::Database& database, std::int64_t revision,
                                         Target const& target);
/// Makes a kiosk that was enrolled later, and says so of its items, one of those that each item's last words
/// for its hall and its region are for; of a revision whose second stage is held it waits in that stage.
[[nodiscard]] Result<void> join(storage::Database& database, std::string_view kiosk,
                                protocol::ItemStates const& said);

/// Whether those of the first stage of a version of the program run it by now, without an alarm since. Fails
/// with input_invalid, saying how many do not.
[[nodiscard]] Result<void> check_upgraded(storage::Database& database, Revision const& revision,
                                          std::vector<Target> const& targets);

/// The kiosks that a change of that scope is for, by id; `kiosk` among them. Fails with record_unknown.
[[nodiscard]] Result<std::vector<store::Kiosk>> kiosks_in(storage::Database& database, std::string_view kiosk,
                                                          Scope scope);
/// Puts those who are not told at once into the second stage. Fails with input_invalid for a choice that is
/// none of them.
[[nodiscard]] Result<void> part_into_stages(std::vector<Target>& targets, FirstStage const& first);

}  // namespace ce::remote_settings

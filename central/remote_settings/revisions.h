#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "central/accounts/keeper.h"
#include "central/accounts/permissions.h"
#include "central/store/store.h"
#include "shared/kiosk_items/items.h"

/// Settings of kiosks, changed from afar. Any thread. Each fails with role_refused where `by` may not set one
/// of the kiosks meant, with record_unknown for a kiosk or revision that is not there, with input_invalid in
/// Chinese for whoever typed it.
namespace ce::remote_settings {

/// What whoever changes that item must be allowed.
[[nodiscard]] accounts::Deed deed_for(std::string_view item);

/// Whom a change is for, seen from one kiosk.
enum class Scope : std::uint8_t { kiosk, hall, region };

/// Who is told at once: those `chosen`, or where none is a share of all (1 to 100); at least one.
struct FirstStage {
  std::vector<std::string> chosen = {};
  int percent = 100;
};

struct Change {
  std::string kiosk;
  std::string item;
  kiosk_items::Values values;
  Scope scope = Scope::kiosk;
  FirstStage first = {};
};

/// The number of the revision made. With an entry in the audit chain of the kiosk's region.
[[nodiscard]] Result<std::int64_t> set(store::Store& store, accounts::Keeper const& by, Change const& change,
                                       Instant now);

/// Tells the kiosks of the second stage. Fails with input_invalid while one of the first has not answered, or
/// where there is nobody left to tell; for a version of the program also while one of the first does not run
/// it yet, or has an alarm that began after the revision.
[[nodiscard]] Result<void> release(store::Store& store, accounts::Keeper const& by, std::int64_t revision,
                                   Instant now);

/// A revision more, with what the kiosks had before this one. Fails with input_invalid where no kiosk has it
/// as its last word, or nobody knows what was before.
[[nodiscard]] Result<std::int64_t> take_back(store::Store& store, accounts::Keeper const& by,
                                             std::int64_t revision, Instant now);

}  // namespace ce::remote_settings

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/grant/grant.h"
#include "shared/protocol/grants.h"
#include "shared/storage/database.h"

/// The rows of print_grants. Private to this room.
namespace ce::grants {

struct StoredGrant {
  grant::Grant grant;
  protocol::GrantState state = protocol::GrantState::live;
};

[[nodiscard]] Result<std::optional<StoredGrant>> grant_of_request(storage::Database& database,
                                                                  std::string_view kiosk,
                                                                  EntryId const& request);
[[nodiscard]] Result<std::optional<StoredGrant>> grant_by_id(storage::Database& database, EntryId const& id);
/// The live one, whose end may have passed, and those taken back with which their kiosk may have printed.
[[nodiscard]] Result<std::vector<StoredGrant>> holding_grants(storage::Database& database,
                                                              std::string_view certificate, int copy);

/// Fails with storage_constraint where that copy has a live one.
[[nodiscard]] Result<void> insert_grant(storage::Database& database, grant::Grant const& grant,
                                        EntryId const& request);
/// Where it holds the copy still; any other is left as it is.
[[nodiscard]] Result<void> end_grant(storage::Database& database, EntryId const& id,
                                     protocol::GrantState state, Instant now);

/// The entry about a grant in the chain of the kiosk's region.
[[nodiscard]] Result<void> note_grant(storage::Database& database, std::string_view kiosk,
                                      std::string_view certificate, audit::Action action, int copy,
                                      Instant now);

}  // namespace ce::grants

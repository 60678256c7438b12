#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/accounts/keeper.h"
#include "central/store/store.h"
#include "shared/base/secret.h"

/// Approved online learning sites (articles 4(4) and 12): machines that register what people have learnt
/// there.
namespace ce::roster {

struct Site {
  std::string key;  // the first digits of its key's hash: what operators call it by
  std::int64_t institution = 0;
  std::string name;    // of the institution
  std::string region;  // of the institution
  Instant enrolled;
  std::optional<Instant> revoked;
};

/// The institution that this key was given to. Fails with not_permitted for an unknown or revoked key, and
/// for an institution that is no approved site any longer.
[[nodiscard]] Result<std::int64_t> institution_of_key(store::Store const& store, SecretText const& key);

/// An institution that may be given a key.
struct Institution {
  std::int64_t id = 0;
  std::string name;
  std::string region;
};
/// Those that are approved for online study, by region and name.
[[nodiscard]] Result<std::vector<Institution>> approved_institutions(store::Store const& store);

/// Gives `institution` a key, of which the store keeps the hash alone. It may have several, so that one can
/// be exchanged without a gap. The entry goes into the chain of the institution's region. Fails with
/// role_refused (the table of accounts/permissions.h has no row for this keeper there) and input_invalid (no
/// such institution, none that is approved).
[[nodiscard]] Result<Site> enrol_site(store::Store& store, accounts::Keeper const& keeper,
                                      std::int64_t institution, SecretText const& key, Instant now);

/// Ends a key, named by the first digits of its hash. Fails with role_refused as enrol_site() does, and
/// input_invalid (none or several, ended already).
[[nodiscard]] Result<Site> revoke_site(store::Store& store, accounts::Keeper const& keeper,
                                       std::string_view key, Instant now);

[[nodiscard]] Result<std::vector<Site>> sites(store::Store const& store);

}  // namespace ce::roster

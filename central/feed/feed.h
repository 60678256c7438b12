#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/change_file.h"
#include "shared/protocol/changes.h"

namespace ce::feed {

/// What a kiosk asks for.
struct Question {
  std::string region;       // the kiosk's own
  std::string_view cursor;  // of its last page; empty: from the start
  int limit = 500;          // 1 to 500
  std::string_view kinds;   // words parted by commas; empty: all
  std::string kiosk = {};   // which one; settings of others are not told to it
  bool people = true;       // whether certificates and standings are told to it; else they are left out
};

/// The next page for a kiosk: what changed in its region and for all kiosks, as it is now. Any thread.
/// Fails with resync_needed (begin anew without a cursor), input_invalid (a cursor that is none, a limit
/// out of bounds, an unknown kind), or a storage error.
[[nodiscard]] Result<protocol::ChangesPage> changes_page(store::Store const& store, Question const& question);

/// What proves things without network, whole, as of `now`: keys, void certificates, names of authorities. The
/// same as a kiosk keeps. Fails with a storage error.
[[nodiscard]] Result<protocol::KeptChanges> proofs(store::Store const& store, Instant now);

/// Compares authorities, packs and the words in `strings_dir` (LANGUAGE.toml) with what was published last,
/// and touches what differs; begins the first epoch. Once at the start of each process.
[[nodiscard]] Result<void> publish(store::Store& store, std::filesystem::path const& strings_dir,
                                   Instant now);

}  // namespace ce::feed

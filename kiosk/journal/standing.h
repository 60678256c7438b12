#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/entry_id.h"
#include "shared/protocol/messages.h"

namespace ce::journal {

/// Whether this file is the kiosk's ledger, whole and newest. Unless it is sound nothing is printed until
/// staff have looked at the paper (Journal::take_over()).
enum class Standing : std::uint8_t {
  sound,
  begun_anew,  // its predecessor was damaged and lies beside it: prints may be missing here
  outdated,    // central knows later events of it: the disk was restored from an old copy
};

[[nodiscard]] std::string_view name_of(Standing standing);

/// What central said of a ledger in answer to a health report.
struct Answered {
  EntryId ledger;                  // that the report named; staff may have taken it over meanwhile
  std::int64_t delivered = 0;      // the newest event that central had accepted before it was asked
  protocol::LedgerHeld held = {};  // what it holds
  std::string epoch = {};          // of its store; empty: a central of before
};

/// What a comparison with central's copy came to.
struct Compared {
  Standing standing = Standing::sound;
  std::int64_t reopened = 0;  // events that central had accepted and lost; they are delivered again
  /// Central's store is another, and told what it had at first: its next answer confirms.
  bool ask_again = false;
};

}  // namespace ce::journal

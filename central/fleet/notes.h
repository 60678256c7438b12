#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"

namespace ce::fleet {

/// What a kiosk told of itself beside its prints (protocol::NoteKind).
struct Note {
  protocol::NoteKind kind = protocol::NoteKind::service_paused;
  std::string detail;  // for staff; no personal data
  Instant at;          // by the kiosk's clock
};

/// The newest first, at most `most`; kinds of a newer kiosk that this program does not know are left out.
[[nodiscard]] Result<std::vector<Note>> notes_of(store::Store const& store, std::string_view kiosk,
                                                 std::int64_t most);

/// Why a kiosk serves nobody although it answers.
struct Pause {
  bool by_staff = false;  // otherwise its ledger cannot be written
  Instant since;
};

/// The kiosks whose last word on it is a pause, by id. Staff's pause comes before the ledger's.
[[nodiscard]] Result<std::map<std::string, Pause, std::less<>>> paused_kiosks(store::Store const& store);

}  // namespace ce::fleet

#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "kiosk/journal/journal.h"
#include "kiosk/ports/central.h"
#include "kiosk/sync/key_shelf.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/grant/grant.h"
#include "shared/log/log.h"
#include "shared/protocol/messages.h"

namespace ce::sync {

/// Where a print's grant comes from (rules.md, printing offline): central at the press of 打印; where central
/// cannot be asked, the one that came with the person's last query here. Verified in each case. Everything is
/// borrowed; one worker thread at a time.
class GrantDesk {
 public:
  struct Parts {
    ports::Central* central = nullptr;
    KeyShelf* keys = nullptr;
    journal::Journal* journal = nullptr;
    Clock const* clock = nullptr;
    log::Logger const* logger = nullptr;
    std::string kiosk;
    /// Whether central confirmed, since this machine was switched on, that the ledger is the newest copy; it
    /// is asked about for up to `confirmation`, as the courier does that first of all.
    std::function<bool()> ledger_confirmed = [] { return true; };
    std::chrono::milliseconds confirmation{4000};
  };
  explicit GrantDesk(Parts parts) : parts_(std::move(parts)) {}

  /// Delivers what waits in the outbox first, so that central knows how the last print ended. Fails with
  /// ledger_unconfirmed, with grant_needed where central cannot be asked and no kept grant holds, with
  /// certificate_revoked where one is kept for what the delta has told void since, with
  /// grant_invalid where central's own does not, or as Central::fetch_grant does.
  Result<EntryId> grant_for(protocol::CertificateLine const& certificate);
  /// Nothing was printed with it. Trouble is logged: an unused grant also ends by itself.
  void give_back(EntryId const& grant);

 private:
  [[nodiscard]] Result<void> verify(grant::Grant const& grant,
                                    protocol::CertificateLine const& certificate) const;
  [[nodiscard]] Result<EntryId> kept(protocol::CertificateLine const& certificate, Failure const& why) const;
  [[nodiscard]] bool becomes_confirmed() const;
  Result<grant::Grant> ask(protocol::CertificateLine const& certificate);

  Parts parts_;
};

}  // namespace ce::sync

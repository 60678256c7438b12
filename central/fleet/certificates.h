#pragma once

#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "central/kiosk_ca/authority.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

/// Kiosks' certificates as central's table has them. Any thread.
namespace ce::fleet {

/// Whether the holder of that certificate, whose chain was checked, may speak for its kiosk now. Asked at
/// each request, so what was revoked is refused at once. Fails with not_permitted, saying why in Chinese, and
/// with ledger_outdated for a kiosk that is cut off (copies.h); with a storage failure where it cannot be
/// known.
[[nodiscard]] Result<void> let_in_certified(store::Store const& store,
                                            kiosk_ca::ClientIdentity const& identity, Instant now);

/// Within Store::write.
[[nodiscard]] Result<void> keep_certificate(storage::Database& database, std::string_view kiosk,
                                            kiosk_ca::Certified const& certificate, Instant now);
/// Ends every certificate, code and key that the kiosk has, within Store::write.
[[nodiscard]] Result<void> end_identity(storage::Database& database, std::string_view kiosk, Instant now);

/// Ends the kiosk's identity; it may be enrolled again by a new code. Fails with record_unknown.
[[nodiscard]] Result<void> revoke(store::Store& store, audit::Author const& by, std::string_view kiosk,
                                  Instant now);

/// Kiosks with a certificate that holds and that another than that authority signed.
[[nodiscard]] Result<std::vector<std::string>> certified_by_another(store::Store const& store,
                                                                    std::string_view issuer, Instant now);

/// A new certificate for a kiosk that was let in by `shown`. Fails with input_invalid (Authority::certify),
/// and with not_permitted where that very certificate was ended meanwhile.
[[nodiscard]] Result<kiosk_ca::Certified> renew(store::Store& store, kiosk_ca::Authority const& authority,
                                                kiosk_ca::ClientIdentity const& shown,
                                                std::string_view request, Instant now);

}  // namespace ce::fleet

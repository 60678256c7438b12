#pragma once

#include <string>
#include <string_view>

#include "central/issuing/permission.h"

namespace ce::issuing {

/// Makes a certificate void within the caller's transaction; its number is never used again. Asks nobody's
/// permission. Fails with certificate_unknown, issuing_refused (void already), input_invalid (no reason).
[[nodiscard]] Result<void> revoke(storage::Database& database, store::Rulebook const& rules,
                                  std::string_view number, std::string_view reason, Instant now,
                                  std::string_view account = {});

/// The same by the HRSS that issues in its region, with its audit entry; within the caller's transaction, or
/// in one of its own. Fails also with issuing_refused (another's region, or oneself). `proposal`: on which
/// two persons agreed (central/approvals).
[[nodiscard]] Result<void> revoke_certificate(storage::Database& database, store::Rulebook const& rules,
                                              Actor const& actor, std::string_view number,
                                              std::string_view reason, Instant now,
                                              std::string_view proposal = {});
[[nodiscard]] Result<void> revoke_certificate(store::Store& store, Actor const& actor,
                                              std::string_view number, std::string_view reason, Instant now);

/// Corrects a certificate (rules.md: a reprint keeps the number, a correction does not): the old one is void
/// for `reason` and the person gets a new one, judged anew, under a new number; both name the other. One
/// transaction: where the person's year is not complete any more, nothing is changed. Gives the new number.
/// Fails as revoke_certificate() and issue_one() do.
[[nodiscard]] Result<std::string> correct_certificate(storage::Database& database,
                                                      store::Rulebook const& rules, Actor const& actor,
                                                      std::string_view number, std::string_view reason,
                                                      Date day, Instant now, std::string_view proposal = {});
[[nodiscard]] Result<std::string> correct_certificate(store::Store& store, Actor const& actor,
                                                      std::string_view number, std::string_view reason,
                                                      Date day, Instant now);

}  // namespace ce::issuing

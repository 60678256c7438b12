#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::store {

/// One issued certificate of a person and what became of its prints.
struct IssuedCertificate {
  std::string number;
  int year = 0;
  std::string authority;
  Date issue_date;
  certificate::SealMode seal_mode = certificate::SealMode::e_seal;
  bool revoked = false;
  std::string revoked_reason;
  bool printed = false;     // a sheet has left a printer
  bool unresolved = false;  // a print without outcome, or one that staff must settle
  std::optional<Instant> printed_at;
  int copy = 1;  // the last one that was allowed; printed and unresolved are about it
  bool reprint_mark = false;
  std::string token;  // signed (shared/token); empty until it is made, or where its key was revoked
};

/// All of a person's, oldest issue first, revoked ones included.
[[nodiscard]] Result<std::vector<IssuedCertificate>> certificates_of(storage::Database& database,
                                                                     std::int64_t professional);

/// Those of these numbers (at most storage::most_ids, not none) that are there, by number.
[[nodiscard]] Result<std::vector<IssuedCertificate>> certificates_numbered(
    storage::Database& database, std::span<std::string const> numbers);

/// The one that stands for `year`: that in force, else the last revoked one, else nullptr.
[[nodiscard]] IssuedCertificate const* standing_for(std::vector<IssuedCertificate> const& certificates,
                                                    int year);

/// As the kiosk shows it.
[[nodiscard]] protocol::CertificateLine line_of(IssuedCertificate const& certificate,
                                                std::string const& verify_url_prefix);

}  // namespace ce::store

#pragma once

#include "kiosk/journal/entry.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::journal {

// The rows of certificate and print, each change with its line in the audit chain. All of it is part of the
// caller's transaction.

/// certificate_not_printable where that copy has an entry which may have become paper.
Result<void> check_free(storage::Database& database, CertificateFacts const& certificate, int copy);

/// A new entry in state requested, its certificate with it.
Result<void> insert_print(storage::Database& database, PrintEntry const& entry);

/// Writes state, job, cause and time of an entry.
Result<void> change(storage::Database& database, PrintEntry const& entry);

/// input_invalid where there is none.
Result<PrintEntry> must_find(storage::Database& database, EntryId const& print);

}  // namespace ce::journal

#pragma once

#include <span>
#include <string>

#include "central/review/review_case.h"
#include "central/store/store.h"

namespace ce::review {

/// The most documents of one record.
inline constexpr std::int64_t most_proofs_of_record = 20;

/// Whether a record in that state takes proofs still: what is decided is immutable.
[[nodiscard]] bool takes_proofs(credit::ReviewState state);

/// Ties further documents, which the actor has uploaded, to a record that is on its way or returned; for who
/// may_mend() it, such as who registered it by file (article 5). Reviewers see them and when they came; the
/// version stays, for nothing that was seen is changed. Fails with record_unknown (none, or not this
/// actor's), review_refused (decided already), input_invalid (none, too many) and file_refused (none of their
/// uploads).
[[nodiscard]] Result<void> add_proofs(store::Store& store, Actor const& actor, std::int64_t record,
                                      std::span<std::string const> hashes, Instant now);

}  // namespace ce::review

#pragma once

#include <span>
#include <string>
#include <vector>

#include "central/registration/actor.h"
#include "central/registration/entry.h"
#include "central/review/review_case.h"
#include "central/store/store.h"

namespace ce::review {

/// What somebody decides about one record, having seen its `version`.
struct Judgement {
  std::int64_t record = 0;
  std::int64_t version = 0;
  credit::Decision decision = credit::Decision::approve;  // not resubmit
  std::string reason;                                     // required unless it approves
};

/// Where a record stands after a step.
struct Outcome {
  credit::ReviewState state = credit::ReviewState::pending_employer;
  std::int64_t version = 0;
  bool repeated = false;  // this very step had been taken by this account already
  std::int64_t professional = 0;
};

/// Takes one step of article 13. Fails with record_unknown (none, or none of this actor's), record_changed
/// (somebody has acted since that version; nothing is overwritten), review_refused (out of turn, own record,
/// second step of one account, wrong level or region, a closed year: the detail says which in Chinese) and
/// input_invalid (no reason, or too long a one). The same judgement by the same account again succeeds as
/// `repeated`.
[[nodiscard]] Result<Outcome> take_step(store::Store& store, Actor const& actor, Judgement const& judgement,
                                        Instant now);

/// A batch: a result each, in order; one that fails does not touch the others. At most most_batch.
inline constexpr std::size_t most_batch = 500;
[[nodiscard]] Result<std::vector<Result<Outcome>>> take_steps(store::Store& store, Actor const& actor,
                                                              std::span<Judgement const> judgements,
                                                              Instant now);

/// The person, or who registered it (may_mend()), submits a returned record anew, corrected or as it was:
/// article 13 begins again. What stood there before is kept in the history. Fails as take_step() does, and
/// with record_invalid for faults of the corrected entry, which stays about the same person. What an approved
/// site recorded cannot be corrected by people, only sent again.
[[nodiscard]] Result<Outcome> resubmit(store::Store& store, Actor const& actor, std::int64_t record,
                                       std::int64_t version,
                                       std::optional<registration::Entry> const& corrected, Instant now);

}  // namespace ce::review

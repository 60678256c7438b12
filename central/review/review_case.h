#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/registration/actor.h"
#include "central/rulebook/rulebook.h"
#include "shared/base/result.h"
#include "shared/credit/review.h"
#include "shared/storage/database.h"

namespace ce::review {

using registration::Actor;

/// A record in its review: what credit::advance() asks for, and who may look at it.
struct ReviewCase {
  std::int64_t record = 0;
  std::int64_t professional = 0;
  std::int64_t version = 0;
  std::int64_t round = 1;  // grows with each resubmission; steps of earlier rounds are history
  std::string registrar;   // account
  std::optional<std::int64_t> institution;
  std::optional<std::int64_t> employer;
  std::optional<std::int64_t> agency;
  credit::ReviewSubject subject;
  credit::ReviewProgress progress;
  credit::RulePack const* pack = nullptr;  // of its year; borrowed from the rulebook, always there
};

/// Reads a record with the steps of its present round. Fails with record_unknown.
[[nodiscard]] Result<ReviewCase> case_of(storage::Database& database, rulebook::Rulebook const& rules,
                                         std::int64_t record);

/// Whether `actor` has anything to do with the record: the person, who registered it, its institution,
/// employer or agency, an authority in whose region it is.
[[nodiscard]] bool may_see(Actor const& actor, ReviewCase const& record);

/// Whether the record belongs to the actor's unit: an employer or agency acts on the people it is named for,
/// whatever region it sits in; credit::advance() knows nothing of units.
[[nodiscard]] bool is_own_unit(Actor const& actor, ReviewCase const& record);

/// Whether the actor may take the next step of article 13 now.
[[nodiscard]] bool may_act(Actor const& actor, ReviewCase const& record);

/// The actor's account as credit::advance() compares it: whoever the record is about counts as the person,
/// in whatever part they act.
[[nodiscard]] std::string account_for(Actor const& actor, ReviewCase const& record);

}  // namespace ce::review

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
  int year = 0;  // that it counts for
  std::int64_t version = 0;
  std::int64_t round = 1;  // grows with each resubmission; steps of earlier rounds are history
  std::string registrar;   // account
  std::optional<std::int64_t> institution;
  std::optional<std::int64_t> employer;
  std::optional<std::int64_t> agency;
  std::string industry;                            // whose authority recognises; empty: none yet
  credit::Party filed_by = credit::Party::system;  // who registered it
  std::optional<std::int64_t> registrar_unit;      // that the registrar's account is of
  credit::ReviewSubject subject;
  credit::ReviewProgress progress;
  credit::RulePack const* pack = nullptr;  // of its year; borrowed from the rulebook, always there
};

/// Reads a record with the steps of its present round. Fails with record_unknown.
[[nodiscard]] Result<ReviewCase> case_of(storage::Database& database, rulebook::Rulebook const& rules,
                                         std::int64_t record);

/// Whether `actor` has anything to do with the record: the person, who registered it, its institution,
/// employer or agency, HRSS in whose region it is, and there the authority of its industry where article 13
/// asks it.
[[nodiscard]] bool may_see(Actor const& actor, ReviewCase const& record);

/// Whether it was registered by the actor, or by a colleague of the same institution or employer.
[[nodiscard]] bool registered_by(Actor const& actor, ReviewCase const& record);

/// Whether the actor may correct the record and send it anew when it is returned: the person, or who
/// registered it (article 4).
[[nodiscard]] bool may_mend(Actor const& actor, ReviewCase const& record);

/// Whether the record belongs to the actor's unit: an employer or agency acts on the people it is named for,
/// whatever region it sits in; credit::advance() knows nothing of units.
[[nodiscard]] bool is_own_unit(Actor const& actor, ReviewCase const& record);

/// Whether the actor may take the next step of article 13 now.
[[nodiscard]] bool may_act(Actor const& actor, ReviewCase const& record);

/// The actor's account as credit::advance() compares it: whoever the record is about counts as the person,
/// in whatever part they act.
[[nodiscard]] std::string account_for(Actor const& actor, ReviewCase const& record);

}  // namespace ce::review

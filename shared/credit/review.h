#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/credit/pack.h"
#include "shared/credit/record.h"

/// Article 13 as a state machine without I/O: who acts next on a record, and what a step makes of it.
namespace ce::credit {

enum class Level : std::uint8_t { township, county, city, province };

enum class Decision : std::uint8_t {
  approve,
  return_for_correction,
  reject,
  resubmit,  // by the person or who registered it, of a returned record: the chain starts anew
};

enum class ReviewError : std::uint8_t {
  already_final,
  wrong_role,  // has no part in this record's chain
  wrong_step,  // has one, but not now
  level_forbidden,
  region_forbidden,
  same_actor,
  self_review,
};

/// What the chain of one record depends on.
struct ReviewSubject {
  Subject subject = Subject::public_subject;
  Activity activity = Activity::training;
  Route route = Route::employed;
  std::string region;  // of the person's unit, or of the hosting agency; 440000 for provincial units
  std::string person;  // account of the professional
  Party registrar = Party::person;  // who registered it (article 4), and so may send it anew too
};

struct ReviewStep {
  Party party = Party::employer;
  Decision decision = Decision::approve;
  Level level = Level::county;
  std::string region;
  std::string actor;  // account
};

/// A record's way so far; kept with the record.
struct ReviewProgress {
  ReviewState state = ReviewState::pending_employer;
  std::vector<ReviewStep> taken;
};

/// Where a new record starts: at the first reviewer of the pack's chain, or approved where the pack lets
/// approved sites count by themselves. `pack` is that of the record's year.
[[nodiscard]] ReviewProgress begin_review(ReviewSubject const& subject, RulePack const& pack);

/// Takes `step`, or tells why not and leaves `progress` as it is.
[[nodiscard]] std::optional<ReviewError> advance(ReviewProgress& progress, ReviewStep const& step,
                                                 ReviewSubject const& subject, RulePack const& pack);

/// Whether the authority of `region` is responsible for `place`: the same, its city, or the province.
[[nodiscard]] bool is_responsible(std::string_view region, std::string_view place);

[[nodiscard]] std::string_view code_of(ReviewState state);  // "PENDING_HRSS"
[[nodiscard]] std::string_view code_of(ReviewError error);  // "WRONG_STEP"
[[nodiscard]] std::string_view sentence(ReviewError error);

}  // namespace ce::credit

#include "shared/credit/review.h"

#include <algorithm>
#include <array>

namespace ce::credit {
namespace {

ReviewState pending_at(Party party) {
  switch (party) {
    case Party::talent_agency:
      return ReviewState::pending_agency;
    case Party::industry_authority:
      return ReviewState::pending_industry;
    case Party::hrss:
      return ReviewState::pending_hrss;
    default:
      return ReviewState::pending_employer;
  }
}

bool is_final(ReviewState state) {
  return state == ReviewState::approved || state == ReviewState::rejected;
}

// Article 13(3): county or higher; and the recheck at the level of the authority that recognised.
bool level_allowed(ReviewProgress const& progress, ReviewStep const& step) {
  if (step.party != Party::hrss) return true;
  if (step.level == Level::township) return false;
  auto const recognised = std::find_if(progress.taken.rbegin(), progress.taken.rend(), [](auto const& taken) {
    return taken.party == Party::industry_authority;
  });
  return recognised == progress.taken.rend() || recognised->level == step.level;
}

bool region_matters(Party party) {
  return party == Party::hrss || party == Party::industry_authority || party == Party::talent_agency;
}

bool acted_before(ReviewProgress const& progress, std::string_view actor) {
  return std::any_of(progress.taken.begin(), progress.taken.end(),
                     [actor](auto const& taken) { return taken.actor == actor; });
}

std::optional<ReviewError> resubmit(ReviewProgress& progress, ReviewStep const& step,
                                    ReviewSubject const& subject, RulePack const& pack) {
  if (is_final(progress.state)) return ReviewError::already_final;
  if (progress.state != ReviewState::returned) return ReviewError::wrong_step;
  if (step.party != Party::person && step.party != subject.registrar) return ReviewError::wrong_role;
  progress = begin_review(subject, pack);
  return std::nullopt;
}

std::optional<ReviewError> refusal(ReviewProgress const& progress, ReviewStep const& step,
                                   ReviewSubject const& subject, Parties const& chain) {
  if (is_final(progress.state)) return ReviewError::already_final;
  if (std::find(chain.begin(), chain.end(), step.party) == chain.end()) return ReviewError::wrong_role;
  if (pending_at(step.party) != progress.state) return ReviewError::wrong_step;
  if (!level_allowed(progress, step)) return ReviewError::level_forbidden;
  if (region_matters(step.party) && !is_responsible(step.region, subject.region)) {
    return ReviewError::region_forbidden;
  }
  if (!subject.person.empty() && step.actor == subject.person) return ReviewError::self_review;
  if (acted_before(progress, step.actor)) return ReviewError::same_actor;
  return std::nullopt;
}

}  // namespace

ReviewProgress begin_review(ReviewSubject const& subject, RulePack const& pack) {
  bool const by_itself = subject.activity == Activity::online_approved &&
                         pack.switches.auto_online_review == AutoOnlineReview::automatic;
  auto const chain = pack.chain_of(subject.subject, subject.route);
  return {by_itself ? ReviewState::approved : pending_at(chain.front()), {}};
}

std::optional<ReviewError> advance(ReviewProgress& progress, ReviewStep const& step,
                                   ReviewSubject const& subject, RulePack const& pack) {
  if (step.decision == Decision::resubmit) return resubmit(progress, step, subject, pack);
  auto const chain = pack.chain_of(subject.subject, subject.route);
  if (auto const refused = refusal(progress, step, subject, chain)) return refused;
  progress.taken.push_back(step);
  if (step.decision == Decision::return_for_correction) {
    progress.state = ReviewState::returned;
  } else if (step.decision == Decision::reject) {
    progress.state = ReviewState::rejected;
  } else {
    auto const next = std::find(chain.begin(), chain.end(), step.party) + 1;
    progress.state = next == chain.end() ? ReviewState::approved : pending_at(*next);
  }
  return std::nullopt;
}

bool is_responsible(std::string_view region, std::string_view place) {
  if (region == "440000" || region == place) return true;
  return region.ends_with("00") && region.substr(0, 4) == place.substr(0, 4);
}

std::string_view code_of(ReviewState state) {
  constexpr auto codes =
      std::to_array<std::string_view>({"PENDING_EMPLOYER", "PENDING_AGENCY", "PENDING_INDUSTRY",
                                       "PENDING_HRSS", "RETURNED", "REJECTED", "APPROVED"});
  return codes.at(static_cast<std::size_t>(state));
}

std::string_view code_of(ReviewError error) {
  constexpr auto codes =
      std::to_array<std::string_view>({"ALREADY_FINAL", "WRONG_ROLE", "WRONG_STEP", "LEVEL_FORBIDDEN",
                                       "REGION_FORBIDDEN", "SAME_ACTOR", "SELF_REVIEW"});
  return codes.at(static_cast<std::size_t>(error));
}

std::string_view sentence(ReviewError error) {
  constexpr auto words = std::to_array<std::string_view>(
      {"该记录的审核已经结束", "不在该记录的审核程序之内", "尚未轮到这一审核环节", "审核机构的层级不符合规定",
       "不属于该审核机构的管辖范围", "同一账号不能办理同一记录的两个环节", "不能审核本人的记录"});
  return words.at(static_cast<std::size_t>(error));
}

}  // namespace ce::credit

#include "kiosk/sync/person_lookup.h"

#include <utility>

#include "kiosk/sync/central_silent.h"
#include "kiosk/sync/kept_answer.h"
#include "kiosk/sync/overlay.h"

namespace ce::sync {
PersonLookup::PersonLookup(ports::Central& central, cache::Cache& cache, journal::Journal const& journal,
                           log::Logger const& logger, cache::RegionCopy* region, KeyShelf const* keys)
    : central_(&central),
      cache_(&cache),
      region_(region),
      journal_(&journal),
      logger_(&logger),
      keys_(keys) {}

// A password was never heard of by the region's copy. The answer says more than the copy does, which may be
// newer by a month.
Result<protocol::PersonYears> PersonLookup::kept(protocol::PersonQuery const& query) {
  auto seen = cache_->find(query, era());
  if (region_ == nullptr || !std::holds_alternative<protocol::ByCard>(query.proof)) return seen;
  if (!seen && seen.failure().code != FailureCode::not_cached) return seen;
  auto of_region = region_->find(query.id_number);
  if (!of_region) return seen;
  if (!seen) return of_region;
  if (of_region->as_of <= seen->as_of) return seen;
  return newer_over(std::move(seen).value(), std::move(of_region).value());
}

Result<FoundPerson> PersonLookup::find(protocol::PersonQuery const& query) {
  auto const forgets_before = cache_->forgets();
  auto const asked_in = era();
  auto answer = central_->find_person(query);
  if (answer) {
    // A cache that cannot be written is a matter for staff, not for this visitor.
    auto const kept_now =
        cache_->remember({answer->id_number, query.proof}, *answer, forgets_before, asked_in);
    if (!kept_now) journal_->doubt_disk(kept_now.failure());
    note_trouble(kept_now);
    note_trouble(apply_ledger(*journal_, *answer));
    logger_->event(log::Event::person_looked_up, {{"years", answer->years.size()}});
    return FoundPerson{std::move(answer).value(), false};
  }
  auto const& failure = answer.failure();
  bool const by_code = std::holds_alternative<protocol::ByCode>(query.proof);
  if (failure.code == FailureCode::person_unknown && !by_code) note_trouble(cache_->forget(query.id_number));
  if (!is_silence(failure.code)) return failure;
  logger_->event(log::Event::failure, {{"where", "look-up"}, {"why", describe(failure)}});

  if (by_code) return Failure{FailureCode::not_cached, describe(failure) + "; a code needs central"};

  auto found = kept(query);
  if (!found) {
    auto const code = found.failure().code;
    if (code == FailureCode::credential_refused || code == FailureCode::credential_locked) {
      return found.failure();
    }
    return Failure{FailureCode::not_cached, describe(failure) + "; " + describe(found.failure())};
  }
  note_trouble(apply_ledger(*journal_, *found));
  if (keys_ != nullptr) apply_revocations(*keys_, *found);
  logger_->event(log::Event::served_from_cache, {{"as_of", rfc3339(found->as_of)}});
  return FoundPerson{std::move(found).value(), true};
}

Result<void> PersonLookup::note_print(std::string const& certificate_number, protocol::PrintOutcome outcome) {
  if (outcome == protocol::PrintOutcome::failed) return cache_->forget_print(certificate_number);
  return cache_->note_print(certificate_number);
}

std::string PersonLookup::era() const {
  return journal_->era().value_or({});
}

void PersonLookup::note_trouble(Result<void> const& result) const {
  if (!result) {
    logger_->event(log::Event::failure, {{"where", "look-up"}, {"why", describe(result.failure())}});
  }
}

}  // namespace ce::sync

#include "central/store/standbys.h"

#include "central/postgres/postgres.h"

namespace ce::store {
namespace {

/// Connecting in vain costs seconds; nobody pays it more than once in a while.
constexpr std::chrono::seconds left_alone{5};

/// What says more of the standby than of the question: it broke off, or what it replays came in the way.
bool is_of_the_standby(FailureCode code) {
  return code == FailureCode::storage_lost || code == FailureCode::storage_conflict ||
         code == FailureCode::storage_busy;
}

}  // namespace

Standbys::Standbys(std::string const& location, int most, std::chrono::milliseconds oldest,
                   std::function<Result<void>(Work const&)> write)
    : oldest_(oldest),
      pool_(most, [location] { return postgres::connect(location, {.reader = true, .standby = true}); }),
      pulse_(std::move(write)) {}

/// False where the state is too old, or nobody knows.
Result<bool> Standbys::read_once(Work const& work, Result<void>& outcome) {
  CE_TRY(auto const connection, pool_.take());
  CE_TRY(auto transaction, connection->begin());
  CE_TRY(auto const age, pulse_.age(*connection));
  age_ms_ = age ? age->count() : unknown;
  if (!age || *age > oldest_) return false;
  outcome = work(*connection);
  if (!outcome) return is_of_the_standby(outcome.failure().code) ? Result<bool>{outcome.failure()} : true;
  CE_CHECK(transaction.commit());
  return true;
}

std::optional<Result<void>> Standbys::read(Work const& work) {
  auto done = read_one(work);
  ++(done ? answered_ : not_answered_);
  return done;
}

StandbyUse Standbys::use() const {
  StandbyUse use{.by_standby = answered_, .by_primary = not_answered_, .age = std::nullopt};
  if (std::int64_t const age = age_ms_; age != unknown) use.age = std::chrono::milliseconds{age};
  return use;
}

std::optional<Result<void>> Standbys::read_one(Work const& work) {
  auto const now = Clock::now().time_since_epoch();
  if (now.count() < not_before_) return std::nullopt;
  Result<void> outcome;
  auto const served = read_once(work, outcome);
  if (served && *served) return outcome;
  if (!served) age_ms_ = unknown;
  if (!served && served.failure().code == FailureCode::storage_lost) {
    pool_.drop_idle();
    not_before_ = (now + left_alone).count();
  }
  return std::nullopt;
}

}  // namespace ce::store

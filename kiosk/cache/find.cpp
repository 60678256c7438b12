#include "kiosk/cache/password.h"
#include "kiosk/cache/state.h"
#include "shared/protocol/json.h"

namespace ce::cache {
namespace {

/// Wrong passwords in a row after which only central can open the record again.
constexpr std::int64_t most_misses = 5;

Failure not_cached(std::string why) {
  return {FailureCode::not_cached, std::move(why)};
}

Result<void> mark_printed(storage::Database& database, Sealer const& sealer, protocol::PersonYears& years) {
  for (auto& year : years.years) {
    auto& certificate = year.certificate;
    if (certificate.state != protocol::CertificateState::printable) continue;
    auto select = database.prepare("SELECT at FROM printed_here WHERE key = $1");
    select.bind_blob(1, sealer.look_up_key("certificate", certificate.number));
    CE_TRY(bool const row, select.step());
    if (!row) continue;
    certificate.state = protocol::CertificateState::printed;
    certificate.printed_at = Instant{select.integer(0)};
  }
  return {};
}

/// Whether the password opens the row; counts a miss.
Result<void> check_password(Cache::State& state, std::string const& key, SecretText const& password,
                            std::string const& sealed_proof, std::int64_t misses) {
  auto const proof = state.sealer.open(sealed_proof, key + "proof");
  if (!proof) return not_cached("no password is known here");
  if (misses >= most_misses)
    return Failure{FailureCode::credential_locked, "too many wrong passwords offline"};
  bool const fits = password_fits(password, proof->reveal());
  auto count = state.database.prepare("UPDATE person SET misses = $2 WHERE key = $1");
  CE_CHECK(count.bind_blob(1, key).bind(2, fits ? std::int64_t{0} : misses + 1).run());
  if (!fits) return Failure{FailureCode::credential_refused, "not the password that central accepted last"};
  return {};
}

void drop_grants(protocol::PersonYears& years) {
  for (auto& year : years.years) year.certificate.grant.reset();
}

}  // namespace

Result<protocol::PersonYears> Cache::find(protocol::PersonQuery const& query, std::string const& era) {
  std::scoped_lock const alone{state_->mutex};
  auto const key = state_->person_key(query.id_number);
  std::string body;
  std::string proof;
  std::int64_t misses = 0;
  bool of_this_era = false;
  {
    auto select = state_->database.prepare(
        "SELECT body, coalesce(proof, x''), misses, era FROM person WHERE key = $1 AND kept_at >= $2");
    CE_TRY(bool const row, select.bind_blob(1, key).bind(2, state_->oldest_kept()).step());
    if (!row) return not_cached("this person was not served here lately");
    body = select.blob(0);
    proof = select.blob(1);
    misses = select.integer(2);
    of_this_era = !era.empty() && select.text(3) == era;
  }
  if (auto const* by = std::get_if<protocol::ByPassword>(&query.proof)) {
    CE_CHECK(check_password(*state_, key, by->password, proof, misses));
  }
  auto const text = state_->sealer.open(body, key);
  auto years = text ? protocol::read_person_years(text->reveal())
                    : Result<protocol::PersonYears>{not_cached("the record does not open")};
  if (!years) {
    state_->logger->event(log::Event::failure, {{"where", "cache"}, {"why", describe(years.failure())}});
    CE_CHECK(state_->erase(key));
    return not_cached("the record was damaged and is dropped");
  }
  if (!of_this_era) drop_grants(*years);
  CE_CHECK(mark_printed(state_->database, state_->sealer, *years));
  return years;
}

}  // namespace ce::cache

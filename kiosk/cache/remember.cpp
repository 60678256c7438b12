#include <algorithm>
#include <cstddef>

#include "kiosk/cache/password.h"
#include "kiosk/cache/state.h"
#include "shared/protocol/json.h"

namespace ce::cache {
namespace {

constexpr int prune_every = 64;

/// Central itself no longer offers these for printing, so our note has done its work.
Result<void> drop_settled_notes(storage::Database& database, Sealer const& sealer,
                                protocol::PersonYears const& years) {
  for (auto const& year : years.years) {
    if (year.certificate.number.empty()) continue;
    if (year.certificate.state == protocol::CertificateState::printable) continue;
    auto drop = database.prepare("DELETE FROM printed_here WHERE key = $1");
    CE_CHECK(drop.bind_blob(1, sealer.look_up_key("certificate", year.certificate.number)).run());
  }
  return {};
}

/// Whether one of the two keys was forgotten as the `from`th or later.
bool forgotten_since(std::vector<std::string> const& forgotten, std::size_t from, std::string const& key,
                     std::string const& subject) {
  auto const begin = forgotten.begin() + static_cast<std::ptrdiff_t>(std::min(from, forgotten.size()));
  return std::any_of(begin, forgotten.end(), [&](auto const& one) { return one == key || one == subject; });
}

}  // namespace

Result<void> Cache::remember(protocol::PersonQuery const& query, protocol::PersonYears const& years,
                             std::optional<std::size_t> asked_at, std::string const& era) {
  std::string proof;
  if (auto const* by = std::get_if<protocol::ByPassword>(&query.proof)) proof = hash_password(by->password);
  SecretText const body{protocol::write(years)};

  std::scoped_lock const alone{state_->mutex};
  if (state_->limits.days <= 0 || state_->limits.people <= 0) return {};
  auto const key = state_->person_key(query.id_number);
  auto const subject =
      years.person.empty() ? std::string{} : state_->sealer.look_up_key("subject", years.person);
  if (asked_at && forgotten_since(state_->forgotten, *asked_at, key, subject)) return {};
  CE_TRY(auto transaction, state_->database.begin());
  auto keep = state_->database.prepare(
      "INSERT INTO person (key, kept_at, body, proof, subject, era) VALUES ($1, $2, $3, $4, $5, $6)"
      " ON CONFLICT (key) DO UPDATE SET kept_at = excluded.kept_at, body = excluded.body,"
      " proof = coalesce(excluded.proof, proof), subject = excluded.subject, era = excluded.era,"
      " misses = 0");
  keep.bind_blob(1, key).bind(2, state_->clock->now().ms).bind(6, era);
  keep.bind_blob(3, state_->sealer.seal(body.reveal(), key));
  if (proof.empty()) {
    keep.bind_null(4);
  } else {
    keep.bind_blob(4, state_->sealer.seal(proof, key + "proof"));
  }
  if (subject.empty()) {
    keep.bind_null(5);
  } else {
    keep.bind_blob(5, subject);
  }
  CE_CHECK(keep.run());
  CE_CHECK(drop_settled_notes(state_->database, state_->sealer, years));
  if (++state_->since_prune >= prune_every) CE_CHECK(state_->prune());
  return transaction.commit();
}

Result<void> Cache::note_print(std::string const& certificate_number) {
  std::scoped_lock const alone{state_->mutex};
  auto note = state_->database.prepare("INSERT OR REPLACE INTO printed_here (key, at) VALUES ($1, $2)");
  note.bind_blob(1, state_->certificate_key(certificate_number));
  return note.bind(2, state_->clock->now().ms).run();
}

Result<void> Cache::forget_print(std::string const& certificate_number) {
  std::scoped_lock const alone{state_->mutex};
  auto drop = state_->database.prepare("DELETE FROM printed_here WHERE key = $1");
  return drop.bind_blob(1, state_->certificate_key(certificate_number)).run();
}

}  // namespace ce::cache

#include "central/registration/delivery.h"

#include "shared/protocol/names.h"

namespace ce::registration {

Result<std::optional<Delivery>> find_delivery(storage::Database& database, std::string_view key) {
  auto row = database.prepare(
      "SELECT body_hash, acceptance, problem, record FROM registration_keys WHERE delivery = $1");
  CE_TRY(bool const there, row.bind(1, key).step());
  if (!there) return std::optional<Delivery>{};
  auto const acceptance = protocol::named<protocol::Acceptance>(row.text(1));
  if (!acceptance) return Failure{FailureCode::storage_fault, "unknown word in registration_keys"};
  return std::optional{Delivery{row.text(0), *acceptance, row.text(2), row.optional_integer(3)}};
}

Result<void> keep_delivery(storage::Database& database, std::string_view key, Delivery const& delivery,
                           Instant now) {
  auto insert = database.prepare(
      "INSERT INTO registration_keys (delivery, body_hash, acceptance, problem, record, received_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6)");
  insert.bind(1, key).bind(2, delivery.body_hash).bind(3, protocol::word_of(delivery.acceptance));
  return insert.bind(4, delivery.problem).bind(5, delivery.record).bind(6, now.ms).run();
}

}  // namespace ce::registration

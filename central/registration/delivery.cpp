#include "central/registration/delivery.h"

#include "shared/protocol/names.h"
#include "shared/storage/insert_rows.h"

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
  KeyedDelivery const one{std::string{key}, delivery};
  return keep_deliveries(database, {&one, 1}, now);
}

Result<void> keep_deliveries(storage::Database& database, std::span<KeyedDelivery const> deliveries,
                             Instant now) {
  return storage::insert_rows(
      database,
      "INSERT INTO registration_keys (delivery, body_hash, acceptance, problem, record, received_ms)", 6,
      deliveries.size(), [&](storage::Statement& row, int first, std::size_t i) {
        auto const& [key, delivery] = deliveries[i];
        row.bind(first, key).bind(first + 1, delivery.body_hash);
        row.bind(first + 2, protocol::word_of(delivery.acceptance)).bind(first + 3, delivery.problem);
        row.bind(first + 4, delivery.record).bind(first + 5, now.ms);
      });
}

}  // namespace ce::registration

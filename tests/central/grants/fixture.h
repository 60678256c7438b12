#pragma once

#include "central/grants/copies.h"
#include "central/grants/hand_out.h"
#include "central/grants/keys.h"
#include "central/grants/policy.h"
#include "central/store/fixture.h"

namespace ce::test {

/// A certificate in force, two kiosks and a key that signs.
struct GrantsTest : StoreTest {
  signing::KeyRing ring{directory / "grant-keys"};
  grants::Office office{store, ring, {}};
  std::string number;
  std::string key;

  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_TRUE(store.enrol_kiosk({"K2", "440304", "福田大厅"}, "hash2", now));
    key = grants::make_key(store, ring, now).value();
    complete_year(1, 2026);
    number = issue(1, 2026).value();
  }

  Result<grant::Grant> ask(std::string_view kiosk, EntryId const& request = EntryId::make(), int copy = 1) {
    return grants::hand_out(office, kiosk, {request, number, copy}, now);
  }
  FailureCode refused(std::string_view kiosk, EntryId const& request = EntryId::make(), int copy = 1) {
    auto const answer = ask(kiosk, request, copy);
    return answer ? FailureCode::internal_fault : answer.failure().code;
  }
  void later(std::int64_t minutes) { now.ms += minutes * grants::minute_ms; }
  void hear_from(std::string_view kiosk, int pending = 0) {
    protocol::Health health;
    health.outbox_pending = pending;
    ASSERT_TRUE(store.record_health(kiosk, health, now));
  }

  std::vector<grant::VerificationKey> verification_keys() const {
    std::vector<grant::VerificationKey> keys;
    auto const read = store.read([&](storage::Database& database) -> Result<void> {
      CE_TRY(auto const lines, grants::keys(database));
      for (auto const& line : lines) {
        if (!line.withdrawn) keys.push_back({line.id, line.public_key, line.retired});
      }
      return {};
    });
    EXPECT_TRUE(read);
    return keys;
  }
  Result<void> verified(grant::Grant const& grant, std::string_view kiosk) const {
    return grant::verify(grant, verification_keys(), {number, grant.copy, kiosk, now});
  }
  std::string one_text(std::string const& sql) const {
    std::string text;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare(sql);
      CE_CHECK(row.step());
      text = row.text(0);
      return {};
    }));
    return text;
  }
};

}  // namespace ce::test

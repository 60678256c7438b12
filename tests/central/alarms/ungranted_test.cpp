// A print that central never allowed is an alarm.
#include <gmock/gmock.h>

#include "central/alarms/fixture.h"
#include "central/changes/epoch.h"
#include "central/fleet/certificates.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using testing::ElementsAre;

/// What a kiosk prints, and by what grant.
struct UngrantedPrints {
  Alarms& test;
  std::string number;

  explicit UngrantedPrints(Alarms& alarms) : test(alarms) {
    test.complete_year(1, 2026);
    number = test.issue(1, 2026).value();
    test.write("INSERT INTO grant_keys (id, public_key, made_ms) VALUES ('k', '', 0)");
  }
  EntryId granted(std::string const& kiosk, std::string const& state = "consumed") const {
    auto const id = EntryId::make();
    test.write(
        "INSERT INTO print_grants (id, certificate, copy, kiosk, request, not_before_ms, not_after_ms, "
        "key_id, signature, state) VALUES ('" +
        id.text() + "', '" + number + "', 1, '" + kiosk + "', '" + id.text() + "', " +
        std::to_string(test.now.ms) + ", " + std::to_string(test.now.ms + 10 * 60'000) + ", 'k', '', '" +
        state + "')");
    return id;
  }
  void print(std::optional<EntryId> const& grant, std::int64_t minutes_on = 0) const {
    auto event = Alarms::print_of(number, {test.now.ms + minutes_on * 60'000});
    std::get<protocol::PrintRequested>(event.what).grant = grant;
    EXPECT_EQ(test.apply(event).acceptance, protocol::Acceptance::accepted);
  }
};

TEST_F(Alarms, APrintThatNoGrantAllowedIsOneForADay) {
  UngrantedPrints const kiosk{*this};
  kiosk.print(kiosk.granted("K1", "live"));
  kiosk.print(kiosk.granted("K1", "withdrawn"));
  kiosk.granted("K1", "live");
  kiosk.print({});
  look();
  EXPECT_THAT(listed(), ElementsAre()) << "it held one that it did not name";
  kiosk.print({});
  look();
  EXPECT_THAT(listed(), ElementsAre("ungranted"));
  EXPECT_EQ(first_value(store, "SELECT COUNT(*) FROM issue_register"), "4") << "a sheet may be out";
  after(23 * 60);
  kiosk.print(EntryId::make());
  after(23 * 60);
  ASSERT_TRUE(fleet::revoke(store, audit::operator_author("tests", {}), "K1", now));
  look();
  EXPECT_THAT(listed(), ElementsAre("ungranted"));
  after(60);
  look();
  EXPECT_THAT(listed(), ElementsAre("ungranted ended"));
  EXPECT_EQ(apply(print_of("44010626009999", now)).acceptance, protocol::Acceptance::refused);
  look();
  EXPECT_THAT(listed(), ElementsAre("ungranted", "ungranted ended")) << "no certificate has that number";
}

TEST_F(Alarms, AGrantThatIsAnothersOrOverOrUsedBeforeAllowsNoPrint) {
  UngrantedPrints const kiosk{*this};
  ASSERT_TRUE(store.enrol_kiosk({"K2", "440106", "天河大厅"}, "h", now));
  auto const alarms_after = [&](EntryId const& grant, std::int64_t minutes_on) {
    write("UPDATE kiosks SET ungranted_ms = NULL");
    kiosk.print(grant, minutes_on);
    return store.kiosks().value().at(0).ungranted.has_value();
  };
  EXPECT_FALSE(alarms_after(kiosk.granted("K1", "live"), 11)) << "clocks differ a little";
  EXPECT_FALSE(alarms_after(kiosk.granted("K1", "expired"), 9)) << "in time, and told late";
  EXPECT_FALSE(alarms_after(kiosk.granted("K1", "replaced"), 9)) << "the answer was lost";
  EXPECT_TRUE(alarms_after(kiosk.granted("K1", "expired"), 13));
  EXPECT_TRUE(alarms_after(kiosk.granted("K1", "returned"), 1));
  EXPECT_TRUE(alarms_after(kiosk.granted("K1", "consumed"), 1));
  EXPECT_TRUE(alarms_after(kiosk.granted("K2", "live"), 1));
  EXPECT_TRUE(alarms_after(EntryId::make(), 1));
}

TEST_F(Alarms, AGrantThatARestoredStoreMayHaveForgottenIsNoneThatNobodyGave) {
  UngrantedPrints const kiosk{*this};
  after(1);
  ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
  after(1);
  kiosk.print(EntryId::make());
  EXPECT_FALSE(store.kiosks().value().at(0).ungranted);
  after(25 * 60);
  kiosk.print(EntryId::make(), -24 * 60);
  EXPECT_FALSE(store.kiosks().value().at(0).ungranted) << "it was without network";
  beat();
  kiosk.print(EntryId::make(), -24 * 60);
  EXPECT_EQ(store.kiosks().value().at(0).ungranted, now) << "all that it had was delivered, it said";
}

}  // namespace
}  // namespace ce::test

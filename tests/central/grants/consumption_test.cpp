#include <gtest/gtest.h>

#include "central/changes/epoch.h"
#include "fixture.h"

namespace ce::test {
namespace {

using protocol::Acceptance;

struct Consumption : GrantsTest {
  protocol::KioskEvent print_by(std::optional<EntryId> const& grant) const {
    auto event = print_of(number, now);
    std::get<protocol::PrintRequested>(event.what).grant = grant;
    return event;
  }
  std::string standing_of(protocol::KioskEvent const& print) const {
    return one_text("SELECT grant_standing FROM issue_register WHERE print_id = '" + print.id.text() + "'");
  }
  std::string state_of(grant::Grant const& grant) const {
    return one_text("SELECT state FROM print_grants WHERE id = '" + grant.id.text() + "'");
  }
};

TEST_F(Consumption, APrintConsumesTheGrantItNames) {
  auto const grant = ask("K1").value();
  auto const print = print_by(grant.id);
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  EXPECT_EQ(standing_of(print), "granted");
  EXPECT_EQ(state_of(grant), "consumed");
  EXPECT_EQ(grants::take_back(store, "K1", grant.id, now).failure().code, FailureCode::grant_spent);
}

TEST_F(Consumption, OneGrantIsForOnePrint) {
  auto const grant = ask("K1").value();
  apply(print_by(grant.id));
  auto const second = print_by(grant.id);
  EXPECT_EQ(apply(second).acceptance, Acceptance::accepted);  // a sheet is out, whatever allowed it
  EXPECT_EQ(standing_of(second), "reused");
}

TEST_F(Consumption, ALateEventConsumesAnExpiredGrant) {
  auto const grant = ask("K1").value();
  auto const print = print_by(grant.id);
  later(60);
  apply(print);
  EXPECT_EQ(standing_of(print), "granted");
  EXPECT_EQ(refused("K2"), FailureCode::print_unresolved);
}

TEST_F(Consumption, APrintAfterTheEndByItsOwnLedgerIsOver) {
  auto const grant = ask("K1").value();
  later(office.terms.minutes + 3);
  auto const print = print_by(grant.id);
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  EXPECT_EQ(standing_of(print), "over");
}

TEST_F(Consumption, AGrantOfAnotherKioskOrNobodyIsNoted) {
  auto const grant = ask("K2").value();
  for (auto const& named : {grant.id, EntryId::make()}) {
    auto const print = print_by(named);
    EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
    EXPECT_EQ(standing_of(print), "foreign");
  }
  EXPECT_EQ(state_of(grant), "live");
}

TEST_F(Consumption, AGrantThatWasGivenBackIsOver) {
  auto const returned = ask("K1").value();
  ASSERT_TRUE(grants::take_back(store, "K1", returned.id, now));
  auto const after_it = print_by(returned.id);
  EXPECT_EQ(apply(after_it).acceptance, Acceptance::accepted);
  EXPECT_EQ(standing_of(after_it), "over");
}

TEST_F(Consumption, AGrantThatARestoredStoreDoesNotKnowMayBeForgotten) {
  auto const print = print_by(EntryId::make());
  later(1);
  ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
  apply(print);
  EXPECT_EQ(standing_of(print), "forgotten");
}

TEST_F(Consumption, AKioskOfBeforeGrantsPrintsWithoutAndIsNoted) {
  auto const print = print_by({});
  EXPECT_EQ(apply(print).acceptance, Acceptance::accepted);
  EXPECT_EQ(standing_of(print), "without");
}

TEST_F(Consumption, WithoutNamingItAHeldGrantIsUsedUp) {
  auto const grant = ask("K1").value();
  auto const print = print_by({});
  apply(print);
  EXPECT_EQ(standing_of(print), "without");
  EXPECT_EQ(state_of(grant), "consumed");
}

}  // namespace
}  // namespace ce::test

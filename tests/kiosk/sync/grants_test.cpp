#include <gmock/gmock.h>

#include "grant_server.h"
#include "kiosk/central_client/client_room.h"
#include "kiosk/journal/ledger_room.h"
#include "kiosk/sync/grant_desk.h"
#include "support/files.h"

namespace ce::sync {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto printed_number = "44010625000001";
constexpr auto ask = "POST /api/v1/kiosk/print-grants";
constexpr auto keys_line =
    "GET /api/v1/kiosk/changes?kinds=key,certificate_key,revocation,authority,pack,strings,config,seal";

struct Grants : testing::Test {
  test::LedgerRoom ledger;
  journal::Journal journal = ledger.open();
  test::GrantServer central;
  test::ClientRoom wire;
  std::unique_ptr<drivers::HttpCentral> client = wire.client(central.url());
  std::filesystem::path key_file = ledger.directory / "grant_keys.json";
  KeyShelf keys{key_file, ledger.clock, ledger.logger};
  GrantDesk desk{{client.get(), &keys, &journal, &ledger.clock, &ledger.logger, central.kiosk}};
  protocol::CertificateLine line;

  Grants() {
    central.now = ledger.clock.now();
    line.number = printed_number;
    line.state = protocol::CertificateState::printable;
  }
  FailureCode refused() {
    auto const grant = desk.grant_for(line);
    return grant ? FailureCode::internal_fault : grant.failure().code;
  }
};

TEST_F(Grants, CentralIsAskedAndItsKeyIsLearnt) {
  ASSERT_TRUE(desk.grant_for(line));
  EXPECT_THAT(central.seen(), ElementsAre(ask, keys_line));
  ASSERT_TRUE(desk.grant_for(line));
  EXPECT_THAT(central.seen(), ElementsAre(ask, keys_line, ask));  // a known key is not asked for again
}

TEST_F(Grants, WhatWaitsInTheOutboxGoesFirst) {
  ASSERT_TRUE(keys.refresh(*client));
  auto const failed = journal.request(test::certificate(printed_number)).value();
  ASSERT_TRUE(journal.settle(failed.id, protocol::PrintOutcome::failed));
  ASSERT_TRUE(desk.grant_for(line));
  EXPECT_THAT(central.seen(), ElementsAre(keys_line, "POST /api/v1/kiosk/events", ask));
  EXPECT_EQ(journal.pending_count().value(), 0);
}

TEST_F(Grants, ALostAnswerIsAskedForAgainUnderTheSameId) {
  central.loses_answer = true;
  EXPECT_TRUE(desk.grant_for(line));
}

TEST_F(Grants, CentralsRefusalIsTold) {
  for (auto const* code : {"grant_held", "certificate_printed", "certificate_revoked", "print_unresolved",
                           "region_not_served"}) {
    central.refusal = code;
    EXPECT_EQ(name_of(refused()), code);
  }
  // Who is refused is refused: a grant that is kept does not stand in.
  line.grant = central.make(printed_number, "k1");
  EXPECT_EQ(refused(), FailureCode::region_not_served);
}

TEST_F(Grants, AGrantOfAnUnknownKeyIsGivenBack) {
  central.key_id = "k9";
  EXPECT_EQ(refused(), FailureCode::grant_invalid);
  EXPECT_EQ(central.seen().size(), 3U);
  EXPECT_TRUE(central.seen().back().ends_with("/return")) << central.seen().back();
}

TEST_F(Grants, WithoutNetworkTheOneThatIsKeptHolds) {
  ASSERT_TRUE(keys.refresh(*client));
  line.grant = central.make(printed_number, "k1");
  central.down = true;
  EXPECT_EQ(desk.grant_for(line).value(), line.grant->id);
}

TEST_F(Grants, WithoutNetworkAndGrantNothingIsPrinted) {
  ASSERT_TRUE(keys.refresh(*client));
  central.down = true;
  EXPECT_EQ(refused(), FailureCode::grant_needed);
  line.grant = central.make("44010625000002", "k1");  // another certificate's
  EXPECT_EQ(refused(), FailureCode::grant_needed);
  line.grant = central.make(printed_number, "k1");
  line.grant->not_after = {line.grant->not_before.ms - 1};  // and altered: the signature does not hold
  EXPECT_EQ(refused(), FailureCode::grant_needed);
}

// The audit's case: the delta had told the number void, and the kept grant was good for hours.
TEST_F(Grants, WithoutNetworkWhatTheDeltaToldVoidIsNotPrinted) {
  line.grant = central.make(printed_number, "k1");
  token::Revocation const gone{Date::make(2026, 2, 25).value(), token::RevocationReason::withdrawn};
  central.told = {{"revocation", printed_number, protocol::RevocationChange{gone}}};
  ASSERT_TRUE(keys.refresh(*client));
  central.down = true;
  EXPECT_EQ(refused(), FailureCode::certificate_revoked);
  KeyShelf restarted{key_file, ledger.clock, ledger.logger};
  GrantDesk again{{client.get(), &restarted, &journal, &ledger.clock, &ledger.logger, central.kiosk}};
  EXPECT_EQ(again.grant_for(line).failure().code, FailureCode::certificate_revoked);
}

// Central heard of the failed print and may have let another kiosk print that copy since.
TEST_F(Grants, AGrantThatIsKeptServesOnePrintWhateverBecameOfIt) {
  line.grant = central.make(printed_number, "k1");
  ASSERT_TRUE(keys.refresh(*client));
  central.down = true;
  auto const grant = desk.grant_for(line).value();
  auto const failed = journal.request(test::certificate(printed_number), 1, grant).value();
  ASSERT_TRUE(journal.settle(failed.id, protocol::PrintOutcome::failed));
  EXPECT_EQ(refused(), FailureCode::grant_needed);
  central.down = false;
  EXPECT_TRUE(desk.grant_for(line)) << "central knows whether it may be printed";
}

TEST_F(Grants, KeysAreThereAfterARestart) {
  ASSERT_TRUE(keys.refresh(*client));
  KeyShelf const again{key_file, ledger.clock, ledger.logger};
  EXPECT_EQ(again.keys(), keys.keys());
  EXPECT_EQ(again.keys().size(), 1U);
}

TEST_F(Grants, AKeyThatIsGoneIsDropped) {
  central.told_keys = {"k1", "k2"};
  ASSERT_TRUE(keys.refresh(*client));
  EXPECT_EQ(keys.keys().size(), 2U);
}

TEST_F(Grants, ADamagedKeyFileIsBegunAnew) {
  test::write_all(key_file, "{");
  KeyShelf damaged{key_file, ledger.clock, ledger.logger};
  EXPECT_THAT(damaged.keys(), IsEmpty());
  ASSERT_TRUE(damaged.refresh(*client));
  EXPECT_EQ(damaged.keys().size(), 1U);
}

}  // namespace
}  // namespace ce::sync

#include "kiosk/sync/person_lookup.h"

#include "grant_server.h"
#include "shared/protocol/change_slices.h"
#include "shared/protocol/holder.h"
#include "sync_room.h"

namespace ce::sync {
namespace {

using protocol::CertificateState;
using protocol::PrintOutcome;
using test::SyncRoom;

constexpr auto number = "44010625000001";

protocol::PersonYears with_certificate(CertificateState state = CertificateState::printable) {
  auto years = test::years();
  years.years[0].certificate.state = state;
  years.years[0].certificate.number = number;
  return years;
}

struct Lookup : testing::Test {
  SyncRoom room;
  cache::Cache cache =
      cache::Cache::open(room.ledger.directory / "cache.db", room.ledger.directory / "cache.key", {},
                         room.ledger.clock, room.ledger.logger)
          .value();
  PersonLookup lookup{*room.client, cache, room.journal, room.ledger.logger};
  protocol::PersonQuery const card{SecretText{test::example_id}, protocol::ByCard{}};

  Lookup() { room.central.person_answer = protocol::write(with_certificate()); }
  CertificateState shown() { return lookup.find(card).value().years.years[0].certificate.state; }
};

TEST_F(Lookup, CentralIsAskedFirstAndTheCacheAfterIt) {
  auto const online = lookup.find(card).value();
  EXPECT_FALSE(online.from_cache);
  room.central.down = true;
  auto const offline = lookup.find(card).value();
  EXPECT_TRUE(offline.from_cache);
  EXPECT_EQ(offline.years, online.years) << "with central's own as_of";
  EXPECT_NE(room.ledger.log_text().find("served_from_cache"), std::string::npos);
}

TEST_F(Lookup, WhoWasNeverSeenIsNotCached) {
  room.central.down = true;
  EXPECT_EQ(lookup.find(card).failure().code, FailureCode::not_cached);
}

TEST_F(Lookup, WhoWasNeverSeenIsFoundInTheRegionsCopyByCardAlone) {
  auto copy = cache::RegionCopy::open(room.ledger.directory / "region.db",
                                      room.ledger.directory / "cache.key", room.ledger.logger)
                  .value();
  protocol::CertificateLine line;
  line.state = CertificateState::printable;
  line.number = number;
  protocol::CertificateChange const told{protocol::holder_of(test::example_id), 2025, line};
  protocol::ChangeSlicer slicer;
  auto const page = slicer.cut(protocol::write({{{"certificate", number, told}}, "c1", false, {}})).value();
  ASSERT_TRUE(copy.begin_snapshot("all"));
  ASSERT_TRUE(copy.apply(page, {1'772'000'000'000}));
  PersonLookup with_region{*room.client, cache, room.journal, room.ledger.logger, &copy};
  room.central.down = true;
  auto const found = with_region.find(card).value();
  EXPECT_TRUE(found.from_cache);
  EXPECT_EQ(found.years.name.reveal(), "");
  EXPECT_EQ(found.years.years.at(0).certificate.number, number);
  EXPECT_EQ(with_region.find(test::query()).failure().code, FailureCode::not_cached)
      << "a password proves nothing to it";
  room.request(number);
  EXPECT_EQ(with_region.find(card).value().years.years.at(0).certificate.state, CertificateState::unresolved)
      << "the ledger is laid over it as well";
}

// What was seen went before whatever its age, and a month later offered what the delta had told otherwise.
TEST_F(Lookup, WhereBothKnowThePersonTheNewerWordCounts) {
  auto copy = cache::RegionCopy::open(room.ledger.directory / "region.db",
                                      room.ledger.directory / "cache.key", room.ledger.logger)
                  .value();
  PersonLookup with_region{*room.client, cache, room.journal, room.ledger.logger, &copy};
  auto seen = with_certificate();
  seen.years[0].certificate.verify_url = "https://jxjy.example.gov.cn/v/TOKEN";
  room.central.person_answer = protocol::write(seen);
  ASSERT_TRUE(with_region.find(card));
  room.central.down = true;
  auto const told = [&](CertificateState state, std::string const& of, std::int64_t later) {
    protocol::CertificateLine line;
    line.state = state;
    line.number = of;
    protocol::CertificateChange const change{protocol::holder_of(test::example_id), 2025, line};
    protocol::ChangeSlicer slicer;
    auto const page = slicer.cut(protocol::write({{{"certificate", of, change}}, "c1", false, {}})).value();
    EXPECT_TRUE(copy.begin_snapshot("all"));
    EXPECT_TRUE(copy.apply(page, {seen.as_of.ms + later}));
    return with_region.find(card).value().years;
  };
  auto const older = told(CertificateState::revoked, number, -1000);
  EXPECT_EQ(older.years.at(0).certificate.state, CertificateState::printable) << "the answer is newer";
  auto const same = told(CertificateState::printable, number, 1000);
  EXPECT_EQ(same.years.at(0).certificate, seen.years[0].certificate) << "with what a print needs";
  EXPECT_EQ(same.name, seen.name);
  EXPECT_EQ(same.as_of.ms, seen.as_of.ms + 1000);
  auto const elsewhere = told(CertificateState::printed, number, 1000);
  EXPECT_EQ(elsewhere.years.at(0).certificate.state, CertificateState::printed);
  auto const gone = told(CertificateState::revoked, number, 1000);
  EXPECT_EQ(gone.years.at(0).certificate.state, CertificateState::revoked);
  EXPECT_NE(gone.name.reveal(), "") << "the delta tells no names: the answer's";
  auto const another = told(CertificateState::printable, "44010625000009", 1000);
  EXPECT_EQ(another.years.at(0).certificate.number, "44010625000009");
  EXPECT_EQ(another.name.reveal(), "") << "central is asked before anything of it is printed";
  ASSERT_TRUE(with_region.note_print(number, PrintOutcome::sent_to_printer));
  auto const here = told(CertificateState::printable, number, 1000);
  EXPECT_EQ(here.years.at(0).certificate.state, CertificateState::printed) << "it came out here";
}

TEST_F(Lookup, AnswersThatCannotBeReadFallBackToo) {
  ASSERT_TRUE(lookup.find(card).ok());
  room.central.person_answer = "{";
  EXPECT_TRUE(lookup.find(card).value().from_cache);
  room.central.status = 500;
  EXPECT_TRUE(lookup.find(card).value().from_cache);
  room.central.status = 429;
  EXPECT_TRUE(lookup.find(card).value().from_cache);
}

TEST_F(Lookup, ARefusedKioskServesNobody) {
  ASSERT_TRUE(lookup.find(card).ok());
  room.central.status = 401;
  EXPECT_EQ(lookup.find(card).failure().code, FailureCode::central_refused);
}

TEST_F(Lookup, WhoCentralNoLongerKnowsIsForgotten) {
  ASSERT_TRUE(lookup.find(card).ok());
  room.central.person_answer.clear();
  EXPECT_EQ(lookup.find(card).failure().code, FailureCode::person_unknown);
  EXPECT_EQ(cache.count().value(), 0);
}

TEST_F(Lookup, APasswordIsHeldAgainstTheOneCentralAccepted) {
  ASSERT_TRUE(lookup.find(test::query()).ok());
  room.central.down = true;
  EXPECT_TRUE(lookup.find(test::query()).ok());
  protocol::PersonQuery const wrong{SecretText{test::example_id}, protocol::ByPassword{SecretText{"guess"}}};
  EXPECT_EQ(lookup.find(wrong).failure().code, FailureCode::credential_refused);
}

TEST_F(Lookup, ACodeNeedsCentralAndItsPersonIsKeptAsAnyOther) {
  protocol::PersonQuery const by_code{{}, protocol::ByCode{SecretText{"0f1e"}}};
  ASSERT_TRUE(lookup.find(by_code).ok());
  room.central.down = true;
  EXPECT_EQ(lookup.find(by_code).failure().code, FailureCode::not_cached);
  EXPECT_TRUE(lookup.find(card).ok()) << "served here a moment ago";
}

TEST_F(Lookup, TheLedgerCorrectsBothAnswersAtOnce) {
  EXPECT_EQ(shown(), CertificateState::printable);
  auto const print = room.request(number);
  EXPECT_EQ(shown(), CertificateState::unresolved);
  ASSERT_TRUE(room.journal.mark_submitting(print.id).ok());
  ASSERT_TRUE(room.journal.settle(print.id, PrintOutcome::sent_to_printer).ok());
  EXPECT_EQ(shown(), CertificateState::printed) << "central has not heard of it yet";
  room.central.down = true;
  EXPECT_EQ(shown(), CertificateState::printed);
}

TEST_F(Lookup, AFailedPrintMayBeTriedAgainOffline) {
  ASSERT_TRUE(lookup.find(card).ok());
  room.central.down = true;
  auto const print = room.request(number);
  ASSERT_TRUE(room.journal.settle(print.id, PrintOutcome::failed, FailureCode::printer_jammed).ok());
  ASSERT_TRUE(lookup.note_print(number, PrintOutcome::failed).ok());
  EXPECT_EQ(shown(), CertificateState::printable);
}

TEST_F(Lookup, TheCacheStillKnowsAPrintWhenTheJournalIsLost) {
  ASSERT_TRUE(lookup.find(card).ok());
  ASSERT_TRUE(lookup.note_print(number, PrintOutcome::sent_to_printer).ok());
  room.central.down = true;  // the journal of this room never had the print
  EXPECT_EQ(shown(), CertificateState::printed);
}

// Look-ups are one after another (runner::Inquiries has one thread); the desk prints beside them.
TEST_F(Lookup, AnAnswerThatWasOnItsWayWhileTheSheetCameOutDoesNotOfferItAgain) {
  room.central.on_its_way = [this] {
    auto const print = room.request(number);
    ASSERT_TRUE(room.journal.mark_submitting(print.id).ok());
    ASSERT_TRUE(room.journal.settle(print.id, PrintOutcome::sent_to_printer).ok());
    ASSERT_TRUE(lookup.note_print(number, PrintOutcome::sent_to_printer).ok());
  };
  EXPECT_EQ(shown(), CertificateState::printed) << "what central said is from before";
  room.central.on_its_way = {};
  room.central.down = true;
  EXPECT_EQ(shown(), CertificateState::printed);
  test::LedgerRoom other;
  auto const begun_anew = other.open();
  PersonLookup without{*room.client, cache, begun_anew, room.ledger.logger};
  EXPECT_EQ(without.find(card).value().years.years[0].certificate.state, CertificateState::printed)
      << "also where the ledger was lost afterwards";
}

TEST_F(Lookup, ARevokedCertificateStaysRevokedWhateverTheLedgerHas) {
  room.central.person_answer = protocol::write(with_certificate(CertificateState::revoked));
  room.request(number);
  EXPECT_EQ(shown(), CertificateState::revoked);
}

TEST_F(Lookup, WhatTheDeltaToldVoidReadsRevokedInTheAnswerThatIsKept) {
  test::GrantServer proofs;
  auto const delta = room.wire.client(proofs.url());
  KeyShelf keys{room.ledger.directory / "grant_keys.json", room.ledger.clock, room.ledger.logger};
  PersonLookup knowing{*room.client, cache, room.journal, room.ledger.logger, nullptr, &keys};
  auto kept = with_certificate();
  kept.years[0].certificate.grant = proofs.make(number, "k1");
  room.central.person_answer = protocol::write(kept);
  ASSERT_TRUE(knowing.find(card));
  token::Revocation const gone{Date::make(2026, 2, 25).value(), token::RevocationReason::corrected};
  proofs.told = {{"revocation", number, protocol::RevocationChange{gone}}};
  ASSERT_TRUE(keys.refresh(*delta));
  EXPECT_EQ(knowing.find(card).value().years.years[0].certificate.state, CertificateState::printable)
      << "central's own answer is newer than the delta";
  room.central.down = true;
  auto const line = knowing.find(card).value().years.years[0].certificate;
  EXPECT_EQ(line.state, CertificateState::revoked);
  EXPECT_FALSE(line.grant);
}

TEST_F(Lookup, AGrantThatIsKeptServesTheLedgerItCameForAlone) {
  test::GrantServer proofs;
  auto kept = with_certificate();
  kept.years[0].certificate.grant = proofs.make(number, "k1");
  room.central.person_answer = protocol::write(kept);
  ASSERT_TRUE(lookup.find(card));
  room.central.down = true;
  EXPECT_TRUE(lookup.find(card).value().years.years[0].certificate.grant);
  auto const named = room.journal.newest_place().value().ledger;
  ASSERT_EQ(room.journal.compare({named, 0, {5, EntryId::make()}, {}}, "boot").value().standing,
            journal::Standing::outdated);
  ASSERT_TRUE(room.journal.take_over(7));
  auto const after = lookup.find(card).value();
  EXPECT_EQ(after.years.years[0].certificate.state, CertificateState::printable)
      << "the rest is served as it was";
  EXPECT_FALSE(after.years.years[0].certificate.grant) << "the copy that is gone may have used it";
  room.central.down = false;
  ASSERT_TRUE(lookup.find(card));
  room.central.down = true;
  EXPECT_TRUE(lookup.find(card).value().years.years[0].certificate.grant) << "central gave it to this ledger";
}

TEST_F(Lookup, NothingPersonalIsInTheLog) {
  ASSERT_TRUE(lookup.find(card).ok());
  room.central.down = true;
  ASSERT_TRUE(lookup.find(card).ok());
  auto const log = room.ledger.log_text();
  for (auto const* personal : {test::example_id, "示例甲", number}) {
    EXPECT_EQ(log.find(personal), std::string::npos) << personal;
  }
}

}  // namespace
}  // namespace ce::sync

#include <gmock/gmock.h>

#include "central/changes/epoch.h"
#include "fixture.h"

namespace ce::test {
namespace {

using protocol::GrantState;
using testing::HasSubstr;

struct HandOut : GrantsTest {};

TEST_F(HandOut, AKioskCanVerifyWhatItGets) {
  auto const grant = ask("K1");
  ASSERT_TRUE(grant) << describe(grant.failure());
  EXPECT_TRUE(verified(*grant, "K1"));
  EXPECT_FALSE(verified(*grant, "K2"));
  EXPECT_EQ(grant->not_after.ms - now.ms, 10 * grants::minute_ms);
}

TEST_F(HandOut, TheSameRequestGetsTheSameGrantAgain) {
  auto const request = EntryId::make();
  auto const first = ask("K1", request).value();
  later(9);
  EXPECT_EQ(ask("K1", request).value(), first);
  EXPECT_EQ(refused("K1", request, 2), FailureCode::delivery_conflict);
  later(2);
  EXPECT_EQ(refused("K1", request), FailureCode::grant_expired);
}

TEST_F(HandOut, TheHolderGetsItsGrantForAnotherRequestOrALongerOne) {
  auto const first = ask("K1").value();
  later(4);
  EXPECT_EQ(ask("K1").value(), first);
  later(2);
  auto const longer = ask("K1").value();
  EXPECT_NE(longer.id, first.id);
  EXPECT_EQ(one_text("SELECT state FROM print_grants WHERE id = '" + first.id.text() + "'"), "replaced");
}

TEST_F(HandOut, AnotherKioskIsToldUntilWhen) {
  ASSERT_TRUE(ask("K1"));
  auto const answer = ask("K2");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.failure().code, FailureCode::grant_held);
  // Ten minutes and the clocks' two, from 2026-06-01 15:46:40 in China, to the next full minute.
  EXPECT_EQ(answer.failure().detail, "请于2026年6月1日 15:59后再试");
}

TEST_F(HandOut, AReturnedCopyIsFreeAtOnce) {
  auto const grant = ask("K1").value();
  EXPECT_EQ(grants::take_back(store, "K2", grant.id, now).failure().code, FailureCode::grant_unknown);
  EXPECT_EQ(grants::take_back(store, "K1", grant.id, now).value().state, GrantState::returned);
  EXPECT_EQ(grants::take_back(store, "K1", grant.id, now).value().state, GrantState::returned);
  EXPECT_TRUE(ask("K2"));
  // The first kiosk's late return does not take the copy away from the second.
  EXPECT_TRUE(grants::take_back(store, "K1", grant.id, now));
  EXPECT_EQ(refused("K1"), FailureCode::grant_held);
  auto const noted = [&](std::string const& action) {
    return one_text("SELECT CAST(COUNT(*) AS TEXT) FROM audit_entries WHERE action = '" + action + "'");
  };
  EXPECT_EQ(noted("grant_given"), "2");
  EXPECT_EQ(noted("grant_returned"), "1") << "once, however often it is told";
}

TEST_F(HandOut, AReturnedGrantIsNotHandedOutAgain) {
  auto const request = EntryId::make();
  auto const grant = ask("K1", request).value();
  ASSERT_TRUE(grants::take_back(store, "K1", grant.id, now));
  EXPECT_EQ(refused("K1", request), FailureCode::grant_spent);
}

TEST_F(HandOut, AnEndedGrantIsOnlyUnusedWhenItsHolderHasSpoken) {
  ASSERT_TRUE(ask("K1"));
  later(11);
  hear_from("K1");  // within the slack of the clocks: it may still be printing
  EXPECT_EQ(refused("K2"), FailureCode::grant_held);
  later(2);
  hear_from("K1", 1);  // something waits to be delivered
  EXPECT_EQ(refused("K2"), FailureCode::grant_held);
  hear_from("K1");
  EXPECT_TRUE(ask("K2"));
}

TEST_F(HandOut, WhatAHolderSaidByAClockYearsAheadSaysNothingOnceItIsRight) {
  auto const right = now;
  later(5 * 365 * 24 * 60);
  hear_from("K1");
  now = right;
  ASSERT_TRUE(ask("K1"));
  later(13);
  EXPECT_EQ(refused("K2"), FailureCode::grant_held) << "it may have printed since";
  hear_from("K1", 1);
  EXPECT_EQ(refused("K2"), FailureCode::grant_held);
  EXPECT_EQ(one_text("SELECT COALESCE(CAST(delivered_ms AS TEXT), '') FROM kiosk_health"), "");
  hear_from("K1");
  EXPECT_TRUE(ask("K2"));
}

TEST_F(HandOut, ASilentHolderFreesTheCopyAfterADay) {
  ASSERT_TRUE(ask("K1"));
  later(10 + 24 * 60);
  auto const answer = ask("K2");
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.failure().detail, HasSubstr("2026年6月2日 15:57"));
  later(1);
  EXPECT_TRUE(ask("K2"));
}

TEST_F(HandOut, TheHolderItselfNeedNotWait) {
  auto const first = ask("K1").value();
  later(11);
  EXPECT_NE(ask("K1").value().id, first.id);
}

TEST_F(HandOut, EachReasonHasItsCode) {
  EXPECT_EQ(refused("K1", EntryId::make(), 2), FailureCode::copy_unknown);
  EXPECT_EQ(grants::hand_out(office, "K1", {EntryId::make(), "44010626999999", 1}, now).failure().code,
            FailureCode::certificate_unknown);
  ASSERT_TRUE(grants::set_policy(store, "K2", "city", 0, now, audit::operator_author("test", {})));
  EXPECT_EQ(refused("K2"), FailureCode::region_not_served);
  ASSERT_TRUE(grants::set_policy(store, "K1", "county", 0, now, audit::operator_author("test", {})));
  EXPECT_TRUE(ask("K1"));
  write("UPDATE certificates SET region = '440116'");
  EXPECT_EQ(refused("K1"), FailureCode::region_not_served);
  write("UPDATE kiosks SET region = '440112' WHERE id = 'K1'");
  EXPECT_TRUE(ask("K1")) << "what 萝岗区 issued is 黄埔区's today";
  write("UPDATE certificates SET revoked_ms = 1, revoked_reason = '学时造假'");
  EXPECT_EQ(refused("K1"), FailureCode::certificate_revoked);
}

TEST_F(HandOut, AVoidCertificateIsNotGrantedToWhoAsksOnceMore) {
  auto const request = EntryId::make();
  ASSERT_TRUE(ask("K1", request));
  write("UPDATE certificates SET revoked_ms = 1, revoked_reason = '学时造假'");
  EXPECT_EQ(refused("K1", request), FailureCode::certificate_revoked) << "though its grant is alive";
}

TEST_F(HandOut, AHolderWhosePrintWasRefusedMayHavePrinted) {
  ASSERT_TRUE(ask("K1"));
  later(13);
  hear_from("K1");
  write("UPDATE kiosk_health SET outbox_refused = 1, delivered_ms = 0");
  EXPECT_EQ(refused("K2"), FailureCode::grant_held);
  later(24 * 60);
  EXPECT_TRUE(ask("K2"));
}

TEST_F(HandOut, AStoreBroughtBackGrantsNothingThatItMayHaveForgotten) {
  ASSERT_TRUE(grants::set_policy(store, "K1", "county", 60, now, audit::operator_author("test", {})));
  hear_from("K1");
  ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
  later(1);
  for (auto const* kiosk : {"K1", "K2"}) EXPECT_EQ(refused(kiosk), FailureCode::grant_held) << kiosk;
  later(62);
  EXPECT_THAT(ask("K2").failure().detail, HasSubstr("备份")) << "K1 may have printed and not said so";
  EXPECT_EQ(refused("K1"), FailureCode::grant_held) << "K2 may have begun to serve after the backup";
  hear_from("K2");
  EXPECT_TRUE(ask("K1")) << "all others were heard";
}

TEST_F(HandOut, ABackupOfAClockYearsAheadHasHeardNobody) {
  auto const right = now;
  later(5 * 365 * 24 * 60);
  for (auto const* kiosk : {"K1", "K2"}) hear_from(kiosk);
  now = right;
  ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
  later(62);
  EXPECT_EQ(refused("K2"), FailureCode::grant_held) << "K1 may have printed and not said so";
  hear_from("K1");
  EXPECT_TRUE(ask("K2"));
}

TEST_F(HandOut, AStoreBroughtBackGrantsAgainOnceAllWereHeard) {
  hear_from("K1");
  ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
  later(9);
  EXPECT_EQ(refused("K2"), FailureCode::grant_held) << "grants of ten minutes were given without any policy";
  later(4);
  hear_from("K1", 1);
  EXPECT_EQ(refused("K2"), FailureCode::grant_held);
  EXPECT_EQ(refused("K2"), FailureCode::grant_held) << "though it was heard";
  hear_from("K1");
  EXPECT_TRUE(ask("K2"));
}

TEST_F(HandOut, WhatIsPrintedNeedsAReprint) {
  auto const print = print_of(number, now);
  apply(print);
  EXPECT_EQ(refused("K1"), FailureCode::print_unresolved);
  apply(settle(print.id, protocol::PrintOutcome::unknown, {now.ms + 1}));
  EXPECT_EQ(refused("K1"), FailureCode::print_unresolved);
  apply(settle(print.id, protocol::PrintOutcome::confirmed, {now.ms + 2}));
  EXPECT_EQ(refused("K1"), FailureCode::certificate_printed);

  auto const allow = [this](std::string_view reason) {
    int copy = 0;
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      CE_TRY(copy, grants::allow_copy(database, {number, reason, "ce-admin"}, now));
      return {};
    });
    return done ? copy : -1;
  };
  EXPECT_EQ(allow(""), -1);
  EXPECT_EQ(allow("遗失"), 2);
  EXPECT_EQ(allow("遗失"), -1);  // copy 2 is not printed yet
  EXPECT_TRUE(ask("K1", EntryId::make(), 2));
}

TEST_F(HandOut, AFailedPrintLeavesTheCopyToBePrinted) {
  auto const print = print_of(number, now);
  apply(print);
  apply(settle(print.id, protocol::PrintOutcome::failed, now));
  EXPECT_TRUE(ask("K2"));
}

TEST_F(HandOut, GrantsComeWithAQueryWhereThePolicySaysSo) {
  auto const query = [this](std::string_view kiosk) {
    auto years = **store.person_years(id_number, {}, now);
    EXPECT_TRUE(grants::add_pre_grants(office, kiosk, years, now));
    return years.years.front().certificate.grant;
  };
  EXPECT_EQ(query("K1"), std::nullopt);
  ASSERT_TRUE(grants::set_policy(store, "K1", "province", 24 * 60, now, audit::operator_author("test", {})));
  auto const grant = query("K1");
  ASSERT_TRUE(grant);
  EXPECT_EQ(grant->not_after.ms - now.ms, 24 * 60 * grants::minute_ms);
  EXPECT_TRUE(verified(*grant, "K1"));
  EXPECT_EQ(query("K1"), grant);
  EXPECT_EQ(ask("K1").value(), *grant);  // the press of 打印 gets the one that is there
  ASSERT_TRUE(grants::set_policy(store, "K2", "province", 60, now, audit::operator_author("test", {})));
  EXPECT_EQ(query("K2"), std::nullopt);
}

}  // namespace
}  // namespace ce::test

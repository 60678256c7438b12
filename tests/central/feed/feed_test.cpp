#include "central/feed/feed.h"

#include <array>
#include <map>
#include <utility>

#include "central/changes/epoch.h"
#include "central/changes/touch.h"
#include "central/grants/keys.h"
#include "central/issuing/authority.h"
#include "central/issuing/revoke.h"
#include "central/standings/refresh.h"
#include "central/store/digest.h"
#include "central/store/fixture.h"
#include "central/tokens/keys.h"
#include "shared/protocol/holder.h"
#include "shared/protocol/json.h"
#include "support/files.h"
#include "support/png.h"

namespace ce::test {
namespace {

using protocol::Change;
using protocol::ChangesPage;

struct Feed : StoreTest {
  std::filesystem::path strings = directory / "strings";
  std::string cursor;

  void SetUp() override {
    StoreTest::SetUp();
    std::filesystem::create_directory(strings);
    write_all(strings / "zh.toml", "a = 1\n");
    ASSERT_TRUE(feed::publish(store, strings, now));
  }

  Result<ChangesPage> ask(std::string_view from, std::string const& region = "440106",
                          int limit = 500) const {
    return feed::changes_page(store, {region, from, limit, {}});
  }
  /// All that is new since the last call.
  std::vector<Change> news(std::string const& region = "440106") {
    std::vector<Change> all;
    for (bool more = true; more;) {
      auto const page = ask(cursor, region).value();
      all.insert(all.end(), page.changes.begin(), page.changes.end());
      cursor = page.cursor;
      more = page.has_more;
    }
    return all;
  }
  void persons_changed(std::int64_t id, std::string_view former = {}) {
    ASSERT_TRUE(store.write([&](storage::Database& database) {
      return changes::persons_changed(database, std::array{id}, former);
    }));
  }
  template <class T>
  static T what(std::vector<Change> const& changes, std::string_view kind) {
    for (auto const& change : changes) {
      if (change.kind == kind) return std::get<T>(change.what);
    }
    ADD_FAILURE() << "nothing about a " << kind;
    return {};
  }
  static std::size_t count(std::vector<Change> const& changes, std::string_view kind) {
    std::size_t count = 0;
    for (auto const& change : changes) count += change.kind == kind ? 1U : 0U;
    return count;
  }
};

TEST_F(Feed, TheFirstPagesTellWhatThereIs) {
  auto const all = news();
  auto const& regions = rulebook().regions;
  std::size_t retired = 0;
  for (auto const& change : regions.changes()) retired += regions.find(change.code) == nullptr ? 1U : 0U;
  EXPECT_GT(retired, 0U);
  EXPECT_EQ(count(all, "authority"), regions.all().size() + retired);
  EXPECT_EQ(count(all, "pack"), rulebook().packs.all().size());
  EXPECT_EQ(count(all, "strings"), 1U);
  EXPECT_TRUE(news().empty());
}

TEST_F(Feed, AnAuthorityThatIsNoMoreStillHasAName) {
  std::string name;
  for (auto const& change : news()) {
    if (change.kind == "authority" && change.id == "440116")
      name = std::get<protocol::AuthorityChange>(change.what).name;
  }
  EXPECT_EQ(name, "广州市萝岗区人力资源和社会保障局");
}

TEST_F(Feed, AnAuthorityThatWasSetIsToldAsItIsNow) {
  news();
  ASSERT_TRUE(
      issuing::set_authority(store, {"440106", "天河区人社局"}, audit::operator_author("test", {}), now));
  auto const change = what<protocol::AuthorityChange>(news(), "authority");
  EXPECT_EQ(change.region, "440106");
  EXPECT_EQ(change.name, "天河区人社局");
  EXPECT_EQ(change.former,
            (std::vector<protocol::FormerName>{{"广州市天河区人力资源和社会保障局", china_date(now)}}));
  EXPECT_TRUE(news().empty());
}

TEST_F(Feed, ASealIsToldByItsHashAndAsRemovedWhereItIsTakenAway) {
  EXPECT_EQ(count(news(), "seal"), 0U);
  auto const picture = png(300, 300);
  auto const by = audit::operator_author("test", {});
  ASSERT_TRUE(issuing::set_authority(store, {"440106", {}, {}, picture}, by, now));
  for (auto const* region : {"440106", "440303"}) {  // every kiosk prints for all authorities
    std::string const start = std::exchange(cursor, {});
    EXPECT_EQ(what<protocol::SealChange>(news(region), "seal").sha256, store::sha256_hex(picture)) << region;
    cursor = start;
  }
  news();
  ASSERT_TRUE(issuing::set_authority(store, {"440106", {}, {}, std::string{}}, by, now));
  EXPECT_EQ(what<protocol::Removed>(news(), "seal"), protocol::Removed{});
}

TEST_F(Feed, WhatDiffersFromWhatWasPublishedIsToldOnce) {
  news();
  ASSERT_TRUE(feed::publish(store, strings, now));
  EXPECT_TRUE(news().empty());
  write_all(strings / "zh.toml", "a = 2\n");
  write_all(strings / "yue.toml", "a = 2\n");
  ASSERT_TRUE(feed::publish(store, strings, now));
  EXPECT_EQ(count(news(), "strings"), 2U);
  std::filesystem::remove(strings / "yue.toml");
  ASSERT_TRUE(feed::publish(store, strings, now));
  EXPECT_EQ(what<protocol::Removed>(news(), "strings"), protocol::Removed{});
}

TEST_F(Feed, ACertificateIsToldWhenIssuedPrintedAndRevoked) {
  complete_year(1, 2026);
  news();
  auto const number = issue(1, 2026).value();
  auto const issued = what<protocol::CertificateChange>(news(), "certificate");
  EXPECT_EQ(issued.line.number, number);
  EXPECT_EQ(issued.line.state, protocol::CertificateState::printable);
  EXPECT_EQ(issued.line.verify_url, "https://example/v/" + number);
  EXPECT_EQ(issued.holder, protocol::holder_of(id_number.reveal()));
  EXPECT_EQ(issued.year, 2026);

  auto const print = print_of(number, now);
  apply(print);
  apply(settle(print.id, protocol::PrintOutcome::confirmed, now));
  EXPECT_EQ(what<protocol::CertificateChange>(news(), "certificate").line.state,
            protocol::CertificateState::printed);

  ASSERT_TRUE(store.write([&](storage::Database& database) {
    return issuing::revoke(database, rulebook(), number, "学时造假", now);
  }));
  auto const revoked = what<protocol::CertificateChange>(news(), "certificate");
  EXPECT_EQ(revoked.line.state, protocol::CertificateState::revoked);
  EXPECT_EQ(revoked.line.revoked_reason, "学时造假");
}

TEST_F(Feed, NoNameAndNoNumberOfAPersonIsIn) {
  complete_year(1, 2026);
  ASSERT_TRUE(issue(1, 2026));
  persons_changed(1);
  auto const text = protocol::write(ask("").value());
  EXPECT_EQ(text.find("陈家明"), std::string::npos);
  EXPECT_EQ(text.find(id_number.reveal()), std::string::npos);
}

TEST_F(Feed, AStandingIsThatOfEachYear) {
  complete_year(1, 2026);
  add_records(1, 2025, {{credit::Subject::public_subject, 6}});
  persons_changed(1);
  auto const standing = what<protocol::StandingChange>(news(), "standing");
  ASSERT_EQ(standing.years.size(), 2U);
  EXPECT_TRUE(standing.years[0].complete);
  EXPECT_EQ(standing.years[1].year, 2025);
  EXPECT_EQ(standing.years[1].total.done, CreditUnits::hours(6));
  EXPECT_FALSE(standing.years[1].complete);
}

TEST_F(Feed, AKeptYearIsToldAsItWouldBeJudgedAndIsNotJudged) {
  complete_year(1, 2026);
  add_records(1, 2025, {{credit::Subject::public_subject, 6}, {credit::Subject::elective, 40}});
  store::NewRecord patent{next_record++, 1, {}, "专利", {}, now};
  patent.record.subject = credit::Subject::professional;
  patent.record.activity = credit::Activity::achievement;
  patent.record.review = credit::ReviewState::approved;
  patent.record.start = patent.record.end = Date::make(2025, 3, 1).value();
  ASSERT_TRUE(
      store.write([&](storage::Database& database) { return store::insert_record(database, patent); }));
  persons_changed(1);
  auto const judged = what<protocol::StandingChange>(news(), "standing");
  ASSERT_EQ(judged.years.size(), 2U);
  EXPECT_GT(judged.years[1].achievement_credit.count, 0);
  ASSERT_TRUE(store.write(
      [&](storage::Database& database) { return standings::refresh_one(database, rulebook(), 1, now); }));
  EXPECT_EQ(what<protocol::StandingChange>(news(), "standing"), judged);

  // Without records there is nothing that could be judged.
  write("DELETE FROM learning_records");
  persons_changed(1);
  EXPECT_EQ(what<protocol::StandingChange>(news(), "standing"), judged);
  write("UPDATE yearly_standings SET pack = 'another' WHERE year = 2025");
  persons_changed(1);
  EXPECT_TRUE(what<protocol::StandingChange>(news(), "standing").years.empty()) << "of another pack";
}

TEST_F(Feed, APageOfManyPeopleTellsEachTheirOwn) {
  constexpr std::int64_t last = 300;  // more than one question to the store takes
  for (std::int64_t id = 2; id <= last; ++id)
    add_person(id, "44010618850312" + std::to_string(10'000 + id), "某");
  add_records(7, 2025, {{credit::Subject::public_subject, 6}});
  complete_year(280, 2026);
  ASSERT_TRUE(issue(280, 2026));
  std::vector<std::int64_t> everybody;
  for (std::int64_t id = last; id >= 1; --id) everybody.push_back(id);
  ASSERT_TRUE(store.write(
      [&](storage::Database& database) { return changes::persons_changed(database, everybody); }));
  std::map<std::string, protocol::StandingChange> told;
  for (auto const& change : news()) {
    if (change.kind == "standing") told[change.id] = std::get<protocol::StandingChange>(change.what);
    if (change.kind == "certificate") {
      EXPECT_EQ(std::get<protocol::CertificateChange>(change.what).holder,
                protocol::holder_of("4401061885031210280"));
    }
  }
  ASSERT_EQ(told.size(), static_cast<std::size_t>(last));
  EXPECT_EQ(told["7"].holder, protocol::holder_of("4401061885031210007"));
  EXPECT_EQ(told["7"].years.at(0).year, 2025);
  EXPECT_TRUE(told["280"].years.at(0).complete);
  EXPECT_TRUE(told["8"].years.empty());
}

TEST_F(Feed, WhoMovesAwayIsRemovedThereAndToldHere) {
  persons_changed(1);
  news();
  write("UPDATE professionals SET region = '440304' WHERE id = 1");
  persons_changed(1, "440106");
  EXPECT_EQ(what<protocol::Removed>(news(), "standing"), protocol::Removed{});
  cursor.clear();
  EXPECT_EQ(what<protocol::StandingChange>(news("440304"), "standing").holder,
            protocol::holder_of(id_number.reveal()));
}

TEST_F(Feed, ACitysKioskReadsItsCounties) {
  complete_year(1, 2026);
  ASSERT_TRUE(issue(1, 2026));
  EXPECT_EQ(count(news("440100"), "certificate"), 1U);
  cursor.clear();
  EXPECT_EQ(count(news("440300"), "certificate"), 0U);
}

TEST_F(Feed, WhoseNumberWasPutRightIsDroppedByEveryKiosk) {
  news("440304");
  auto const touched = [&] {
    ASSERT_TRUE(store.write([](storage::Database& database) {
      return changes::touch(database, std::array{changes::Thing{"000000", changes::Kind::person, "1"}});
    }));
  };
  touched();
  EXPECT_TRUE(std::holds_alternative<protocol::Removed>(news("440304").at(0).what));
  write(
      "INSERT INTO former_id_numbers (professional, version, id_number, reason, corrected_by, until_ms) "
      "VALUES (1, 1, '440106188503120172', '抄错', 'a', 1)");
  touched();
  EXPECT_TRUE(std::holds_alternative<protocol::ForgottenChange>(news("440304").at(0).what));
}

TEST_F(Feed, KeysComeRetireAndGo) {
  news();
  signing::KeyRing const ring{directory / "grant-keys"};
  auto const id = grants::make_key(store, ring, now).value();
  EXPECT_EQ(what<protocol::KeyChange>(news(), "key").key.public_key, ring.key(id)->public_key());
  ASSERT_TRUE(grants::retire_key(store, id, grants::Retirement::ordinary, now));
  EXPECT_EQ(what<protocol::KeyChange>(news(), "key").key.retired, now);
  ASSERT_TRUE(grants::retire_key(store, id, grants::Retirement::compromised, now));
  EXPECT_EQ(what<protocol::Removed>(news(), "key"), protocol::Removed{});
}

TEST_F(Feed, KeysOfCertificatesComeAndEndAndStayKnown) {
  news();
  signing::KeyRing const ring{directory / "grant-keys"};
  auto const id = tokens::make_key(store, ring, {.algorithm = signature::Algorithm::sm2}, now).value();
  auto const told = what<protocol::CertificateKeyChange>(news(), "certificate_key").key;
  EXPECT_EQ(told.id, id);
  EXPECT_EQ(told.public_key, ring.key(id)->public_key());
  EXPECT_EQ(told.algorithm, signature::Algorithm::sm2);
  ASSERT_TRUE(tokens::end_key(store, id, tokens::Ending::revoked, now));
  EXPECT_EQ(what<protocol::CertificateKeyChange>(news(), "certificate_key").key.revoked, now);
}

TEST_F(Feed, AVoidCertificateIsToldToEveryRegion) {
  complete_year(1, 2026);
  auto const number = issue(1, 2026).value();
  news("440300");
  ASSERT_TRUE(store.write([&](storage::Database& database) {
    return issuing::revoke(database, rulebook(), number, "误发", now);
  }));
  auto const told = news("440300");
  EXPECT_EQ(count(told, "certificate"), 0U);
  token::Revocation const expected{today, token::RevocationReason::withdrawn};
  EXPECT_EQ(what<protocol::RevocationChange>(told, "revocation").revocation, expected);
}

TEST_F(Feed, WhatIsExportedIsWhatAKioskKeeps) {
  complete_year(1, 2026);
  auto const number = issue(1, 2026).value();
  signing::KeyRing const ring{directory / "grant-keys"};
  ASSERT_TRUE(grants::make_key(store, ring, now));
  ASSERT_TRUE(tokens::make_key(store, ring, {}, now));
  ASSERT_TRUE(store.write([&](storage::Database& database) {
    return issuing::revoke(database, rulebook(), number, "误发", now);
  }));
  protocol::KeptChanges kept;
  kept.apply(
      feed::changes_page(store, {"440300", {}, 500, "key,certificate_key,revocation,authority"}).value());
  auto const exported = feed::proofs(store, now).value();
  EXPECT_EQ(exported.changes, kept.changes);
  EXPECT_EQ(exported.as_of, now);
}

TEST_F(Feed, ANewEpochMeansStartAnew) {
  news();
  ASSERT_TRUE(store.write([&](storage::Database& database) { return changes::begin_epoch(database, now); }));
  EXPECT_EQ(ask(cursor).failure().code, FailureCode::resync_needed);
  EXPECT_TRUE(ask(""));
}

TEST_F(Feed, LimitsAreKept) {
  EXPECT_EQ(ask("", "440106", 0).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(ask("", "440106", 501).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(ask("nonsense").failure().code, FailureCode::input_invalid);
  EXPECT_EQ(ask("", "440106", 3)->changes.size(), 3U);
}

}  // namespace
}  // namespace ce::test

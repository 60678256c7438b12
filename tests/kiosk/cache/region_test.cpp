// The sealed copy of what the delta told.
#include "kiosk/cache/region_copy.h"

#include "region_page.h"

namespace ce::cache {
namespace {

using protocol::CertificateState;
using test::certificate_of;
using test::example_id;
using test::Pages;
using test::RegionRoom;
using test::standing_of;

constexpr auto number = "44010625000001";

SecretText holder(std::string id = example_id) {
  return SecretText{std::move(id)};
}

TEST(Region, WhoHoldsTheCardFindsYearsAndCertificate) {
  RegionRoom const room;
  (void)room.filled(
      {standing_of(example_id, "17"), certificate_of(example_id, number, 2025, CertificateState::printable)});
  auto const found = room.open_region().find(holder());
  ASSERT_TRUE(found) << describe(found.failure());
  EXPECT_EQ(found->as_of, room.central_now);
  EXPECT_EQ(found->name.reveal(), "") << "the delta tells no names";
  ASSERT_EQ(found->years.size(), 1U);
  EXPECT_EQ(found->years[0].total.done, CreditUnits::hours(90));
  EXPECT_EQ(found->years[0].certificate.number, number);
  EXPECT_EQ(room.open_region().find(holder("110105189912310011")).failure().code, FailureCode::not_cached);
}

TEST(Region, TheCertificateInForceIsShownBeforeTheVoidOne) {
  RegionRoom const room;
  auto copy = room.filled({certificate_of(example_id, "44010625000009", 2025, CertificateState::revoked),
                           certificate_of(example_id, number, 2025, CertificateState::printed),
                           certificate_of(example_id, "44010624000003", 2024, CertificateState::revoked)});
  auto const found = copy.find(holder()).value();
  ASSERT_EQ(found.years.size(), 2U);
  EXPECT_EQ(found.years[0].certificate.number, number);
  EXPECT_EQ(found.years[1].year, 2024);
  EXPECT_FALSE(found.years[1].complete);
}

TEST(Region, ChangesReplaceAndRemovedThingsGo) {
  RegionRoom const room;
  Pages pages;
  auto copy = room.filled({standing_of(example_id, "17", 30)});
  ASSERT_TRUE(copy.apply(pages.page({standing_of(example_id, "17", 60)}, "c2"), room.central_now));
  EXPECT_EQ(copy.find(holder())->years[0].total.done, CreditUnits::hours(60));
  EXPECT_EQ(copy.count().value(), 1);
  ASSERT_TRUE(copy.apply(pages.page({{"standing", "17", protocol::Removed{}}}, "c3"), room.central_now));
  EXPECT_EQ(copy.find(holder()).failure().code, FailureCode::not_cached);
  EXPECT_EQ(copy.place()->cursor, "c3");
}

TEST(Region, AThingThatIsAnotherHoldersNowIsFoundByThatOneAlone) {
  RegionRoom const room;
  Pages pages;
  constexpr auto other = "110105189912310011";
  auto copy = room.filled({certificate_of(example_id, number, 2025, CertificateState::printable)});
  auto const bytes = copy.place()->bytes;
  ASSERT_TRUE(copy.apply(pages.page({certificate_of(other, number, 2025, CertificateState::printable)}, "c2"),
                         room.central_now));
  EXPECT_FALSE(copy.find(holder()));
  EXPECT_EQ(copy.find(holder(other))->years[0].certificate.number, number);
  EXPECT_EQ(copy.count().value(), 1);
  EXPECT_EQ(copy.place()->bytes, bytes);
}

TEST(Region, ASnapshotIsServedWhenItIsWholeAndTheOldOneUntilThen) {
  RegionRoom const room;
  Pages pages;
  auto copy = room.filled({standing_of(example_id, "17", 30)});
  ASSERT_TRUE(copy.begin_snapshot("all"));
  ASSERT_TRUE(copy.apply(pages.page({standing_of(example_id, "17", 60)}, "d1", true), {1}));
  EXPECT_EQ(copy.find(holder())->years[0].total.done, CreditUnits::hours(30));
  // Told again while it was being read, and one that went meanwhile.
  ASSERT_TRUE(copy.apply(
      pages.page({standing_of(example_id, "17", 90), standing_of("110105189912310011", "18")}, "d2", true),
      {1}));
  ASSERT_TRUE(copy.apply(pages.page({{"standing", "18", protocol::Removed{}}}, "d3"), {1}));
  EXPECT_EQ(copy.find(holder())->years[0].total.done, CreditUnits::hours(90));
  EXPECT_EQ(copy.count().value(), 1);
  EXPECT_EQ(copy.find(holder())->as_of, Instant{1});
}

TEST(Region, APageAndItsCursorAreKeptTogetherOverARestart) {
  RegionRoom const room;
  Pages pages;
  {
    auto copy = room.open_region();
    ASSERT_TRUE(copy.begin_snapshot("all"));
    ASSERT_TRUE(copy.apply(pages.page({standing_of(example_id, "17")}, "c1", true), room.central_now));
  }
  auto copy = room.open_region();
  EXPECT_EQ(copy.place()->cursor, "c1");
  EXPECT_TRUE(copy.place()->filling);
  EXPECT_FALSE(copy.find(holder())) << "not whole yet";
  ASSERT_TRUE(copy.apply(pages.page({}, "c2"), room.central_now));
  EXPECT_TRUE(copy.find(holder()));
}

TEST(Region, OfADamagedFileNothingIsServedAndItBeginsAnew) {
  RegionRoom const room;
  (void)room.filled({standing_of(example_id, "17")});
  test::write_all(room.region_file, std::string(9000, 'x'));
  auto copy = room.open_region();
  EXPECT_EQ(copy.place()->cursor, "");
  EXPECT_EQ(copy.count().value(), 0);
}

std::string nth_id(int i) {
  return "11010518991231" + std::to_string(1000 + i);
}

std::vector<protocol::Change> nth_standings(int first, int count, int hours = 90) {
  std::vector<protocol::Change> standings;
  standings.reserve(static_cast<std::size_t>(count));
  for (int i = first; i < first + count; ++i)
    standings.push_back(standing_of(nth_id(i), std::to_string(i), hours));
  return standings;
}

TEST(Region, AtItsLimitItKeepsWhoIsInItAndTakesInNobodyElse) {
  RegionRoom const room;
  Pages pages;
  auto copy = room.open_region();
  copy.limit(20'000);
  ASSERT_TRUE(copy.begin_snapshot("all"));
  auto const standings = nth_standings(0, 100, 30);
  ASSERT_TRUE(copy.apply(pages.page(standings, "c1", true), room.central_now));
  ASSERT_TRUE(copy.place()->closed_at);
  // Of somebody who is in it, and of somebody who is not: a certificate alone would be half the truth.
  ASSERT_TRUE(
      copy.apply(pages.page({certificate_of(nth_id(0), number, 2025, CertificateState::printable),
                             certificate_of(nth_id(99), "44010625000002", 2025, CertificateState::printable)},
                            "c2"),
                 room.central_now));
  auto const place = copy.place().value();
  EXPECT_EQ(place.cursor, "c2") << "the delta goes on";
  EXPECT_FALSE(place.filling);
  EXPECT_EQ(place.closed_at, 20'000);
  EXPECT_LT(place.bytes, 25'000);
  EXPECT_LT(copy.count().value(), 100);
  EXPECT_EQ(copy.find(holder(nth_id(0)))->years[0].certificate.number, number);
  EXPECT_EQ(copy.find(holder(nth_id(99))).failure().code, FailureCode::not_cached);
  // Later changes: theirs are taken, nobody else's are, even where room was made.
  ASSERT_TRUE(copy.apply(pages.page({standing_of(nth_id(0), "0", 90),
                                     standing_of(nth_id(99), "99", 90),
                                     {"standing", "1", protocol::Removed{}},
                                     {"standing", "2", protocol::Removed{}}},
                                    "c3"),
                         room.central_now));
  EXPECT_TRUE(copy.find(holder(nth_id(0)))->years[0].complete);
  EXPECT_FALSE(copy.find(holder(nth_id(1))));
  EXPECT_FALSE(copy.find(holder(nth_id(99))));
  EXPECT_LT(copy.place()->bytes, place.bytes) << "what is gone is no longer counted";
  auto const again = room.open_region();
  EXPECT_EQ(again.place()->closed_at, 20'000) << "over a restart";
  auto const log = test::read_all(room.directory / "kiosk.log");
  EXPECT_EQ(log.find("region_full"), log.rfind("region_full"));
  EXPECT_NE(log.find("region_full"), std::string::npos);
}

TEST(Region, WhatItCountsIsAboutWhatItTakesOnTheDisk) {
  RegionRoom const room;
  Pages pages;
  std::int64_t counted = 0;
  {
    auto copy = room.open_region();
    ASSERT_TRUE(copy.begin_snapshot("all"));
    for (int page = 0; page < 6; ++page) {
      ASSERT_TRUE(copy.apply(pages.page(nth_standings(page * 500, 500), "c" + std::to_string(page), page < 5),
                             room.central_now));
    }
    counted = copy.place()->bytes;
  }
  auto const on_disk = static_cast<double>(std::filesystem::file_size(room.region_file));
  EXPECT_GT(static_cast<double>(counted), on_disk * 0.6);
  EXPECT_LT(static_cast<double>(counted), on_disk * 1.4);
}

TEST(Region, EmptiedWhereNobodyMayBeKept) {
  RegionRoom const room;
  auto copy = room.filled({standing_of(example_id, "17")});
  ASSERT_TRUE(copy.empty());
  EXPECT_FALSE(copy.find(holder()));
  EXPECT_EQ(copy.place().value(), DeltaPlace{});
}

}  // namespace
}  // namespace ce::cache

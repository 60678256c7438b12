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

TEST(Region, EmptiedWhereNobodyMayBeKept) {
  RegionRoom const room;
  auto copy = room.filled({standing_of(example_id, "17")});
  ASSERT_TRUE(copy.empty());
  EXPECT_FALSE(copy.find(holder()));
  EXPECT_EQ(copy.place().value(), DeltaPlace{});
}

}  // namespace
}  // namespace ce::cache

#include "central/seed/seed.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "central/store/fixture.h"
#include "central/transfer/catalogue.h"
#include "shared/base/text.h"
#include "shared/identity/id_number.h"
#include "support/files.h"

namespace ce::test {
namespace {

using protocol::CertificateState;

constexpr Instant today{1'780'300'000'000};  // 2026-06-01 in China

std::vector<seed::DemoPerson> demo_people() {
  auto const file = std::string{CE_SOURCE_DIR "/config/demo/people.toml"};
  return seed::parse_demo(read_all(file), file).value();
}

/// Every row of every table, as text.
std::string dump(store::Store const& store) {
  std::string out;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const tables, transfer::catalogue(database));
    for (auto const& table : tables) {
      auto rows = database.prepare("SELECT " + transfer::columns_of(table) + " FROM " + table.name +
                                   " ORDER BY " + transfer::list_of(table.key));
      while (rows.step().value()) {
        out += table.name;
        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
          out += rows.is_null(i) ? "|-" : "|=" + rows.text(i);
        }
        out += '\n';
      }
    }
    return {};
  });
  EXPECT_TRUE(done);
  return out;
}

struct SeededProvince {
  explicit SeededProvince(int people, std::uint64_t seed_number = 1) {
    auto const done = seed::seed(store, {people, seed_number, today, demo_people(), {}});
    EXPECT_TRUE(done) << describe(done.failure());
    summary = done.value_or({});
  }
  std::map<std::string, std::int64_t> count(std::string const& sql) const {
    std::map<std::string, std::int64_t> counts;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      auto rows = database.prepare(sql);
      while (rows.step().value()) counts[rows.text(0)] = rows.integer(1);
      return {};
    }));
    return counts;
  }
  TestStore place;
  store::Store store = store::Store::open(place.location(), rulebook(), {"https://example/v/", 1}).value();
  seed::Summary summary;
};

TEST(Seed, TheSameNumbersGiveTheSameBytes) {
  auto const first = dump(SeededProvince{100, 7}.store);
  EXPECT_GT(first.size(), 50'000U);
  EXPECT_EQ(first, dump(SeededProvince{100, 7}.store));
  EXPECT_NE(first, dump(SeededProvince{100, 8}.store));
}

TEST(Seed, AStoreWithPeopleIsRefused) {
  SeededProvince province{1};
  auto const again = seed::seed(province.store, {1, 1, today, {}, {}});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.failure().code, FailureCode::input_invalid);
}

TEST(Seed, ItIsABelievableGuangdong) {
  SeededProvince const province{500};
  EXPECT_EQ(province.count("SELECT 'cities', count(*) FROM kiosks WHERE region <> '440000'")["cities"], 21);
  auto const regions = province.count("SELECT region, count(*) FROM employers GROUP BY region");
  EXPECT_EQ(regions.size(), rulebook().regions.all().size());
  auto const reviews = province.count("SELECT review, count(*) FROM learning_records GROUP BY review");
  for (auto const* state :
       {"pending_employer", "pending_industry", "pending_hrss", "returned", "rejected", "approved"}) {
    EXPECT_GT(reviews.count(state), 0U) << state;
  }
  auto const years = province.count("SELECT CAST(year AS TEXT), count(*) FROM certificates GROUP BY year");
  EXPECT_EQ(years.size(), 4U);
  auto const outcomes = province.count("SELECT outcome, count(*) FROM print_outcomes GROUP BY outcome");
  EXPECT_GT(outcomes.at("confirmed"), 100);
  EXPECT_GT(outcomes.count("failed"), 0U);
  EXPECT_GT(
      province.count("SELECT 'revoked', count(*) FROM certificates WHERE revoked_ms IS NOT NULL")["revoked"],
      0);
}

TEST(Seed, NumbersOfCertificatesHaveNoGap) {
  SeededProvince const province{300};
  auto const highest = province.count(
      "SELECT substr(number, 1, 8), max(CAST(substr(number, 9) AS BIGINT)) FROM certificates "
      "GROUP BY substr(number, 1, 8)");
  auto const counted = province.count("SELECT substr(number, 1, 8), count(*) FROM certificates GROUP BY 1");
  EXPECT_GT(highest.size(), 100U);
  EXPECT_EQ(highest, counted);
}

TEST(Seed, PeopleHaveRightNumbersAndUnusualNames) {
  int const people = 500;
  SeededProvince const province{people};
  std::set<std::string> numbers;
  bool beyond_bmp = false;
  bool dotted = false;
  bool foreign = false;
  ASSERT_TRUE(province.store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare("SELECT id_number, name FROM professionals");
    while (rows.step().value()) {
      auto const examined = identity::examine_id_number(rows.text(0), china_date(today));
      EXPECT_TRUE(examined.valid && examined.birth->year() < 1901) << rows.text(0);
      EXPECT_TRUE(numbers.insert(rows.text(0)).second);
      foreign |= examined.kind == identity::IdKind::foreign_permanent18;
      auto const name = decode_utf8(rows.text(1)).value();
      dotted |= name.find(U'·') != std::u32string::npos;
      for (char32_t const c : name) beyond_bmp |= c > 0xFFFF;
    }
    return {};
  }));
  EXPECT_EQ(numbers.size(), static_cast<std::size_t>(people) + demo_people().size());
  EXPECT_TRUE(beyond_bmp && dotted && foreign);
}

TEST(Seed, DemoCardsMeetTheirStates) {
  SeededProvince const province{0};
  std::map<std::string, CertificateState> states;
  for (auto const& person : demo_people()) {
    auto const answer = province.store.person_years(SecretText{person.id_number}, {}, today).value();
    ASSERT_TRUE(answer) << person.card;
    ASSERT_EQ(answer->years.at(0).year, 2026);
    states[person.card] = answer->years[0].certificate.state;
    if (person.card == "02-incomplete") {
      EXPECT_EQ(answer->years[0].reasons.size(), 5U) << "short in every subject";
    }
  }
  std::map<std::string, CertificateState> const expected{
      {"01-complete", CertificateState::printable},        {"02-incomplete", CertificateState::incomplete},
      {"03-unprinted", CertificateState::printable},       {"04-printed", CertificateState::printed},
      {"05-under-review", CertificateState::under_review}, {"06-revoked", CertificateState::revoked},
      {"08-expired", CertificateState::printable},         {"09-rare-name", CertificateState::printable},
      {"10-foreigner", CertificateState::printable}};
  EXPECT_EQ(states, expected);
}

TEST(Seed, DemoPersonsAreThoseOfTheCards) {
  std::set<std::string> cards;
  for (auto const& person : demo_people()) {
    auto const card = read_all(CE_SOURCE_DIR "/tests/devices/cards/" + person.card + ".toml");
    EXPECT_NE(card.find("id_number = \"" + person.id_number + "\""), std::string::npos) << person.card;
    EXPECT_NE(card.find("name = \"" + person.name + "\""), std::string::npos) << person.card;
    cards.insert(person.card);
  }
  EXPECT_EQ(cards.size(), 9U);
  EXPECT_EQ(cards.count("07-unknown"), 0U);
}

TEST(Seed, DemoWorksOnTheFirstDayOfAYear) {
  TestStore const place;
  auto store = store::Store::open(place.location(), rulebook(), {"https://example/v/", 1}).value();
  Instant const new_year{1'798'732'800'000 + 3'600'000};  // 2027-01-01 01:00 in China
  ASSERT_EQ(china_date(new_year).iso(), "2027-01-01");
  auto const done = seed::seed(store, {60, 1, new_year, demo_people(), {}});
  ASSERT_TRUE(done) << describe(done.failure());
}

}  // namespace
}  // namespace ce::test

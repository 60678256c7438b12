#include <gmock/gmock.h>

#include "central/issuing/fixture.h"
#include "central/issuing/revoke.h"
#include "central/store/schema.h"

namespace ce::test {
namespace {

constexpr auto kept_months = "SELECT region || ' ' || month || ' ' || issued FROM issued_months ORDER BY 1";
constexpr auto counted_months =
    "SELECT region || ' ' || SUBSTR(issue_day, 1, 7) || ' ' || COUNT(*) FROM certificates "
    "GROUP BY region, SUBSTR(issue_day, 1, 7) ORDER BY 1";

using IssuedMonths = BatchTest;

TEST_F(IssuedMonths, AreWhatCountingTheCertificatesGives) {
  complete_people(300);
  ASSERT_TRUE(issue(1, 2026));
  auto may = order({2, 3});
  may.day = Date::parse_iso("2026-05-31").value();
  ASSERT_TRUE(approve(may));
  ASSERT_TRUE(approve(order()));
  auto const number = value("SELECT number FROM certificates ORDER BY number");
  ASSERT_TRUE(issuing::correct_certificate(store, hrss, number, "姓名有误", today, now));
  EXPECT_THAT(column(kept_months), testing::ElementsAre("440106 2026-05 2", "440106 2026-06 299"));
  EXPECT_EQ(column(kept_months), column(counted_months));
}

struct BeforeMonths : testing::Test {
  TestStore place;
};

TEST_F(BeforeMonths, AnOlderStoresCertificatesAreCountedOnce) {
  {
    std::vector<storage::Migration> steps;
    for (auto const& step : store::schema()) {
      if (step.name == "issued months") break;
      steps.push_back(step);
    }
    ASSERT_LT(steps.size(), store::schema().size());
    auto database = place.open(steps).value();
    auto const filled = database.execute(R"(
INSERT INTO professionals VALUES (1, '440106188503120171', '陈家明', '440106', NULL, 0);
INSERT INTO rule_readings VALUES (1, 'GD2021', '{}');
INSERT INTO yearly_verdicts (id, professional, year, reading, guide_units, public_units, professional_units,
  mandatory_units, elective_units, total_units, achievement_units, record_ids, judged_ms) VALUES (1, 1, 2024, 1, NULL, 1, 1, 1, 1, 1, 0, '[]', 0);
INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, verdict, issued_ms)
VALUES ('44010624000001', 1, 2024, '陈家明', '440106', 'a', '2025-01-06', 'e_seal', 1, 0),
       ('44010623000001', 1, 2023, '陈家明', '440106', 'a', '2025-01-31', 'e_seal', 1, 0),
       ('44010622000001', 1, 2022, '陈家明', '440106', 'a', '2025-02-01', 'e_seal', 1, 0);
)");
    ASSERT_TRUE(filled) << describe(filled.failure());
  }
  auto const store = store::Store::open(place.location(), rulebook()).value();
  std::vector<std::string> months;
  EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(kept_months);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      months.push_back(rows.text(0));
    }
  }));
  EXPECT_THAT(months, testing::ElementsAre("440106 2025-01 2", "440106 2025-02 1"));
}

}  // namespace
}  // namespace ce::test

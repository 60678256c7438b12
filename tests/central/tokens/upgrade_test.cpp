// A store of before tokens: what was void then is told to kiosks, behind all that they were told before.
#include <gmock/gmock.h>

#include "central/store/fixture.h"
#include "central/store/schema.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using testing::ElementsAre;

constexpr std::string_view void_certificates = R"(
INSERT INTO professionals VALUES (1, '440106188503120171', '陈家明', '440106', NULL, 0);
INSERT INTO rule_readings VALUES (1, 'GD2021', '{}');
INSERT INTO yearly_verdicts VALUES (1, 1, 2024, 1, NULL, 1, 1, 1, 1, 1, 0, '[]', 0);
INSERT INTO yearly_verdicts VALUES (2, 1, 2023, 1, NULL, 1, 1, 1, 1, 1, 0, '[]', 0);
INSERT INTO frozen_packs VALUES ('d1', 'a pack');
INSERT INTO frozen_evidence VALUES (1, 'd1', 'the facts');
INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, verdict, issued_ms,
  revoked_ms) VALUES ('44010624000001', 1, 2024, '陈家明', '440106', 'a', '2025-01-06', 'e_seal', 1, 0, 2000),
  ('44010623000001', 1, 2023, '陈家明', '440106', 'a', '2025-01-31', 'e_seal', 1, 0, 1000),
  ('44010622000001', 1, 2022, '陈家明', '440106', 'a', '2025-02-01', 'e_seal', 1, 0, NULL);
)";

struct BeforeTokens : testing::Test {
  TestStore place;

  void fill(std::string_view more) const {
    upgrade_from("tokens", std::string{void_certificates} + std::string{more});
  }
  /// A store of before that step, with these rows.
  void upgrade_from(std::string_view before, std::string const& rows) const {
    std::vector<storage::Migration> steps;
    for (auto const& step : store::schema()) {
      if (step.name == before) break;
      steps.push_back(step);
    }
    ASSERT_LT(steps.size(), store::schema().size());
    auto database = place.open(steps).value();
    auto const filled = database.execute(rows);
    ASSERT_TRUE(filled) << describe(filled.failure());
  }
  /// What the upgraded store would tell every kiosk, and its counter.
  [[nodiscard]] std::vector<std::string> told() const {
    auto const store = store::Store::open(place.location(), rulebook()).value();
    std::vector<std::string> lines;
    EXPECT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
      auto rows = database.prepare(
          "SELECT kind || ' ' || id || ' ' || seq, seq FROM changes WHERE scope = '000000' "
          "UNION ALL SELECT 'counter ' || last_seq, 1000 FROM change_counters WHERE scope = '000000' ORDER "
          "BY 2");
      for (;;) {
        CE_TRY(bool const more, rows.step());
        if (!more) return {};
        lines.push_back(rows.text(0));
      }
    }));
    return lines;
  }
};

TEST_F(BeforeTokens, VoidCertificatesComeAfterWhatWasTold) {
  fill(
      "INSERT INTO changes VALUES ('000000', 'pack', 'GD2021', 7); INSERT INTO change_counters VALUES "
      "('000000', 7);");
  EXPECT_THAT(told(), ElementsAre("pack GD2021 7", "revocation 44010623000001 8",
                                  "revocation 44010624000001 9", "counter 9"));
}

TEST_F(BeforeTokens, WhatAVerdictRestsOnMovesIntoItsRow) {
  fill("");
  auto const store = store::Store::open(place.location(), rulebook()).value();
  auto const row_of = [&](std::string const& verdict) {
    return first_value(
        store,
        "SELECT COALESCE(frozen_pack, '-') || ' ' || COALESCE(record_facts, '-') FROM yearly_verdicts "
        "WHERE id = " +
            verdict);
  };
  EXPECT_EQ(row_of("1"), "d1 the facts");
  EXPECT_EQ(row_of("2"), "- -") << "of before evidence was kept";
}

TEST_F(BeforeTokens, AStoreThatToldNothingYetBeginsWithThem) {
  fill("");
  EXPECT_THAT(told(), ElementsAre("revocation 44010623000001 1", "revocation 44010624000001 2", "counter 2"));
}

TEST_F(BeforeTokens, SealsOfBeforeKiosksWereToldOfThemComeBehind) {
  upgrade_from("seals",
               "INSERT INTO seal_images VALUES ('aa', 3, 'PNG', 0); INSERT INTO issuing_authorities VALUES "
               "('440106', 'a', 'e_seal', 'aa', 'x', 0), ('440103', 'b', NULL, NULL, 'x', 0), "
               "('440104', 'c', NULL, 'aa', 'x', 0); INSERT INTO changes VALUES ('000000', 'pack', 'GD2021', "
               "7); UPDATE change_counters SET last_seq = 7;");
  EXPECT_THAT(told(), ElementsAre("pack GD2021 7", "seal 440104 8", "seal 440106 9", "counter 9"));
}

TEST_F(BeforeTokens, AStoreWithoutSealsTellsOfNone) {
  upgrade_from("seals", "UPDATE change_counters SET last_seq = 7;");
  EXPECT_THAT(told(), ElementsAre("counter 7"));
}

}  // namespace
}  // namespace ce::test

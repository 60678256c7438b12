#include "central/store/server_schema.h"

#include "central/store/fixture.h"
#include "central/store/schema.h"

namespace ce::test {
namespace {

using ServerSchema = StoreTest;

std::string all_of(std::string_view version) {
  std::string text;
  for (auto const& step : store::server_schema(version)) text += step.sql;
  return text;
}

TEST(ServerSchemaTexts, StorageParametersAreForPostgresqlAlone) {
  std::string_view const parameter{"autovacuum_"};
  EXPECT_NE(all_of("PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64-pc-linux-gnu").find(parameter),
            std::string::npos);
  for (auto const* const other : {"CockroachDB CCL v25.2.1 (x86_64-pc-linux-gnu)",
                                  "PostgreSQL 15.12-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu"}) {
    auto const text = all_of(other);
    EXPECT_EQ(text.find(parameter), std::string::npos) << other;
    EXPECT_NE(text.find("CREATE TABLE learning_records"), std::string::npos) << other;
    ASSERT_EQ(store::server_schema(other).size(), store::schema().size());
    EXPECT_EQ(store::server_schema(other).back().name, store::schema().back().name);
  }
}

TEST_F(ServerSchema, TablesThatGrowAreCleanedByHundredths) {
  if (!on_postgresql()) GTEST_SKIP() << "a file cleans itself";
  for (auto const* const table : {"learning_records", "yearly_standings", "changes", "audit_entries"}) {
    std::string options;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare(
          "SELECT COALESCE(array_to_string(reloptions, ' '), '') FROM pg_class WHERE oid = to_regclass($1)");
      CE_CHECK(row.bind(1, table).step());
      options = row.text(0);
      return {};
    });
    ASSERT_TRUE(done) << describe(done.failure());
    EXPECT_NE(options.find("autovacuum_vacuum_insert_scale_factor=0.02"), std::string::npos) << table;
  }
}

}  // namespace
}  // namespace ce::test

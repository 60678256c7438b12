// What personal data is held: `ce-admin held`.
#include "central/holdings/holdings.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>

#include "ce_admin.h"
#include "central/rulebook/rulebook.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using testing::HasSubstr;

TEST_F(CeAdmin, TellsWhatPersonalDataIsHeldAndWhatShouldBeGone) {
  ASSERT_EQ(run("init").code, 0);
  ASSERT_EQ(run("seed --people 5 --seed 1").code, 0);
  auto const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
  auto store = store::Store::open(db, rules).value();
  ASSERT_TRUE(store.write([](storage::Database& database) {
    return database.execute(
        "INSERT INTO query_tries (id_hash, tries, since_ms) VALUES ('a', 1, 1000);"
        "INSERT INTO query_tries (id_hash, tries, since_ms) VALUES ('b', 1, 1790000000000);"
        "INSERT INTO proof_documents (hash, kind, bytes, stored_ms) VALUES ('c', 'pdf', 700, 1000);"
        "INSERT INTO proof_documents (hash, kind, bytes, stored_ms) VALUES ('d', 'pdf', 77, 1000)");
  }));
  std::filesystem::create_directories(directory / "files" / "imports");
  test::write_all(directory / "files" / "imports" / "report", std::string(1234, 'x'));
  auto const all = holdings::held(store, directory / "files", {}, Instant{1'790'000'001'000}).value();
  std::map<std::string_view, holdings::Holding> by_name;
  for (auto const& one : all) by_name[one.what.english] = one;
  EXPECT_EQ(by_name["people"].count, 5);
  EXPECT_EQ(std::to_string(by_name["learning records"].count),
            first_value(store, "SELECT COUNT(*) FROM learning_records"));
  EXPECT_GT(by_name["audit entries"].count, 0);
  EXPECT_EQ(by_name["audit entries"].past, 0) << "kept without end";
  EXPECT_EQ(by_name["tries at a password"].count, 2);
  EXPECT_EQ(by_name["tries at a password"].past, 1) << "a day is over";
  EXPECT_EQ(by_name["tries at a password"].oldest, Instant{1000});
  EXPECT_EQ(by_name["proofs of records"].bytes, 777);
  EXPECT_EQ(by_name["registration files and reports"].bytes, 1234);

  auto const told = run("held --csv --files-dir " + (directory / "files").string());
  EXPECT_EQ(told.code, 0) << told.out;
  EXPECT_THAT(told.out, HasSubstr("people,5,,"));
  EXPECT_THAT(told.out, HasSubstr("proofs of records,2,777,1970-01-01,with their records,0"));
}

}  // namespace
}  // namespace ce::test

#include "central/store/shared_reads.h"

#include <stdexcept>
#include <thread>

#include "central/store/fixture.h"

namespace ce::test {
namespace {

struct SharedReading : StoreTest {
  int begun = 0;
  store::SharedReads reads{[this] { ++begun; }};

  /// As a look-up: one small question.
  [[nodiscard]] std::string hall() const {
    std::string hall;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare("SELECT hall FROM kiosks WHERE id = 'K1'");
      CE_CHECK(row.step());
      hall = row.text(0);
      return {};
    });
    EXPECT_TRUE(done);
    return hall;
  }

  /// As another program on the same file, ce-admin say.
  void rename_elsewhere(std::string const& hall) const {
    auto other = store::Store::open(place.location(), rulebook()).value();
    ASSERT_TRUE(other.write([&](storage::Database& database) {
      return database.prepare("UPDATE kiosks SET hall = $1").bind(1, hall).run();
    }));
  }
};

TEST_F(SharedReading, ShowsEachCommitToTheNextQuestion) {
  for (int i = 0; i < 5; ++i) {
    auto const name = "大厅" + std::to_string(i);
    if (i % 2 == 0) {
      write("UPDATE kiosks SET hall = '" + name + "'");
    } else {
      rename_elsewhere(name);
    }
    EXPECT_EQ(hall(), name);
    EXPECT_EQ(hall(), name);
  }
}

TEST_F(SharedReading, KeepsOneTransactionWhileNobodyCommits) {
  if (on_postgresql()) GTEST_SKIP() << "a file's readers only";
  for (int i = 0; i < 10; ++i) EXPECT_EQ(hall(), "天河大厅");
  EXPECT_EQ(begun, 1);
  reads.end();
  EXPECT_EQ(hall(), "天河大厅");
  EXPECT_EQ(begun, 2);
  write("UPDATE kiosks SET hall = '新大厅'");
  EXPECT_EQ(hall(), "新大厅");
  EXPECT_EQ(begun, 3);
}

TEST_F(SharedReading, AReadWithinAReadSeesTheSameState) {
  if (on_postgresql()) GTEST_SKIP() << "a file's readers only";
  ASSERT_TRUE(store.read([&](storage::Database&) -> Result<void> {
    auto const before = hall();
    write("UPDATE kiosks SET hall = '新大厅'");
    EXPECT_EQ(hall(), before);
    return {};
  }));
  EXPECT_EQ(hall(), "新大厅");
}

TEST_F(SharedReading, IsOverAfterAFailureAndAnException) {
  auto const failing = [](storage::Database& database) { return database.execute("SELECT 1 FROM nowhere"); };
  EXPECT_FALSE(store.read(failing));
  EXPECT_EQ(hall(), "天河大厅");
  auto const throwing = [](storage::Database&) -> Result<void> { throw std::runtime_error{"as planned"}; };
  EXPECT_THROW((void)store.read(throwing), std::runtime_error);
  EXPECT_EQ(hall(), "天河大厅");
}

TEST_F(SharedReading, BelongsToItsThread) {
  if (on_postgresql()) GTEST_SKIP() << "a file's readers only";
  std::thread{[this] { EXPECT_EQ(hall(), "天河大厅"); }}.join();
  EXPECT_EQ(begun, 0);
}

}  // namespace
}  // namespace ce::test

#include <gtest/gtest.h>

#include "shared/storage/steps.h"
#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

struct StorageDamage : testing::Test {
  TempDirectory directory;
  std::filesystem::path file = directory / "a.db";

  /// A sound file of many pages.
  std::string sound() const {
    {
      auto database = open_one_step(file).value();
      auto transaction = database.begin();
      for (std::int64_t i = 0; i < 2000; ++i) EXPECT_TRUE(add(database, i, "visitor " + std::to_string(i)));
      EXPECT_TRUE(transaction->commit());
    }
    return read_all(file);
  }

  void expect_refused_untouched(std::string const& bytes) const {
    write_all(file, bytes);
    auto const opened = open_one_step(file);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.failure().code, FailureCode::storage_corrupt) << describe(opened.failure());
    EXPECT_NE(opened.failure().detail.find(file.string()), std::string::npos) << opened.failure().detail;
    EXPECT_EQ(read_all(file), bytes);
  }
};

TEST_F(StorageDamage, EmptyFile) {
  expect_refused_untouched("");
}

TEST_F(StorageDamage, NoDatabaseAtAll) {
  expect_refused_untouched("[kiosk]\nid = 7\n");
  expect_refused_untouched(std::string(8192, 'x'));
}

TEST_F(StorageDamage, CutOffAnywhere) {
  auto const whole = sound();
  ASSERT_GT(whole.size(), 40'000U);
  for (auto const size : {std::size_t{1}, std::size_t{50}, std::size_t{512}, std::size_t{4096},
                          std::size_t{4097}, whole.size() / 2, whole.size() - 4096, whole.size() - 1}) {
    SCOPED_TRACE(size);
    expect_refused_untouched(whole.substr(0, size));
  }
}

TEST_F(StorageDamage, OverwrittenPages) {
  auto const whole = sound();
  for (std::size_t const page : {1U, 2U, 5U}) {
    SCOPED_TRACE(page);
    auto damaged = whole;
    damaged.replace(page * 4096, 4096, 4096, '\xA5');
    expect_refused_untouched(damaged);
  }
}

TEST_F(StorageDamage, SetAsideKeepsEverythingUnderAnotherName) {
  write_all(file, "rubbish");
  write_all(file.string() + "-wal", "log");
  auto const first = storage::set_aside(file);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->string().rfind(file.string() + ".damaged-", 0), 0U);
  EXPECT_EQ(read_all(*first), "rubbish");
  EXPECT_EQ(read_all(first->string() + "-wal"), "log");
  EXPECT_FALSE(std::filesystem::exists(file));

  write_all(file, "rubbish again");
  auto const second = storage::set_aside(file);
  ASSERT_TRUE(second);
  EXPECT_NE(*first, *second);
  EXPECT_EQ(read_all(*first), "rubbish");
  EXPECT_EQ(read_all(*second), "rubbish again");
  EXPECT_TRUE(open_one_step(file));
}

TEST_F(StorageDamage, SettingAsideNothingFails) {
  EXPECT_FALSE(storage::set_aside(file));
}

}  // namespace
}  // namespace ce::test

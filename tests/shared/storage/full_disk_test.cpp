#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "shared/storage/steps.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

/// Lets files of this process grow to `bytes` only, as a full disk does, while it lives.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : before_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &limit_);
    rlimit const small{bytes, limit_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  SmallDisk(SmallDisk const&) = delete;
  SmallDisk& operator=(SmallDisk const&) = delete;
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  rlimit limit_{};
  void (*before_)(int);
};

TEST(StorageFullDisk, IsReportedAndWhatWasCommittedStays) {
  TempDirectory const directory;
  auto database = open_one_step(directory / "a.db").value();
  ASSERT_TRUE(add(database, 1, "kept"));
  Failure failure;
  {
    SmallDisk const disk{64UL << 10U};
    for (std::int64_t id = 2; id < 1000; ++id) {
      if (auto added = add(database, id, std::string(5000, 'x') + std::to_string(id)); !added) {
        failure = added.failure();
        break;
      }
    }
  }
  EXPECT_EQ(failure.code, FailureCode::storage_full) << describe(failure);
  EXPECT_TRUE(add(database, 2000, "room again"));
  EXPECT_TRUE(database.check_integrity());
}

TEST(StorageFullDisk, LeavesNoHalfMadeDatabase) {
  TempDirectory const directory;
  {
    SmallDisk const disk{100};
    auto const failed = open_one_step(directory / "a.db");
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.failure().code, FailureCode::storage_full) << describe(failed.failure());
  }
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
  EXPECT_TRUE(open_one_step(directory / "a.db"));
}

TEST(StorageFullDisk, ALockedDatabaseIsBusyNotBroken) {
  TempDirectory const directory;
  auto one = open_one_step(directory / "a.db").value();
  auto other = open_one_step(directory / "a.db").value();
  ASSERT_TRUE(other.execute("PRAGMA busy_timeout = 50"));
  auto held = one.begin();
  ASSERT_TRUE(held);
  auto const refused = other.begin();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.failure().code, FailureCode::storage_busy);
}

}  // namespace
}  // namespace ce::test

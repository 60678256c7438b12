#include "shared/base/owner.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shared/base/durable_file.h"
#include "support/temp_directory.h"

namespace ce::test {
namespace {

constexpr uid_t a_service = 65534;

/// What root makes by sudo in the directory of a service.
struct Owner : testing::Test {
  void SetUp() override {
    if (::geteuid() != 0) GTEST_SKIP() << "only root makes what is another's";
    ASSERT_EQ(::chown(directory.path().c_str(), a_service, a_service), 0);
  }
  static uid_t of(std::filesystem::path const& path) {
    struct stat about {};
    EXPECT_EQ(::stat(path.c_str(), &about), 0) << path;
    return about.st_uid;
  }
  TempDirectory directory;
};

TEST_F(Owner, WhatRootWritesIsTheServices) {
  ASSERT_TRUE(write_durably(directory / "a", "1"));
  EXPECT_EQ(of(directory / "a"), a_service);
  ASSERT_TRUE(write_durably(directory / "identity/below/b", "1", MissingDirectory::make));
  for (auto const* const path : {"identity", "identity/below", "identity/below/b"})
    EXPECT_EQ(of(directory / path), a_service) << path;
  struct stat about {};
  ASSERT_EQ(::stat((directory / "a").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
}

TEST_F(Owner, DirectoriesAreMadeOnceAndWhatIsRootsStaysRoots) {
  EXPECT_TRUE(make_directories(directory / "x/y").value());
  EXPECT_FALSE(make_directories(directory / "x/y").value());
  EXPECT_EQ(of(directory / "x/y"), a_service);
  ASSERT_EQ(::chown((directory / "x").c_str(), 0, 0), 0);
  ASSERT_TRUE(write_durably(directory / "x/z", "1"));
  EXPECT_EQ(of(directory / "x/z"), 0U);
  auto const refused = make_directories(directory / "x/z/below");
  ASSERT_FALSE(refused) << "a file in the way";
  EXPECT_THAT(refused.failure().detail, testing::HasSubstr("x/z"));
}

}  // namespace
}  // namespace ce::test

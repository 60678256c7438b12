#include <sys/stat.h>

#include "fixture.h"
#include "support/files.h"

namespace ce::test {
namespace {

using grants::Retirement;

struct Keys : GrantsTest {};

TEST_F(Keys, TheNewestKeySigns) {
  auto const old = ask("K1").value();
  later(1);
  auto const newer = grants::make_key(store, ring, now).value();
  EXPECT_EQ(old.key_id, key);
  later(10);
  EXPECT_EQ(ask("K1").value().key_id, newer);
}

TEST_F(Keys, ARetiredKeySignsNoMoreAndProvesWhatItSigned) {
  auto const grant = ask("K1").value();
  later(1);
  ASSERT_TRUE(grants::retire_key(store, key, Retirement::ordinary, now));
  EXPECT_TRUE(verified(grant, "K1"));
  EXPECT_FALSE(grants::retire_key(store, key, Retirement::ordinary, now));
  later(20);
  EXPECT_EQ(refused("K1"), FailureCode::grant_key_missing);
}

TEST_F(Keys, AWithdrawnKeyProvesNothing) {
  auto const grant = ask("K1").value();
  ASSERT_TRUE(grants::retire_key(store, key, Retirement::compromised, now));
  EXPECT_EQ(verified(grant, "K1").failure().code, FailureCode::grant_invalid);
}

TEST_F(Keys, TheFileIsItsOwnersAloneAndItsContentNowhereElse) {
  auto const file = ring.file_of(key);
  struct stat about {};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 07777U, 0600U);
  auto const pem = read_all(file);
  auto const secret = pem.substr(pem.find('\n') + 1, 40);
  if (on_postgresql()) return;  // a server's files are not ours to read
  auto const kept = read_all(place.location()) + read_all(place.location() + "-wal");
  EXPECT_NE(kept.find(key), std::string::npos) << "looks where the store is";
  EXPECT_EQ(kept.find(secret), std::string::npos);
}

TEST_F(Keys, AFileThatOthersCanReadIsNotUsed) {
  ASSERT_EQ(::chmod(ring.file_of(key).c_str(), 0640), 0);
  signing::KeyRing const fresh{directory / "grant-keys"};
  EXPECT_EQ(fresh.key(key).failure().code, FailureCode::grant_key_missing);
}

TEST_F(Keys, AMissingOrForeignFileIsNamed) {
  write_all(ring.file_of("other"), "-----BEGIN NOTHING-----\n");
  ::chmod(ring.file_of("other").c_str(), 0600);
  for (auto const* id : {"other", "absent"}) {
    auto const read = ring.key(id);
    ASSERT_FALSE(read);
    EXPECT_NE(read.failure().detail.find(id), std::string::npos);
  }
}

}  // namespace
}  // namespace ce::test

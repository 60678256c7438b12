#include "kiosk/cache/password.h"

#include "cache_room.h"

namespace ce::cache {
namespace {

using test::by_card;
using test::by_password;
using test::CacheRoom;
using test::person;

TEST(CachePassword, OnlyThePasswordThatCentralAcceptedOpensTheRecord) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_password("春天2026"), person()).ok());
  EXPECT_TRUE(cache.find(by_password("春天2026")).ok());
  EXPECT_EQ(cache.find(by_password("春天2027")).failure().code, FailureCode::credential_refused);
  EXPECT_TRUE(cache.find(by_card()).ok()) << "the card itself is proof enough";
}

TEST(CachePassword, WhoCameByCardAloneCannotUseAPasswordOffline) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  EXPECT_EQ(cache.find(by_password("")).failure().code, FailureCode::not_cached);
}

TEST(CachePassword, ALaterVisitByCardKeepsThePassword) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_password("first"), person()).ok());
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  EXPECT_TRUE(cache.find(by_password("first")).ok());
  ASSERT_TRUE(cache.remember(by_password("second"), person()).ok());
  EXPECT_FALSE(cache.find(by_password("first")).ok());
}

TEST(CachePassword, GuessingIsLockedUntilCentralAnswersAgain) {
  CacheRoom const room;
  auto cache = room.open();
  ASSERT_TRUE(cache.remember(by_password("right"), person()).ok());
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(cache.find(by_password("wrong")).failure().code, FailureCode::credential_refused);
  }
  EXPECT_EQ(cache.find(by_password("right")).failure().code, FailureCode::credential_locked);
  EXPECT_EQ(room.open().find(by_password("right")).failure().code, FailureCode::credential_locked);
  ASSERT_TRUE(cache.remember(by_password("right"), person()).ok());
  EXPECT_TRUE(cache.find(by_password("right")).ok());
}

TEST(CachePassword, HashesAreSaltedAndCutOnesFitNothing) {
  SecretText const password{"same"};
  auto const hash = hash_password(password);
  EXPECT_NE(hash, hash_password(password));
  EXPECT_TRUE(password_fits(password, hash));
  EXPECT_FALSE(password_fits(password, hash.substr(1)));
  EXPECT_FALSE(password_fits(password, ""));
}

}  // namespace
}  // namespace ce::cache

#include <atomic>
#include <thread>

#include "central/store/fixture.h"

namespace ce::test {
namespace {

struct QueryPasswords : StoreTest {
  SecretText right{"19850312"};
  SecretText wrong{"00000000"};

  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_TRUE(store.set_query_password(id_number, right));
  }
  std::string try_with(SecretText const& password, std::int64_t minutes) {
    auto const done = store.verify_query_password(id_number, password, Instant{now.ms + minutes * 60'000});
    return done ? "ok" : std::string{name_of(done.failure().code)};
  }
};

TEST_F(QueryPasswords, OnlyTheRightOneOpens) {
  EXPECT_EQ(try_with(wrong, 0), "credential_refused");
  EXPECT_EQ(try_with(right, 0), "ok");
}

TEST_F(QueryPasswords, NoPasswordAndNobodyAreRefusedAlike) {
  add_person(2, "440304189207250249", "林晓慧");
  for (auto const* number : {"440304189207250249", "441823189406030625"}) {
    auto const refused = store.verify_query_password(SecretText{number}, right, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().code, FailureCode::credential_refused);
  }
}

TEST_F(QueryPasswords, FiveWrongTriesLockForFifteenMinutes) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(try_with(wrong, i), "credential_refused");
  EXPECT_EQ(try_with(right, 5), "credential_locked");
  EXPECT_EQ(try_with(right, 18), "credential_locked");
  EXPECT_EQ(try_with(right, 20), "ok");
}

TEST_F(QueryPasswords, ARightOneForgetsTheWrongOnes) {
  for (int i = 0; i < 4; ++i) EXPECT_EQ(try_with(wrong, 0), "credential_refused");
  EXPECT_EQ(try_with(right, 0), "ok");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(try_with(wrong, 1), "credential_refused");
  EXPECT_EQ(try_with(right, 1), "ok");
}

TEST_F(QueryPasswords, SlowGuessingIsNotLocked) {
  for (int i = 0; i < 8; ++i) EXPECT_EQ(try_with(wrong, i * 6), "credential_refused") << i;
}

TEST_F(QueryPasswords, ManyAtOnceGetNoMoreThanFiveTries) {
  std::atomic<int> refused = 0;
  std::atomic<int> locked = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 4; ++i) {
        auto const done = store.verify_query_password(id_number, wrong, now);
        ++(done.failure().code == FailureCode::credential_locked ? locked : refused);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(refused, 5);
  EXPECT_EQ(locked, 11);
}

TEST_F(QueryPasswords, TheStoreHoldsAnArgon2idHashAndNoIdNumberOfTries) {
  EXPECT_EQ(try_with(wrong, 0), "credential_refused");
  ASSERT_TRUE(store.read([&](storage::Database& database) -> Result<void> {
    auto hash = database.prepare("SELECT hash FROM query_passwords");
    CE_CHECK(hash.step());
    EXPECT_TRUE(hash.text(0).starts_with("$argon2id$v=19$")) << hash.text(0);
    auto tries = database.prepare("SELECT id_hash FROM query_tries");
    CE_CHECK(tries.step());
    EXPECT_EQ(tries.text(0).size(), 64U);
    return {};
  }));
}

TEST_F(QueryPasswords, BadOnesAreNotTaken) {
  EXPECT_FALSE(store.set_query_password(id_number, SecretText{"1234567"}));
  EXPECT_FALSE(store.set_query_password(id_number, SecretText{std::string(65, '1')}));
  EXPECT_EQ(store.set_query_password(SecretText{"441823189406030625"}, right).failure().code,
            FailureCode::person_unknown);
}

}  // namespace
}  // namespace ce::test

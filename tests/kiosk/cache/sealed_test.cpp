#include <sys/stat.h>

#include <set>

#include "cache_room.h"
#include "kiosk/cache/sealer.h"

namespace ce::cache {
namespace {

using test::by_card;
using test::by_password;
using test::CacheRoom;
using test::person;
using test::read_all;
using test::write_all;

/// Everything in the directory but the key, as one text.
std::string all_bytes(CacheRoom const& room) {
  std::string bytes;
  for (auto const& entry : std::filesystem::directory_iterator{room.directory.path()}) {
    if (entry.path() != room.key_file) bytes += read_all(entry.path());
  }
  return bytes;
}

TEST(CacheSealed, NoNameAndNoNumberIsInAnyFileWhileOpenOrClosed) {
  CacheRoom const room;
  auto expect_clean = [&](std::string_view when) {
    auto const bytes = all_bytes(room);
    EXPECT_GT(bytes.size(), 400'000U) << when;
    for (auto const* known : {"示例甲", "某某设计院", "数字经济", "44010625000001", "440106", "id_number",
                              "11010518991231", "secret-password", "person_years"}) {
      EXPECT_EQ(bytes.find(known), std::string::npos) << known << ' ' << when;
    }
  };
  {
    auto cache = room.open();
    for (int i = 1000; i < 1500; ++i) {
      auto const id = "11010518991231" + std::to_string(i);
      ASSERT_TRUE(cache.remember(by_card(id), person(id)).ok());
    }
    ASSERT_TRUE(cache.remember(by_password("secret-password"), person()).ok());
    ASSERT_TRUE(cache.note_print("44010625000001").ok());
    expect_clean("with its WAL");
  }
  expect_clean("closed");
}

TEST(CacheSealed, TheKeyFileIsMadeOnceForItsOwnerAlone) {
  CacheRoom const room;
  (void)room.open();
  struct stat about {};
  ASSERT_EQ(::stat(room.key_file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  auto const key = read_all(room.key_file);
  EXPECT_EQ(key.size(), 32U);
  (void)room.open();
  EXPECT_EQ(read_all(room.key_file), key);
}

TEST(CacheSealed, AKeyFileThatOthersMayReadOrOfAnotherLengthIsRefused) {
  CacheRoom const room;
  (void)room.open();
  ASSERT_EQ(::chmod(room.key_file.c_str(), 0640), 0);
  auto const open_to_others = room.try_open();
  EXPECT_EQ(open_to_others.failure().code, FailureCode::storage_unopenable);
  EXPECT_NE(open_to_others.failure().detail.find("0600"), std::string::npos);
  ASSERT_EQ(::chmod(room.key_file.c_str(), 0600), 0);
  write_all(room.key_file, "short");
  EXPECT_EQ(room.try_open().failure().code, FailureCode::storage_unopenable);
}

TEST(CacheSealed, AnotherKeyEmptiesTheFile) {
  CacheRoom const room;
  ASSERT_TRUE(room.open().remember(by_card(), person()).ok());
  std::filesystem::remove(room.key_file);
  auto cache = room.open();
  EXPECT_EQ(cache.count().value(), 0);
  ASSERT_TRUE(cache.remember(by_card(), person()).ok());
  EXPECT_TRUE(cache.find(by_card()).ok());
}

TEST(CacheSealed, NoNonceOfATransactionComesTwice) {
  CacheRoom const room;
  auto const sealer = Sealer::from_key_file(room.key_file).value();
  Nonces nonces;
  std::set<std::string> begun;
  for (int i = 0; i < 1000; ++i) begun.insert(sealer.seal("text", "here", nonces).substr(0, 12));
  EXPECT_EQ(begun.size(), 1000U);
}

TEST(CacheSealed, ASealOpensOnlyWholeAndInItsPlace) {
  CacheRoom const room;
  auto const sealer = Sealer::from_key_file(room.key_file).value();
  auto const sealed = sealer.seal("text", "here");
  EXPECT_EQ(sealer.open(sealed, "here").value().reveal(), "text");
  EXPECT_FALSE(sealer.open(sealed, "there").has_value());
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(sealer.open(changed, "here").has_value()) << i;
  }
  EXPECT_FALSE(sealer.open("", "here").has_value());
  EXPECT_NE(sealer.seal("text", "here"), sealed) << "each seal has its own nonce";
  EXPECT_EQ(sealer.open(sealer.seal("", "x"), "x").value().reveal(), "");
  EXPECT_NE(sealer.look_up_key("a", "bc"), sealer.look_up_key("ab", "c"));
}

}  // namespace
}  // namespace ce::cache

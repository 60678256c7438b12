#include "shared/base/secret.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <ostream>
#include <vector>

namespace ce {
namespace {

// Hands out one block and keeps it readable after it was given back.
struct Arena {
  std::array<char, 4096> bytes{};
  std::size_t used = 0;
};

Arena& arena() {
  static Arena only;
  return only;
}

template <class T>
struct ArenaAllocator {
  using value_type = T;
  ArenaAllocator() = default;
  template <class U>
  explicit ArenaAllocator(ArenaAllocator<U> const&) {}
  T* allocate(std::size_t count) {
    if (arena().used + count * sizeof(T) > arena().bytes.size()) throw std::bad_alloc{};
    void* const at = arena().bytes.data() + arena().used;
    arena().used += count * sizeof(T);
    return static_cast<T*>(at);
  }
  void deallocate(T*, std::size_t) {}
  template <class U>
  bool operator==(ArenaAllocator<U> const&) const {
    return true;
  }
};

using ArenaString = std::basic_string<char, std::char_traits<char>, ArenaAllocator<char>>;

bool arena_holds(std::string_view text) {
  auto const& bytes = arena().bytes;
  return std::search(bytes.begin(), bytes.end(), text.begin(), text.end()) != bytes.end();
}

class SecretTest : public ::testing::Test {
 protected:
  SecretTest() { arena() = {}; }
};

constexpr std::string_view number = "440524188001010014-and-so-on-past-the-short-string";

TEST_F(SecretTest, WipesItsMemoryAtTheEnd) {
  {
    Secret<ArenaString> const secret{ArenaString{number}};
    ASSERT_TRUE(arena_holds(number));
    EXPECT_EQ(std::string_view{secret.reveal()}, number);
  }
  EXPECT_FALSE(arena_holds(number));
}

TEST_F(SecretTest, WipesWhatItIsAssignedOver) {
  Secret<ArenaString> secret{ArenaString{number}};
  secret = Secret<ArenaString>{ArenaString{"short"}};
  EXPECT_FALSE(arena_holds(number));
  Secret<ArenaString> other{ArenaString{number}};
  Secret<ArenaString> const empty;
  other = empty;
  EXPECT_FALSE(arena_holds(number));
}

TEST_F(SecretTest, LeavesNothingWhereItWasMovedFrom) {
  SecretText from{"明"};
  SecretText const to{std::move(from)};
  EXPECT_EQ(to.reveal(), "明");
  EXPECT_TRUE(from.reveal().empty());  // NOLINT(bugprone-use-after-move): that is what is tested
}

TEST_F(SecretTest, WipesShortStringsInPlace) {
  alignas(SecretText) std::array<std::byte, sizeof(SecretText)> memory{};
  auto* const secret = new (memory.data()) SecretText{"1234567"};
  secret->~Secret();
  std::string_view const left{reinterpret_cast<char const*>(memory.data()), memory.size()};
  EXPECT_EQ(left.find("234567"), std::string_view::npos);
}

TEST_F(SecretTest, SurvivesAssigningItself) {
  SecretText secret{"明"};
  SecretText& same = secret;
  secret = same;
  EXPECT_EQ(secret.reveal(), "明");
}

template <class T>
concept Printable = requires(std::ostream& out, T const& value) {
  out << value;
};

TEST_F(SecretTest, CannotBePrinted) {
  static_assert(Printable<std::string>);
  static_assert(!Printable<SecretText>);
}

}  // namespace
}  // namespace ce

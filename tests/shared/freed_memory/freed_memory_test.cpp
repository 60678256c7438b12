// Without sanitizers also in preset dev: this is about glibc's heap as halls have it.
#include "shared/freed_memory/freed_memory.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace ce {
namespace {

constexpr std::string_view number = "440106198503120198";

/// What lies at that address, as another program with the right to it sees it.
std::string bytes_at(std::uintptr_t address, std::size_t size) {
  std::ifstream memory{"/proc/self/mem", std::ios::binary};
  std::string bytes(size, '?');
  memory.seekg(static_cast<std::streamoff>(address));
  memory.read(bytes.data(), static_cast<std::streamsize>(size));
  return bytes;
}

bool holds_number(std::uintptr_t address, std::size_t size) {
  return bytes_at(address, size).find(number) != std::string::npos;
}

/// A block with the number at its end.
char* written(std::size_t size) {
  auto* const block = static_cast<char*>(std::malloc(size));
  std::memcpy(block + size - number.size(), number.data(), number.size());
  return block;
}

std::uintptr_t place(void const* block) {
  std::uintptr_t address = 0;
  std::memcpy(&address, static_cast<void const*>(&block), sizeof address);
  return address;
}

TEST(FreedMemory, IsWipedWhateverItsSize) {
  ASSERT_TRUE(wipe_freed_memory());
  for (std::size_t const size : {24U, 100U, 1000U, 5000U, 60'000U}) {
    auto* const block = written(size);
    auto* const fence = written(size);  // so that the heap does not end where it was
    auto const address = place(block);
    ASSERT_TRUE(holds_number(address, size));
    std::free(block);
    EXPECT_FALSE(holds_number(address, size)) << size;
    std::free(fence);
  }
}

TEST(FreedMemory, IsWipedWhereAStringWas) {
  auto text = std::make_unique<std::string>(std::string{"我的号码是"}.append(number));
  auto const address = place(text->data());
  auto const size = text->size();
  ASSERT_TRUE(holds_number(address, size));
  text.reset();
  EXPECT_FALSE(holds_number(address, size));
}

TEST(FreedMemory, IsWipedWhereABlockGrewAwayFromOrShrank) {
  auto* const block = written(400);
  auto const address = place(block);
  auto* const grown = static_cast<char*>(std::realloc(block, 90'000));
  EXPECT_FALSE(holds_number(address, 400));
  EXPECT_TRUE(holds_number(place(grown), 400)) << "and what it held is there";
  auto* const shrunk = static_cast<char*>(std::realloc(grown, 32));
  EXPECT_FALSE(holds_number(place(grown), 400));
  std::free(shrunk);
  EXPECT_EQ(std::realloc(std::malloc(8), 0), nullptr);
  std::free(std::realloc(nullptr, 8));
}

}  // namespace
}  // namespace ce

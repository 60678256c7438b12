#include "shared/openssl/vault.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <functional>

#include "shared/openssl/owned.h"

namespace ce::openssl {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool locks = false;  // sanitizers make mlock() do nothing
#else
constexpr bool locks = true;
#endif

/// The private number of a key as it lies in memory (OpenSSL's limbs, the lowest byte first), each byte
/// turned over so that this copy is not found.
std::string turned(EVP_PKEY& key) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(&key, OSSL_PKEY_PARAM_PRIV_KEY, &number);
  std::string bytes(32, '\0');
  BN_bn2lebinpad(number, reinterpret_cast<unsigned char*>(bytes.data()), 32);
  BN_clear_free(number);
  for (char& byte : bytes) byte = static_cast<char>(~static_cast<unsigned char>(byte));
  return bytes;
}

/// How often that number is in memory which this process can write.
int in_memory(std::string const& turned) {
  int found = 0;
  std::ifstream maps{"/proc/self/maps"};
  int const memory = ::open("/proc/self/mem", O_RDONLY);
  for (std::string line; std::getline(maps, line);) {
    std::size_t end_of_first = 0;
    auto const begin = std::stoull(line, &end_of_first, 16);
    auto const end = std::stoull(line.substr(end_of_first + 1), nullptr, 16);
    if (line.find(" rw") == std::string::npos || end - begin > (1ULL << 32U)) continue;
    std::string piece(end - begin, '\0');
    auto const size = ::pread(memory, piece.data(), piece.size(), static_cast<off_t>(begin));
    if (size <= 0) continue;
    auto const first = static_cast<unsigned char>(~turned.front());
    auto const same = [](char a, char b) {
      return static_cast<unsigned char>(a) == static_cast<unsigned char>(~b);
    };
    auto const* at = piece.data();
    auto const* const last = piece.data() + size - turned.size();
    while (at < last &&
           (at = static_cast<char const*>(std::memchr(at, first, std::size_t(last - at)))) != nullptr) {
      if (std::equal(turned.begin(), turned.end(), at, [&](char a, char b) { return same(b, a); })) ++found;
      ++at;
    }
    explicit_bzero(piece.data(), piece.size());
  }
  ::close(memory);
  return found;
}

long locked_kb() {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmLck:")) return std::stol(line.substr(6));
  }
  return -1;
}

/// The vault is opened once in a program, so each trial is a process of its own: 0 where it held.
int trial(std::function<int()> const& what) {
  auto const child = ::fork();
  if (child == 0) ::_exit(what());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

TEST(Vault, AKeyLiesInLockedMemoryAndNowhereElseOnceItIsGone) {
  EXPECT_EQ(trial([] {
              auto const before = locked_kb();
              if (!open_vault()) return 1;
              if (locks && locked_kb() < before + 256) return 2;
              std::string number;
              {
                Key const key{EVP_EC_gen("P-256")};
                if (vault_used() == 0) return 3;
                number = turned(*key);
                if (in_memory(number) == 0) return 4;
                auto const text = key_text(*key);
                if (text.reveal().find("BEGIN PRIVATE KEY") == std::string::npos) return 5;
              }
              return in_memory(number) == 0 ? 0 : 7;
            }),
            0);
}

TEST(Vault, WithoutOneKeysStillWork) {
  EXPECT_EQ(trial([] {
              Key const key{EVP_EC_gen("P-256")};
              return key && vault_used() == 0 && !key_text(*key).reveal().empty() ? 0 : 1;
            }),
            0);
}

}  // namespace
}  // namespace ce::openssl

#pragma once

#include <array>
#include <cstdint>
#include <string>

/// Where the program's files lie in its memory; looked up beforehand, for a signal handler must not ask the
/// loader. Room-internal.
namespace ce::crash {

struct Module {
  std::uintptr_t begin = 0;  // of its addresses
  std::uintptr_t end = 0;
  std::uintptr_t base = 0;  // what its own addresses count from
  std::array<char, 64> name{};
};

struct Modules {
  std::array<Module, 96> all{};
  std::size_t count = 0;
  std::array<char, 48> build_id{};  // of the program itself, hexadecimal; empty where it has none
};

[[nodiscard]] Modules find_modules();
/// nullptr where no file is there.
[[nodiscard]] Module const* module_at(Modules const& modules, std::uintptr_t address);

}  // namespace ce::crash

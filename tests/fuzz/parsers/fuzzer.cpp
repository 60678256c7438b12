#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "tests/fuzz/parsers/target.h"

// The program of preset fuzz: ce-fuzz TARGET [libFuzzer's own arguments]; see tests/fuzz/run.
namespace {

ce::fuzz::Target const* target = nullptr;

int tell_targets() {
  for (auto const& one : ce::fuzz::targets()) std::cout << one.name << ' ' << one.longest << '\n';
  return 0;
}

int write_seeds(std::filesystem::path const& directory) {
  int number = 0;
  for (auto const& seed : target->seeds()) {
    std::ofstream{directory / ("seed-" + std::to_string(number++)), std::ios::binary} << seed;
  }
  return 0;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
  if (*count == 2 && std::string_view{(*words)[1]} == "--list") std::exit(tell_targets());
  target = *count > 1 ? ce::fuzz::find((*words)[1]) : nullptr;
  if (target == nullptr) {
    std::cerr << "usage: ce-fuzz --list | TARGET --seeds DIRECTORY | TARGET [libFuzzer's arguments]\n";
    std::exit(2);
  }
  if (*count == 4 && std::string_view{(*words)[2]} == "--seeds") std::exit(write_seeds((*words)[3]));
  (*words)[1] = (*words)[0];
  ++*words;
  --*count;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  target->read({reinterpret_cast<char const*>(bytes), size});
  return 0;
}

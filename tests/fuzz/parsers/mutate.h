#pragma once

#include <random>
#include <span>
#include <string>

namespace ce::fuzz {

/// One of `seeds`, changed at a few places: bits, bytes, pieces left out, doubled or taken from another seed.
/// The same for the same state of `random`. At most `longest` bytes.
[[nodiscard]] std::string mutated(std::span<std::string const> seeds, std::size_t longest,
                                  std::mt19937& random);

}  // namespace ce::fuzz

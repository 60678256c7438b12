#include "tests/fuzz/parsers/mutate.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ce::fuzz {
namespace {

/// Bytes that readers decide by.
constexpr std::string_view telling{"\0\x01\x1F\"'\\,;:{}[]<>=#-+0189eXZ\n\r\t \x7F\x80\xAA\xC2\xE4\xFF", 36};

class Mutator {
 public:
  Mutator(std::span<std::string const> seeds, std::mt19937& random) : seeds_(seeds), random_(random) {}

  std::string seed() { return seeds_[below(seeds_.size())]; }

  void change(std::string& text) {
    std::size_t const at = below(text.size() + 1);
    std::size_t const length = below(1 + std::min<std::size_t>(text.size() - at, 1U << below(10)));
    switch (below(7)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        return;
      case 1:
        if (at < text.size()) text[at] = telling[below(telling.size())];
        return;
      case 2:
        text.insert(at, 1, telling[below(telling.size())]);
        return;
      case 3:
        text.erase(at, length);
        return;
      case 4:
        text.insert(at, text.substr(at, length));
        return;
      case 5: {
        auto const other = seed();
        auto const from = below(other.size() + 1);
        text.replace(at, length, other.substr(from, 1U << below(10)));
        return;
      }
      default:
        if (at < text.size()) text[at] = static_cast<char>(text[at] + (below(2) == 0 ? 1 : -1));
    }
  }

  std::size_t below(std::size_t most) { return most == 0 ? 0 : random_() % most; }

 private:
  std::span<std::string const> seeds_;
  std::mt19937& random_;
};

}  // namespace

std::string mutated(std::span<std::string const> seeds, std::size_t longest, std::mt19937& random) {
  Mutator mutator{seeds, random};
  auto text = mutator.seed();
  for (std::size_t changes = 1 + mutator.below(4); changes > 0; --changes) mutator.change(text);
  if (text.size() > longest) text.resize(longest);
  return text;
}

}  // namespace ce::fuzz

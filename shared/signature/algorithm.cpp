#include "shared/signature/algorithm.h"

namespace ce::signature {

std::string_view word_of(Algorithm algorithm) {
  return algorithm == Algorithm::sm2 ? "sm2" : "ed25519";
}

std::optional<Algorithm> algorithm_named(std::string_view word) {
  for (auto const algorithm : {Algorithm::ed25519, Algorithm::sm2}) {
    if (word_of(algorithm) == word) return algorithm;
  }
  return std::nullopt;
}

}  // namespace ce::signature

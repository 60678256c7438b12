#pragma once

#include <array>

#include "bench/growth/filled.h"

namespace ce::bench {

/// Something central is asked, of chance people; the program ends where the answer is not what it has to be.
struct Question {
  char const* name;
  int times;  // in a round
  void (*ask)(Filled&);
};

/// In the order of tests/bench/README.md. A batch is of people without a certificate of 2025, used up by it.
[[nodiscard]] std::array<Question, 8> const& questions();

}  // namespace ce::bench

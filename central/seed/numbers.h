#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "central/seed/random.h"
#include "shared/identity/id_number.h"

namespace ce::seed {

/// Makes identity numbers with right check digits and births from 1860 to 1900, so that no living person is
/// meant; each once.
class NumberMaker {
 public:
  /// A resident's number with that area code, or a permit of Hong Kong, Macau or Taiwan (81, 82, 83 + 0000).
  std::string resident(Random& random, std::string_view area, identity::Sex sex);
  /// A foreign permanent resident's: 9, province 44, a nationality, birth, sequence.
  std::string foreign(Random& random, identity::Sex sex);
  /// Keeps a number from being made.
  void reserve(std::string number) { used_.insert(std::move(number)); }

 private:
  std::string unused(Random& random, std::string_view start, identity::Sex sex);
  std::unordered_set<std::string> used_;
};

}  // namespace ce::seed

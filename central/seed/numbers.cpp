#include "central/seed/numbers.h"

#include <array>
#include <cstdio>

#include "shared/base/date.h"

namespace ce::seed {
namespace {

constexpr std::int32_t first_birth = -40'176;  // 1860-01-01
constexpr std::int32_t last_birth = -25'202;   // 1900-12-31

}  // namespace

std::string NumberMaker::unused(Random& random, std::string_view start, identity::Sex sex) {
  for (;;) {
    auto const birth = Date::from_days(random.between(first_birth, last_birth));
    int const sequence =
        random.below(500) * 2 + (sex == identity::Sex::male ? 1 : 0);  // GB 11643: odd = male
    std::array<char, 24> tail{};
    std::snprintf(tail.data(), tail.size(), "%04d%02d%02d%03d", birth.year(), birth.month(), birth.day(),
                  sequence);
    std::string number{start};
    number += tail.data();
    number += identity::check_character(number);
    if (used_.insert(number).second) return number;
  }
}

std::string NumberMaker::resident(Random& random, std::string_view area, identity::Sex sex) {
  return unused(random, area, sex);
}

std::string NumberMaker::foreign(Random& random, identity::Sex sex) {
  constexpr auto starts =
      std::to_array<std::string_view>({"944840", "944826", "944276", "944392", "944410", "944702", "944124"});
  return unused(random, random.pick(starts), sex);
}

}  // namespace ce::seed

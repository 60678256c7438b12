#include "central/standings/standing.h"

namespace ce::standings {

std::string_view words_for(State state) {
  static constexpr std::array<std::string_view, 4> words{"未登记学习", "学习未完成", "已完成，待发证",
                                                         "已发证"};
  return words.at(static_cast<std::size_t>(state));
}

}  // namespace ce::standings

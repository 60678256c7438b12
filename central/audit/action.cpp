#include "central/audit/action.h"

namespace ce::audit {
namespace {

constexpr auto chinese_words = std::to_array<std::string_view>({
#define CE_ACTION(word, chinese) chinese,
#include "central/audit/actions.def"
#undef CE_ACTION
});

}  // namespace

std::string_view chinese_of(std::string_view word) {
  for (std::size_t i = 0; i < action_words.size(); ++i) {
    if (action_words[i] == word) return chinese_words[i];
  }
  return word;
}

}  // namespace ce::audit

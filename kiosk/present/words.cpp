#include "kiosk/present/words.h"

#include <set>

#include "kiosk/present/words_file.h"

namespace ce::present {
namespace {

constexpr auto word_keys = std::to_array<std::string_view>({
#define CE_WORD(section, key) #section "." #key,
#include "words.def"
#undef CE_WORD
});

void replace(std::string& text, std::string_view name, std::string const& value) {
  std::string const mark = "{" + std::string{name} + "}";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
    text.replace(at, mark.size(), value);
  }
}

}  // namespace

Result<Words> Words::parse(std::string_view toml) {
  CE_TRY(auto texts, read_words_file(toml));
  std::string wrong;
  auto take = [&](std::string const& key) {
    auto const found = texts.extract(key);
    if (found.empty()) {
      wrong += " missing " + key;
      return std::string{};
    }
    return std::move(found.mapped());
  };
  Words words;
  for (auto key : word_keys) words.texts_.push_back(take(std::string{key}));
  for (auto code : all_failure_codes) {
    std::string const section = "failure." + std::string{name_of(code)} + ".";
    words.failures_.push_back(
        {take(section + "headline"), take(section + "advice"), take(section + "staff")});
  }
  for (auto const& [key, text] : texts) wrong += " unknown " + key;
  if (!wrong.empty()) return Failure{FailureCode::asset_missing, "words file:" + wrong};
  return words;
}

std::string Words::fill(Word word, std::initializer_list<Filling> fillings) const {
  std::string text = (*this)[word];
  for (auto const& [name, value] : fillings) replace(text, name, value);
  return text;
}

}  // namespace ce::present

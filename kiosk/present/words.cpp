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

// For staff, or on the sheet itself: Chinese in every language.
bool stays_chinese(std::string_view key) {
  return key.starts_with("staff") || key.ends_with(".staff") || key == "home.paper_low" ||
         key == "home.prints_unresolved" || key == "preview.sheet_title" || key == "preview.sheet_text";
}

// The {names} in a text.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    auto const close = text.find('}', open);
    if (close == std::string_view::npos) break;
    names.emplace(text.substr(open, close - open + 1));
  }
  return names;
}

}  // namespace

Result<Words> Words::parse(std::string_view toml) {
  return read(toml, nullptr);
}

Result<Words> Words::parse_beside(Words const& first, std::string_view toml) {
  return read(toml, &first);
}

Result<Words> Words::read(std::string_view toml, Words const* first) {
  CE_TRY(auto texts, read_words_file(toml));
  std::string wrong;
  // `other`: the first language's text for the same.
  auto take = [&](std::string const& key, std::string const* other) {
    if (other != nullptr && stays_chinese(key)) return *other;
    auto const found = texts.extract(key);
    if (found.empty()) {
      wrong += " 缺少 " + key;
      return std::string{};
    }
    if (other != nullptr && placeholders(found.mapped()) != placeholders(*other)) {
      wrong += " 花括号内容与 zh.toml 不同 " + key;
    }
    return std::move(found.mapped());
  };
  Words words;
  for (std::size_t i = 0; i < word_keys.size(); ++i) {
    words.texts_.push_back(take(std::string{word_keys.at(i)}, first ? &first->texts_.at(i) : nullptr));
  }
  for (auto code : all_failure_codes) {
    std::string const section = "failure." + std::string{name_of(code)} + ".";
    auto const* other = first ? &first->of(code) : nullptr;
    words.failures_.push_back({take(section + "headline", other ? &other->headline : nullptr),
                               take(section + "advice", other ? &other->advice : nullptr),
                               take(section + "staff", other ? &other->staff : nullptr)});
  }
  for (auto const& [key, text] : texts) wrong += " 多余 " + key;
  if (!wrong.empty()) return Failure{FailureCode::asset_missing, "界面文字:" + wrong};
  return words;
}

std::string Words::fill(Word word, std::initializer_list<Filling> fillings) const {
  std::string text = (*this)[word];
  for (auto const& [name, value] : fillings) replace(text, name, value);
  return text;
}

}  // namespace ce::present

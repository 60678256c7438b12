#include "central/rulebook/industries.h"

#include <algorithm>

namespace ce::rulebook {
namespace {

constexpr std::size_t longest_code = 32;

Failure bad_line(std::string_view file, int line, std::string_view what) {
  std::string detail{file};
  detail.append(" line ").append(std::to_string(line)).append(": ").append(what);
  return {FailureCode::config_malformed, std::move(detail)};
}

// No sign that means something in a LIKE, and no blank: an account's codes stand beside each other.
bool is_industry_code(std::string_view text) {
  return !text.empty() && text.size() <= longest_code &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

}  // namespace

Result<Industries> Industries::parse(std::string_view csv, std::string_view file) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  Industries made;
  for (int line = 1; !csv.empty(); ++line) {
    auto text = csv.substr(0, csv.find('\n'));
    csv.remove_prefix(std::min(csv.size(), text.size() + 1));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (line == 1 || text.empty()) continue;
    auto const comma = text.find(',');
    if (comma == std::string_view::npos || comma + 1 == text.size())
      return bad_line(file, line, "expected a code and a name");
    Industry one{std::string{text.substr(0, comma)}, std::string{text.substr(comma + 1)}};
    if (!is_industry_code(one.code)) return bad_line(file, line, "a code is of a-z and '-', at most 32");
    if (made.named(one.code) != nullptr || made.named(one.name) != nullptr)
      return bad_line(file, line, "there is one of that code or name already");
    made.all_.push_back(std::move(one));
  }
  if (made.all_.empty()) return bad_line(file, 1, "no industry in it");
  return made;
}

Industry const* Industries::find(std::string_view code) const {
  auto const at = std::find_if(all_.begin(), all_.end(), [&](auto const& one) { return one.code == code; });
  return at == all_.end() ? nullptr : &*at;
}

Industry const* Industries::named(std::string_view typed) const {
  auto const at = std::find_if(all_.begin(), all_.end(),
                               [&](auto const& one) { return one.code == typed || one.name == typed; });
  return at == all_.end() ? nullptr : &*at;
}

Result<std::vector<std::string>> Industries::codes_in(std::string_view typed) const {
  std::vector<std::string> codes;
  std::string text{typed};
  for (std::string_view const stop : {"、", "，", "；", ",", ";", "\t", "\n", "\r"}) {
    for (auto at = text.find(stop); at != std::string::npos; at = text.find(stop, at))
      text.replace(at, stop.size(), " ");
  }
  for (std::size_t from = 0; from < text.size();) {
    auto const end = std::min(text.find(' ', from), text.size());
    auto const word = text.substr(from, end - from);
    from = end + 1;
    if (word.empty()) continue;
    auto const* const one = named(word);
    if (one == nullptr) {
      std::string detail{"没有“"};
      return Failure{FailureCode::input_invalid, detail.append(word).append("”这个行业")};
    }
    codes.push_back(one->code);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

std::string Industries::names_of(std::vector<std::string> const& codes) const {
  std::string text;
  for (auto const& code : codes) text.append(text.empty() ? "" : "、").append(name_of(code));
  return text;
}

std::string Industries::name_of(std::string_view code) const {
  auto const* const one = find(code);
  return one == nullptr ? std::string{code} : one->name;
}

}  // namespace ce::rulebook

#include "central/issuing/verdict_lines.h"

#include <array>
#include <charconv>

namespace ce::issuing {
namespace {

constexpr std::array figures{&FrozenVerdict::public_units,    &FrozenVerdict::professional_units,
                             &FrozenVerdict::mandatory_units, &FrozenVerdict::elective_units,
                             &FrozenVerdict::total_units,     &FrozenVerdict::achievement_units};

void add_number(std::string& text, std::int64_t number) {
  std::array<char, 24> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(digits.data(), end);
}

Failure broken(std::string_view line) {
  return {FailureCode::storage_fault, "frozen verdict: '" + std::string{line} + "' cannot be read"};
}

/// The words of a line, one after another.
class Words {
 public:
  explicit Words(std::string_view line) : line_(line), rest_(line) {}

  Result<std::int64_t> number() {
    auto const word = next();
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size()) return broken(line_);
    return value;
  }
  /// Nothing for "-".
  Result<std::optional<std::int64_t>> optional_number() {
    if (!rest_.starts_with("- ")) {
      CE_TRY(auto const value, number());
      return std::optional{value};
    }
    (void)next();
    return std::optional<std::int64_t>{};
  }
  [[nodiscard]] bool ended() const { return rest_.empty(); }

 private:
  std::string_view next() {
    auto const word = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(std::min(word.size() + 1, rest_.size()));
    return word;
  }

  std::string_view line_;
  std::string_view rest_;
};

Result<FrozenVerdict> read_head(std::string_view line) {
  FrozenVerdict verdict;
  Words words{line};
  CE_TRY(verdict.professional, words.number());
  CE_TRY(verdict.guide_units, words.optional_number());
  for (auto const figure : figures) {
    CE_TRY(verdict.*figure, words.number());
  }
  CE_TRY(verdict.judged.ms, words.number());
  if (!words.ended()) return broken(line);
  return verdict;
}

/// Each line of facts begins with the record's id.
std::string ids_of(std::string_view facts) {
  std::string ids;
  while (!facts.empty()) {
    if (!ids.empty()) ids += ' ';
    ids += facts.substr(0, facts.find(' '));
    facts.remove_prefix(std::min(facts.find('\n'), facts.size() - 1) + 1);
  }
  return ids;
}

}  // namespace

void add_verdict_lines(std::string& lines, FrozenVerdict const& verdict) {
  lines += '#';
  add_number(lines, verdict.professional);
  lines += ' ';
  if (verdict.guide_units) {
    add_number(lines, *verdict.guide_units);
  } else {
    lines += '-';
  }
  for (auto const figure : figures) {
    lines += ' ';
    add_number(lines, verdict.*figure);
  }
  lines += ' ';
  add_number(lines, verdict.judged.ms);
  lines += '\n';
  lines += verdict.record_facts;
}

Result<std::optional<FrozenVerdict>> find_verdict(std::string_view lines, std::int64_t professional) {
  auto const head = "#" + std::to_string(professional) + " ";
  std::size_t at = 0;
  if (!lines.starts_with(head)) {
    at = lines.find("\n" + head);
    if (at == std::string_view::npos) return std::optional<FrozenVerdict>{};
    ++at;
  }
  auto rest = lines.substr(at + 1);
  auto const line = rest.substr(0, rest.find('\n'));
  CE_TRY(auto verdict, read_head(line));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  // Up to the next one's head; the end of its last line is a line's end.
  auto const facts = rest.starts_with('#') ? 0 : std::min(rest.find("\n#"), rest.size() - 1) + 1;
  verdict.record_facts = rest.substr(0, rest.empty() ? 0 : facts);
  verdict.record_ids = ids_of(verdict.record_facts);
  return std::optional{std::move(verdict)};
}

}  // namespace ce::issuing

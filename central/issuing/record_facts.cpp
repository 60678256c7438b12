#include "central/issuing/record_facts.h"

#include <charconv>
#include <map>

#include "central/store/digest.h"
#include "central/store/words.h"

namespace ce::issuing {
namespace {

using credit::Record;

// Enough of SHA-256 to see that a text was changed.
constexpr std::size_t digest_length = 16;

struct Line {
  std::string text;

  void add(std::string_view key, std::string_view value) {
    text.append(" ").append(key).append("=").append(value);
  }
  template <class Number>
  void add(std::string_view key, std::optional<Number> const& value) {
    if (value) add(key, std::to_string(*value));
  }
  void add(std::string_view key, std::optional<CreditUnits> const& value) {
    if (value) add(key, std::to_string(value->count));
  }
  void add(std::string_view key, std::optional<Date> const& value) {
    if (value) add(key, value->iso());
  }
};

// The values of one line by their keys; each is taken out once, so that what is left over was not understood.
class Values {
 public:
  static Result<Values> parse(std::string_view words) {
    Values values;
    while (!words.empty()) {
      auto const end = words.find(' ');
      auto const word = words.substr(0, end);
      auto const equals = word.find('=');
      if (equals == std::string_view::npos) return broken(word);
      values.values_.emplace(word.substr(0, equals), word.substr(equals + 1));
      if (end == std::string_view::npos) break;
      words.remove_prefix(end + 1);
    }
    return values;
  }

  static Failure broken(std::string_view what) {
    return {FailureCode::storage_fault, "frozen record: '" + std::string{what} + "' cannot be read"};
  }

  std::optional<std::string> take(std::string_view key) {
    auto const at = values_.find(key);
    if (at == values_.end()) return std::nullopt;
    auto value = std::move(at->second);
    values_.erase(at);
    return value;
  }

  template <class Number>
  Result<void> take_number(std::string_view key, std::optional<Number>& into) {
    auto const text = take(key);
    if (!text) return {};
    Number number{};
    auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc{} || end != text->data() + text->size()) return broken(*text);
    into = number;
    return {};
  }

  Result<void> take_units(std::string_view key, std::optional<CreditUnits>& into) {
    std::optional<std::int64_t> count;
    CE_CHECK(take_number(key, count));
    if (count) into = CreditUnits{*count};
    return {};
  }

  Result<void> take_day(std::string_view key, std::optional<Date>& into) {
    auto const text = take(key);
    if (!text) return {};
    CE_TRY(into, Date::parse_iso(*text));
    return {};
  }

  Result<void> nothing_left() const {
    if (values_.empty()) return {};
    return broken(values_.begin()->first);
  }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

Result<void> read_words(Values& values, Record& record) {
  CE_TRY(record.subject, store::from_protocol_word<credit::Subject>(values.take("subject").value_or("")));
  CE_TRY(record.activity, store::from_protocol_word<credit::Activity>(values.take("activity").value_or("")));
  CE_TRY(record.review, store::from_protocol_word<credit::ReviewState>(values.take("review").value_or("")));
  CE_TRY(record.assessment, store::from_word<credit::Assessment>(store::assessment_words,
                                                                 values.take("assessment").value_or("")));
  record.mandatory = values.take("mandatory").has_value();
  record.in_guide = !values.take("outside_guide");
  record.within_schooling = !values.take("outside_schooling");
  if (auto const kind = values.take("achievement")) {
    CE_TRY(record.kind, store::from_word<credit::AchievementKind>(store::achievement_words, *kind));
  }
  if (auto const role = values.take("author")) {
    CE_TRY(record.role, store::from_word<credit::AuthorRole>(store::author_role_words, *role));
  }
  return {};
}

Result<FrozenRecord> parse_line(std::string_view line) {
  FrozenRecord frozen;
  auto const [end, error] = std::from_chars(line.data(), line.data() + line.size(), frozen.id);
  auto const after = static_cast<std::size_t>(end - line.data());
  if (error != std::errc{} || after >= line.size() || line[after] != ' ') return Values::broken(line);
  CE_TRY(auto values, Values::parse(line.substr(after + 1)));
  auto& record = frozen.record;
  CE_CHECK(read_words(values, record));
  CE_CHECK(values.take_units("units", record.hours));
  CE_CHECK(values.take_number("half_days", record.half_days));
  CE_CHECK(values.take_units("units_per_day", record.hours_per_day));
  CE_CHECK(values.take_number("minutes", record.minutes));
  CE_CHECK(values.take_day("start", record.start));
  CE_CHECK(values.take_day("end", record.end));
  CE_CHECK(values.take_number("credit_year", record.credit_year));
  frozen.content_digest = values.take("content").value_or("");
  CE_CHECK(values.nothing_left());
  return frozen;
}

}  // namespace

FrozenRecord frozen(store::StoredRecord const& stored) {
  return {stored.id, stored.record, store::sha256_hex(stored.content).substr(0, digest_length)};
}

std::string facts_line(FrozenRecord const& frozen) {
  auto const& record = frozen.record;
  Line line{std::to_string(frozen.id)};
  line.add("subject", protocol::word_of(record.subject));
  line.add("activity", protocol::word_of(record.activity));
  line.add("review", protocol::word_of(record.review));
  line.add("assessment", store::to_word(store::assessment_words, record.assessment));
  if (record.mandatory) line.add("mandatory", "yes");
  if (!record.in_guide) line.add("outside_guide", "yes");
  if (!record.within_schooling) line.add("outside_schooling", "yes");
  if (record.activity == credit::Activity::achievement) {
    line.add("achievement", store::to_word(store::achievement_words, record.kind));
    line.add("author", store::to_word(store::author_role_words, record.role));
  }
  line.add("units", record.hours);
  line.add("half_days", record.half_days);
  line.add("units_per_day", record.hours_per_day);
  line.add("minutes", record.minutes);
  line.add("start", record.start);
  line.add("end", record.end);
  line.add("credit_year", record.credit_year);
  line.add("content", frozen.content_digest);
  return line.text;
}

Result<std::vector<FrozenRecord>> parse_facts(std::string_view lines) {
  std::vector<FrozenRecord> records;
  while (!lines.empty()) {
    auto const end = lines.find('\n');
    CE_TRY(auto record, parse_line(lines.substr(0, end)));
    records.push_back(std::move(record));
    if (end == std::string_view::npos) break;
    lines.remove_prefix(end + 1);
  }
  return records;
}

}  // namespace ce::issuing

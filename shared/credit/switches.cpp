#include "shared/credit/switches.h"

#include <algorithm>
#include <array>
#include <span>

namespace ce::credit {
namespace {

// One switch: its words, and how to turn and read it by their place.
struct Row {
  std::string_view name;
  std::span<std::string_view const> values;
  void (*turn)(Switches&, std::size_t);
  std::size_t (*place)(Switches const&);
};

constexpr auto compensation = std::to_array<std::string_view>({"none", "to_elective", "total_only"});
constexpr auto day_credit = std::to_array<std::string_view>({"fixed", "actual"});
constexpr auto short_day = std::to_array<std::string_view>({"hours", "full_day"});
constexpr auto minutes_rounding = std::to_array<std::string_view>({"exact", "floor_hour"});
constexpr auto year_attribution = std::to_array<std::string_view>({"end_date", "start_date"});
constexpr auto no_yes = std::to_array<std::string_view>({"false", "true"});
constexpr auto stacking = std::to_array<std::string_view>({"max", "sum_capped"});
constexpr auto no_guide = std::to_array<std::string_view>({"none_required_cap_two_thirds", "pack_minimum"});
constexpr auto paper_year = std::to_array<std::string_view>({"publication_year", "any"});
constexpr auto degree_credit = std::to_array<std::string_view>({"each_year", "on_completion"});
constexpr auto auto_online = std::to_array<std::string_view>({"required", "auto"});
constexpr auto hosted_review = std::to_array<std::string_view>({"replace_employer", "in_addition"});
constexpr auto seq_scope = std::to_array<std::string_view>({"county_year", "county"});
constexpr auto year_digits = std::to_array<std::string_view>({"credit_year", "issue_year"});
constexpr auto city_digits = std::to_array<std::string_view>({"00", "01"});
constexpr auto seal_mode = std::to_array<std::string_view>({"e_seal", "window_stamp", "prestamped_stock"});

template <auto Member>
constexpr Row row(std::string_view name, std::span<std::string_view const> values) {
  return {name, values,
          [](Switches& s, std::size_t place) {
            using Value = std::remove_reference_t<decltype(s.*Member)>;
            s.*Member = static_cast<Value>(place);
          },
          [](Switches const& s) { return static_cast<std::size_t>(s.*Member); }};
}

template <auto Member>
constexpr Row numbering_row(std::string_view name, std::span<std::string_view const> values) {
  return {name, values, [](Switches& s, std::size_t place) { s.numbering.*Member = place != 0; },
          [](Switches const& s) { return static_cast<std::size_t>(s.numbering.*Member); }};
}

constexpr auto rows = std::to_array<Row>({
    row<&Switches::subject_compensation>("subject_compensation", compensation),
    row<&Switches::day_credit>("day_credit", day_credit),
    row<&Switches::short_day>("short_day", short_day),
    row<&Switches::lecture_short_day>("lecture_short_day", short_day),
    row<&Switches::minutes_rounding>("minutes_rounding", minutes_rounding),
    row<&Switches::year_attribution>("year_attribution", year_attribution),
    row<&Switches::carry_over>("carry_over", no_yes),
    row<&Switches::nonlead_stacking>("nonlead_stacking", stacking),
    row<&Switches::no_guide>("no_guide", no_guide),
    row<&Switches::paper_year>("paper_year", paper_year),
    row<&Switches::degree_credit>("degree_credit", degree_credit),
    row<&Switches::auto_online_review>("auto_online_review", auto_online),
    row<&Switches::hosted_review>("hosted_review", hosted_review),
    numbering_row<&certificate::NumberRules::sequence_per_county_only>("seq_scope", seq_scope),
    numbering_row<&certificate::NumberRules::issue_year_digits>("year_digits", year_digits),
    numbering_row<&certificate::NumberRules::city_level_01>("city_level_county_digits", city_digits),
    row<&Switches::seal_mode>("seal_mode", seal_mode),
});

// The one switch that is not a choice of words.
constexpr std::string_view provincial_digits = "provincial_digits";

Row const* find_row(std::string_view name) {
  auto const* const at =
      std::find_if(rows.begin(), rows.end(), [name](Row const& r) { return r.name == name; });
  return at == rows.end() ? nullptr : at;
}

Failure unknown_value(std::string_view name, std::string const& known) {
  return {FailureCode::pack_invalid, std::string{name} + ": known values are " + known};
}

Result<void> set_provincial_digits(Switches& switches, std::string_view value) {
  bool const digits = value.size() == 4 &&
                      std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return unknown_value(provincial_digits, "four digits");
  switches.numbering.provincial_digits = value;
  return {};
}

}  // namespace

bool is_switch(std::string_view name) {
  return name == provincial_digits || find_row(name) != nullptr;
}

std::span<std::string_view const> values_of(std::string_view name) {
  Row const* found = find_row(name);
  return found == nullptr ? std::span<std::string_view const>{} : found->values;
}

Result<void> set_switch(Switches& switches, std::string_view name, std::string_view value) {
  if (name == provincial_digits) return set_provincial_digits(switches, value);
  Row const* const found = find_row(name);
  if (found == nullptr) return Failure{FailureCode::pack_invalid, std::string{name} + ": no such switch"};
  auto const at = std::find(found->values.begin(), found->values.end(), value);
  if (at == found->values.end()) {
    std::string known;
    for (auto const word : found->values) known += (known.empty() ? "" : ", ") + std::string{word};
    return unknown_value(name, known);
  }
  found->turn(switches, static_cast<std::size_t>(at - found->values.begin()));
  return {};
}

std::vector<SwitchSetting> settings_of(Switches const& switches) {
  std::vector<SwitchSetting> settings;
  settings.reserve(rows.size() + 1);
  for (Row const& r : rows) {
    settings.push_back({std::string{r.name}, std::string{r.values[r.place(switches)]}});
  }
  settings.push_back({std::string{provincial_digits}, switches.numbering.provincial_digits});
  return settings;
}

}  // namespace ce::credit

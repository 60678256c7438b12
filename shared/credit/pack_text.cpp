#include <array>
#include <cstdio>

#include "shared/credit/pack_file.h"
#include "shared/credit/switches.h"

namespace ce::credit {
namespace {

std::string hours_value(CreditUnits units) {
  // Nine decimals tell 30 s steps apart with room to spare; whole and half hours come out short.
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.9f",
                static_cast<double>(units.count) / static_cast<double>(CreditUnits::per_hour));
  std::string value{text.data()};
  value.erase(value.find_last_not_of('0') + 1);
  if (value.ends_with('.')) value.pop_back();
  return value;
}

void add(std::string& text, std::string_view key, std::string_view value) {
  text.append(key).append(" = ").append(value).append("\n");
}

// Words are quoted, truth values are not; no value holds a quotation mark.
std::string switch_value(std::string const& word) {
  return word == "true" || word == "false" ? word : '"' + word + '"';
}

}  // namespace

std::string pack_text(RulePack const& pack) {
  std::string text;
  add(text, "id", '"' + pack.id + '"');
  add(text, "from_year", std::to_string(pack.from_year));
  add(text, "to_year", std::to_string(pack.to_year));
  text += "\n[hours]\n";
  add(text, "public", hours_value(pack.public_required));
  add(text, "professional", hours_value(pack.professional_required));
  add(text, "elective", hours_value(pack.elective_required));
  add(text, "total", hours_value(pack.total_required));
  add(text, "day", hours_value(pack.day));
  add(text, "professional_mandatory", hours_value(pack.mandatory_min));
  text += "\n[switches]\n";
  for (auto const& setting : settings_of(pack.switches)) add(text, setting.name, switch_value(setting.value));
  for (YearGuide const& entry : pack.guides) {
    text += "\n[[study_guide]]\n";
    add(text, "year", std::to_string(entry.year));
    add(text, "professional_mandatory", hours_value(entry.guide.professional_mandatory));
  }
  return text;
}

}  // namespace ce::credit

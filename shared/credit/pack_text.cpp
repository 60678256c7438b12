#include "shared/credit/hours.h"
#include "shared/credit/pack_file.h"
#include "shared/credit/switches.h"
#include "shared/credit/words.h"

namespace ce::credit {
namespace {

// A number where the hours are whole, else exact text.
std::string hours_value(CreditUnits units) {
  auto const text = exact_hours_text(units);
  bool const whole = units.count % CreditUnits::per_hour == 0;
  return whole ? text : '"' + text + '"';
}

void add(std::string& text, std::string_view key, std::string_view value) {
  text.append(key).append(" = ").append(value).append("\n");
}

// Words are quoted, truth values are not; no value holds a quotation mark.
std::string switch_value(std::string const& word) {
  return word == "true" || word == "false" ? word : '"' + word + '"';
}

std::string parties_value(Parties const& parties) {
  std::string text = "[";
  for (Party const party : parties) {
    text.append(text.size() > 1 ? ", " : "").append(1, '"').append(code_of(party)).append(1, '"');
  }
  return text + "]";
}

void add_basis(std::string& text, std::string const& basis) {
  if (!basis.empty()) add(text, "basis", '"' + basis + '"');
}

void add_chains(std::string& text, std::string_view route, Chains const& chains) {
  text.append("\n[review.").append(route).append("]\n");
  for (std::size_t i = 0; i < subject_count; ++i) {
    add(text, code_of(static_cast<Subject>(i)), parties_value(chains.at(i)));
  }
}

void add_duties(std::string& text, Duties const& duties) {
  text += "\n[registers]\n";
  add_basis(text, duties.registering_basis);
  for (std::size_t i = 0; i < activity_count; ++i) {
    add(text, code_of(static_cast<Activity>(i)), parties_value(duties.registering.at(i)));
  }
  text += "\n[review]\n";
  add_basis(text, duties.review_basis);
  add_chains(text, "employed", duties.employed);
  if (duties.hosted) add_chains(text, "hosted", *duties.hosted);
  add_chains(text, "provincial_unit", duties.provincial_unit);
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
  add_duties(text, pack.duties);
  for (YearGuide const& entry : pack.guides) {
    text += "\n[[study_guide]]\n";
    add(text, "year", std::to_string(entry.year));
    add(text, "professional_mandatory", hours_value(entry.guide.professional_mandatory));
  }
  return text;
}

}  // namespace ce::credit

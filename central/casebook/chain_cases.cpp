#include "central/casebook/case_record.h"
#include "central/casebook/judges.h"
#include "central/casebook/words.h"
#include "shared/credit/review.h"
#include "shared/credit/roles.h"

namespace ce::casebook {
namespace {

using credit::Decision;
using credit::Level;
using credit::Party;
using credit::Route;

constexpr std::string_view province = "440000";
// The unit that review cases mean unless they say otherwise.
constexpr std::string_view default_unit = "440106";

constexpr auto parties = std::to_array<Word<Party>>({
    {"person", Party::person},
    {"provider", Party::institution},
    {"institution", Party::institution},
    {"employer", Party::employer},
    {"system", Party::system},
    {"talent_agency", Party::talent_agency},
    {"industry_authority", Party::industry_authority},
    {"hrss", Party::hrss},
});

constexpr auto routes = std::to_array<Word<Route>>({
    {"employed", Route::employed},
    {"hosted", Route::hosted},
    {"provincial_unit", Route::provincial_unit},
});

constexpr auto levels = std::to_array<Word<Level>>({
    {"township", Level::township},
    {"county", Level::county},
    {"city", Level::city},
    {"province", Level::province},
});

constexpr auto decisions = std::to_array<Word<Decision>>({
    {"approve", Decision::approve},
    {"return", Decision::return_for_correction},
    {"reject", Decision::reject},
    {"resubmit", Decision::resubmit},
});

Result<credit::ReviewStep> step_of(Json const& object, std::string const& unit) {
  credit::ReviewStep step;
  CE_TRY(step.party, word_of(object, "role", parties));
  CE_TRY(step.decision, word_of(object, "decision", decisions));
  CE_TRY(step.level, word_of(object, "level", levels, std::optional{Level::county}));
  CE_TRY(auto region, optional_text(object, "region"));
  CE_TRY(auto actor, optional_text(object, "actor"));
  step.region = region.value_or(unit);
  step.actor = actor.value_or(std::string{code_of(step.party)});
  return step;
}

Result<credit::ReviewSubject> review_subject_of(Json const& test_case) {
  credit::ReviewSubject subject;
  CE_TRY(subject.subject, subject_of(test_case));
  CE_TRY(subject.route, word_of(test_case, "route", routes, std::optional{Route::employed}));
  if (field(test_case, "activity") != nullptr) {
    CE_TRY(subject.activity, activity_of(test_case));
  }
  CE_TRY(auto const region, optional_text(test_case, "region"));
  subject.region =
      region.value_or(std::string{subject.route == Route::provincial_unit ? province : default_unit});
  CE_TRY(auto const person, optional_text(test_case, "person"));
  subject.person = person.value_or("person");
  return subject;
}

// A case may name a pack; the others mean the regulation's own table.
Result<credit::RulePack> pack_named_in(Json const& test_case, Rulebook const& rules) {
  CE_TRY(auto const id, optional_text(test_case, "pack"));
  if (!id) return credit::RulePack{};
  credit::RulePack const* pack = rules.packs.find(*id);
  if (pack == nullptr) return malformed("pack", "no rule pack is named \"" + *id + "\"");
  return *pack;
}

std::optional<std::string> first_region_in(std::string_view words) {
  for (std::size_t i = 0; i + 6 <= words.size(); ++i) {
    std::string_view const six = words.substr(i, 6);
    if (six.starts_with("44") && six.find_first_not_of("0123456789") == std::string_view::npos) {
      return std::string{six};
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Json> judge_registration(Json const& test_case, Rulebook const& rules) {
  CE_TRY(auto const pack, pack_named_in(test_case, rules));
  CE_TRY(auto const activity, activity_of(test_case));
  CE_TRY(Party const party, word_of(test_case, "registered_by", parties));
  auto const answer = credit::may_register(party, activity, pack.duties);
  return Json{{"allowed", answer.allowed}, {"article", answer.article}};
}

Result<Json> judge_review(Json const& test_case, Rulebook const& rules) {
  CE_TRY(auto const subject, review_subject_of(test_case));
  CE_TRY(auto pack, pack_named_in(test_case, rules));
  CE_TRY(pack.switches, with_config(pack.switches, test_case));
  Json const* steps = field(test_case, "steps");
  if (steps == nullptr || !steps->is_array()) return malformed("steps", "expected a list");
  auto progress = credit::begin_review(subject, pack);
  Json error = nullptr;
  for (Json const& object : *steps) {
    CE_TRY(auto const step, step_of(object, subject.region));
    if (auto const refused = credit::advance(progress, step, subject, pack)) {
      error = credit::code_of(*refused);
      break;
    }
  }
  return Json{{"expected_state", credit::code_of(progress.state)}, {"expected_error", error}};
}

Result<Json> judge_issuer(Json const& test_case, Rulebook const&) {
  CE_TRY(std::string const unit, text(test_case, "unit"));
  CE_TRY(auto const hosted, optional_text(test_case, "hosted"));
  auto region = first_region_in(unit);
  if (!region && (hosted || unit.find("provincial") != std::string::npos)) region = province;
  if (!region) return malformed("unit", "names no region");
  return Json{{"issuer", credit::issuing_region(*region, hosted) + " HRSS"}};
}

}  // namespace ce::casebook

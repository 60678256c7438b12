#include "central/casebook/judges.h"
#include "shared/identity/id_number.h"
#include "shared/identity/mask.h"

namespace ce::casebook {

Result<Json> judge_id(Json const& test_case, Rulebook const& rules) {
  CE_TRY(std::string const input, text(test_case, "input"));
  auto const examined = identity::examine_id_number(input, rules.today);
  Json verdict{{"valid", examined.valid},
               {"kind", identity::name_of(examined.kind)},
               {"reason", identity::code_of(examined.reason)}};
  if (examined.birth) verdict["birth"] = examined.birth->iso();
  if (examined.sex) verdict["sex"] = *examined.sex == identity::Sex::male ? "M" : "F";
  if (examined.valid && examined.kind == identity::IdKind::resident15) {
    verdict["convert18"] = examined.canonical;
  }
  return verdict;
}

Result<Json> judge_mask(Json const& test_case, Rulebook const&) {
  CE_TRY(std::string const kind, text(test_case, "kind"));
  CE_TRY(std::string const input, text(test_case, "input"));
  if (kind == "name") return Json{{"masked", identity::mask_name(input)}};
  if (kind == "id") return Json{{"masked", identity::mask_id_number(input)}};
  return malformed("kind", "expected name or id");
}

}  // namespace ce::casebook

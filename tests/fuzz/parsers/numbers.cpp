#include "shared/base/text.h"
#include "shared/certificate/number.h"
#include "shared/identity/id_number.h"
#include "shared/identity/mask.h"
#include "shared/identity/name.h"
#include "support/files.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

void look_at_name(std::string_view text) {
  auto const name = identity::checked_name(text);
  if (!name) return;
  auto const again = identity::checked_name(*name);
  hold(again.ok() && *again == *name, "a checked name is one");
  auto const masked = identity::mask_name(*name);
  hold(is_utf8(masked), "a masked name is text");
  hold(decode_utf8(masked)->size() == decode_utf8(*name)->size(), "a mask hides letters, not their number");
}

certificate::Regions const& regions() {
  static auto const read =
      certificate::Regions::parse(test::read_all(CE_SOURCE_DIR "/config/regions/gd_regions.csv"),
                                  test::read_all(CE_SOURCE_DIR "/config/regions/gd_regions_history.csv"))
          .value();
  return read;
}

}  // namespace

void read_id_number(std::string_view bytes) {
  auto const today = Date::make(2026, 11, 1).value();
  auto const found = identity::examine_id_number(bytes, today);
  hold(found.valid == (found.reason == identity::IdReason::ok), "a reason is there where it is needed");
  hold(found.valid != found.canonical.empty(), "what is valid has a form to be looked up by");
  if (found.valid) {
    auto const again = identity::examine_id_number(found.canonical, today);
    hold(again.valid && again.canonical == found.canonical, "the canonical form is its own");
    hold(again.birth == found.birth && again.sex == found.sex, "and of the same person");
    if (found.birth) hold(*found.birth <= today, "nobody is born in days to come");
    if (found.canonical.size() == 18) {
      hold(identity::check_character(found.canonical.substr(0, 17)) == found.canonical[17],
           "ISO 7064 MOD 11-2");
    }
  }
  (void)identity::mask_id_number(bytes);
  look_at_name(bytes);
}

void read_certificate_number(std::string_view bytes) {
  for (certificate::NumberRules const& rules :
       {certificate::NumberRules{}, certificate::NumberRules{true, "0001", true, true}}) {
    auto const found = certificate::examine_number(bytes, regions(), rules);
    (void)certificate::code_of(found.reason);
    hold(!found.valid || found.number.has_value(), "what is valid has a number");
    if (!found.number) continue;
    auto const& number = *found.number;
    hold(number.text() == found.normalized && number.text().size() == 14, "article 15: 14 digits");
    auto const again = certificate::examine_number(number.text(), regions(), rules);
    hold(again.valid == found.valid && again.reason == found.reason, "the number alone is judged the same");
    auto const next = certificate::next_number(number, number.region(), number.year(), number.year(), rules);
    hold(next.ok() == (number.sequence() < 999'999), "numbers end with 999999");
    if (next) hold(next->sequence() == number.sequence() + 1, "the next is one more");
  }
}

std::vector<std::string> id_numbers() {
  return {"11010518991231002X",        "440524188001010014", "440524880101001",     "810000188001010012",
          "911841188001010013",        "ABC188001010011",    " 11010518991231002x", "张三丰",
          "Maria d'Ávila \xE3\x80\x80"};
}

std::vector<std::string> certificate_numbers() {
  return {"44010624000001", "4401 0624 000001", "440106-24-999999",
          "44000024000001", "44010124000000",   "00000000000000"};
}

}  // namespace ce::fuzz

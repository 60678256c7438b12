#include "central/rejudging/marks.h"

#include "central/standings/standing.h"
#include "central/store/digest.h"

namespace ce::rejudging {
namespace {

constexpr std::string_view form_of_rows = "1";

}  // namespace

Marks marks_of(rulebook::Rulebook const& rules) {
  Marks marks;
  std::string text{form_of_rows};
  for (auto const& pack : rules.packs.all()) {
    for (int year = pack.from_year; year <= pack.to_year; ++year) {
      marks.years.push_back(std::to_string(year) + ' ' + standings::mark_of(pack, year));
      text += '\n' + marks.years.back();
    }
  }
  marks.all = store::sha256_hex(text);
  return marks;
}

}  // namespace ce::rejudging

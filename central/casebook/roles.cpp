#include "central/casebook/roles.h"

#include "shared/credit/roles.h"
#include "shared/credit/words.h"

namespace ce::casebook {
namespace {

using credit::Route;

// "4(1)" as a citation; what the regulation is silent about says so.
std::string citation(std::string_view article) {
  if (article.starts_with("silent")) return "（参照第四条第（二）项）";
  auto const open = article.find('(');
  int number = 0;
  for (char c : article.substr(0, open)) number = number * 10 + (c - '0');
  std::string_view const paragraphs = "一二三四";
  auto const paragraph = static_cast<std::size_t>(article[open + 1] - '1');
  return "（" + credit::article_words(number) + "第（" + std::string{paragraphs.substr(paragraph * 3, 3)} +
         "）项）";
}

std::string years(credit::RulePack const& pack) {
  std::string const first = std::to_string(pack.from_year);
  return pack.from_year == pack.to_year ? first : first + " 至 " + std::to_string(pack.to_year);
}

void add_basis(std::string const& basis, std::string& text) {
  if (!basis.empty()) text += "　依据：" + basis + "\n";
}

void add_registering(credit::Duties const& duties, std::string& text) {
  text += "登记（第四条）\n";
  add_basis(duties.registering_basis, text);
  for (std::size_t i = 0; i < credit::activity_count; ++i) {
    auto const activity = static_cast<credit::Activity>(i);
    std::string parties;
    for (auto const party : duties.registering.at(i)) {
      parties += (parties.empty() ? "" : "或") + std::string{credit::words_for(party)};
    }
    text += "　" + std::string{credit::words_for(activity)} + "：" + parties +
            citation(credit::may_register({}, activity, duties).article) + "\n";
  }
}

void add_chains(credit::RulePack const& pack, Route route, std::string_view whose, std::string& text) {
  text.append("　").append(whose).append("\n");
  for (std::size_t i = 0; i < credit::subject_count; ++i) {
    auto const subject = static_cast<credit::Subject>(i);
    auto const chain = pack.chain_of(subject, route);
    text += "　　" + std::string{credit::words_for(subject)} + "：";
    for (auto const party : chain) {
      if (party != chain.front()) text += " → ";
      text += std::string{credit::words_for(party)} + std::string{credit::words_for(duty_in(chain, party))} +
              citation(credit::review_article(party));
    }
    text += "\n";
  }
}

}  // namespace

std::string roles_text(credit::RulePack const& pack) {
  std::string text = "规则 " + pack.id + "，" + years(pack) + " 年度\n";
  add_registering(pack.duties, text);
  text += "审核（第十三条）\n";
  add_basis(pack.duties.review_basis, text);
  add_chains(pack, Route::employed, "市、县（区）用人单位的人员", text);
  add_chains(pack, Route::hosted, "人事档案由人才服务机构托管的人员", text);
  add_chains(pack, Route::provincial_unit, "省直属单位的人员", text);
  text += "发放（第十四条）\n";
  text += "　市、县（区）用人单位的人员：所在市、县（区）人力资源社会保障部门\n";
  text += "　人事档案由人才服务机构托管的人员：与托管机构同级的人力资源社会保障部门\n";
  text += "　省直属单位的人员：省人力资源和社会保障厅\n";
  return text;
}

}  // namespace ce::casebook

#include "central/console/held_view.h"

#include "central/accounts/account.h"
#include "central/holdings/holdings.h"

namespace ce::console {
namespace {

constexpr std::int64_t kilobyte = 1024;

std::string amount_of(holdings::Holding const& held) {
  auto words = std::to_string(held.count);
  if (held.bytes) words += "（" + std::to_string((*held.bytes + kilobyte - 1) / kilobyte) + " KB）";
  return words;
}

web::Badge keeping_of(holdings::Holding const& held) {
  if (held.past == 0) return {web::Tone::none, std::string{held.until.chinese}};
  return {web::Tone::bad, std::to_string(held.past) + " 条过期未清"};
}

}  // namespace

Result<web::DetailView> held_shown(Visitor const& visitor) {
  if (visitor.who.role != accounts::Role::system_operator) {
    return Failure{FailureCode::role_refused, "counts of the whole province are the operators'"};
  }
  CE_TRY(auto const all, holdings::held(visitor.store, {}, {}, visitor.now));
  web::DetailView view;
  view.heading = "个人信息存量";
  view.facts = {{"统计时间", china_minute_text(visitor.now)},
                {"说明", "只有数量，没有任何人的资料；保存在哪里、为什么保存，见安装包内的 privacy 说明"}};
  web::LinesTable table{"按种类", "全省", {"种类", "数量", "保存多久", "最早的一条"}, {}};
  for (auto const& one : all) {
    table.lines.push_back({.href = {},
                           .name = std::string{one.what.chinese},
                           .value = amount_of(one),
                           .state = keeping_of(one),
                           .note = one.oldest ? china_date(*one.oldest).iso() : std::string{}});
  }
  view.tables.push_back(std::move(table));
  return view;
}

}  // namespace ce::console

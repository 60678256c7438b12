// The ledger as such: how it stands, what central did not take, going on with one that is new or was old.
#include <ostream>

#include "kiosk/staff/staff.h"

namespace ce::staff {
namespace {

char const* words_of(journal::Standing standing) {
  switch (standing) {
    case journal::Standing::sound:
      return "正常";
    case journal::Standing::begun_anew:
      return "原台账损坏已另存，新台账等待核对，暂停打印";
    case journal::Standing::outdated:
      return "是旧的副本，等待核对，暂停打印";
  }
  return "";
}

}  // namespace

Result<void> tell_ledger(Desk const& desk) {
  CE_TRY(auto const standing, desk.journal->standing());
  CE_TRY(auto const newest, desk.journal->newest_place());
  CE_TRY(auto const waiting, desk.journal->pending_count());
  CE_TRY(auto const refused, desk.journal->refused());
  auto& out = *desk.out;
  out << "打印台账 " << newest.ledger.text() << "：" << words_of(standing) << "\n记录 " << newest.number
      << " 条，待送出 " << waiting << " 条，管理系统不接受 " << refused.size() << " 条\n";
  for (auto const& event : refused) {
    out << "  第 " << event.number << " 条 " << event.id.text() << "  " << china_minute_text(event.at) << "  "
        << event.problem << '\n';
  }
  if (!refused.empty()) out << "请把以上编号交管理员，在管理系统查明；它们不影响其他记录的送出。\n";
  auto const ready = desk.journal->ready();
  if (!ready) out << desk.words->of(ready.failure().code).staff << '\n';
  return {};
}

Result<void> accept_ledger(Order const& order, Desk const& desk) {
  CE_CHECK(desk.journal->take_over(order.serial));
  CE_TRY(auto const next, desk.journal->next_blank());
  *desk.out << "台账已核对，可以继续打印。" << (next ? "下一张 " + *next : std::string{"请登记装入的号段"})
            << "\n";
  return {};
}

}  // namespace ce::staff

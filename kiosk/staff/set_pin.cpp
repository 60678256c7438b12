// The staff's PIN, set at the command line: asked twice without showing it, or read from standard input.
#include <ostream>

#include "kiosk/staff/pin.h"
#include "kiosk/staff/staff.h"
#include "shared/password/typed.h"

namespace ce::staff {
namespace {

Result<SecretText> ask(std::ostream& out) {
  auto first = password::read_unseen(out, "新的工作人员密码（6 至 12 位数字，不显示）：");
  if (!first) return Failure{FailureCode::input_invalid, "没有读到密码"};
  if (!password::is_typed()) return first;
  CE_TRY(auto const second, password::read_unseen(out, "再输入一遍："));
  if (!(*first == second)) return Failure{FailureCode::input_invalid, "两遍不一样，没有更改"};
  return first;
}

}  // namespace

Result<void> set_pin(Order const& order, Desk const& desk) {
  SecretText pin = order.pin;
  if (pin.reveal().empty()) {
    CE_TRY(auto asked, ask(*desk.out));
    pin = std::move(asked);
  }
  PinFile file{desk.storage};
  CE_CHECK(file.set(pin));
  CE_CHECK(desk.journal->note(protocol::NoteKind::staff_pin_set, ""));
  *desk.out << "已设置。在首页按住左上角 3 秒，再点右上角，输入密码进入\n";
  return {};
}

}  // namespace ce::staff

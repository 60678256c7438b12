// The staff's PIN, set at the command line: asked twice without showing it, or read from standard input.
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <ostream>

#include "kiosk/staff/pin.h"
#include "kiosk/staff/staff.h"

namespace ce::staff {
namespace {

/// Keeps the terminal from showing what is typed.
class Unseen {
 public:
  Unseen() : changed_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!changed_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  Unseen(Unseen const&) = delete;
  Unseen& operator=(Unseen const&) = delete;
  ~Unseen() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

 private:
  termios before_{};
  bool changed_;
};

Result<SecretText> read_line() {
  SecretText line;
  if (!std::getline(std::cin, line.reveal())) {
    return Failure{FailureCode::input_invalid, "没有读到密码"};
  }
  if (!line.reveal().empty() && line.reveal().back() == '\r') line.reveal().pop_back();
  return line;
}

Result<SecretText> ask(std::ostream& out) {
  if (::isatty(STDIN_FILENO) == 0) return read_line();
  Unseen const unseen;
  out << "新的工作人员密码（6 至 12 位数字，不显示）：" << std::flush;
  CE_TRY(auto first, read_line());
  out << "\n再输入一遍：" << std::flush;
  CE_TRY(auto const second, read_line());
  out << '\n';
  if (!(first == second)) return Failure{FailureCode::input_invalid, "两遍不一样，没有更改"};
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

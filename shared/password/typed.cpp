#include "shared/password/typed.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace ce::password {
namespace {

/// The terminal shows nothing of what is typed while this lives.
class Unseen {
 public:
  Unseen() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
  }
  Unseen(Unseen const&) = delete;
  Unseen& operator=(Unseen const&) = delete;
  ~Unseen() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

 private:
  termios before_{};
  bool changed_ = false;
};

Result<SecretText> next_line() {
  SecretText line;
  if (!std::getline(std::cin, line.reveal()))
    return Failure{FailureCode::input_invalid, "standard input: no password there"};
  if (line.reveal().ends_with('\r')) line.reveal().pop_back();
  return line;
}

}  // namespace

bool is_typed() {
  return ::isatty(STDIN_FILENO) == 1;
}

Result<SecretText> read_unseen(std::ostream& out, std::string_view prompt) {
  if (!is_typed()) return next_line();
  out << prompt << std::flush;
  Unseen const unseen;
  auto line = next_line();
  out << '\n';
  return line;
}

}  // namespace ce::password

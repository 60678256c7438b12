#include "central/admin/password_input.h"

#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

namespace ce::admin {
namespace {

/// The terminal shows nothing of what is typed while this lives.
class NoEcho {
 public:
  NoEcho() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
  }
  NoEcho(NoEcho const&) = delete;
  NoEcho& operator=(NoEcho const&) = delete;
  ~NoEcho() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

 private:
  termios before_{};
  bool changed_ = false;
};

Result<SecretText> first_line(std::istream& in, std::string const& where) {
  SecretText line;
  if (!std::getline(in, line.reveal())) {
    return Failure{FailureCode::input_invalid, where + ": no password there"};
  }
  if (line.reveal().ends_with('\r')) line.reveal().pop_back();
  return line;
}

Result<SecretText> typed(std::ostream& err, char const* prompt) {
  err << prompt << std::flush;
  NoEcho const quiet;
  auto line = first_line(std::cin, "terminal");
  err << '\n';
  return line;
}

}  // namespace

Result<SecretText> read_password(std::filesystem::path const& file, std::ostream& err) {
  if (!file.empty()) {
    std::ifstream in{file};
    return first_line(in, file.string());
  }
  if (::isatty(STDIN_FILENO) != 1) return first_line(std::cin, "standard input");
  CE_TRY(auto password, typed(err, "Password: "));
  CE_TRY(auto const again, typed(err, "Once more: "));
  if (!same_secret(password.reveal(), again.reveal())) {
    return Failure{FailureCode::input_invalid, "the two passwords differ"};
  }
  return password;
}

}  // namespace ce::admin

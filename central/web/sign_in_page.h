#pragma once

#include <string>
#include <string_view>

/// The pages before the console: signing in, changing the password, and what could not be done.
namespace ce::web {

struct SignInView {
  std::string login = {};    // as typed; never an identity number
  std::string next = {};     // where it leads to
  std::string trouble = {};  // why the last try did not succeed
  bool signed_out = false;
};
[[nodiscard]] std::string sign_in_page(SignInView const& view);

struct PasswordView {
  std::string csrf;
  std::string login;  // for the browser's own keeper of passwords
  std::string shown_name;
  std::string trouble = {};
  std::string old_wrong = {};  // at its field, as the two that follow
  std::string new_wrong = {};
  std::string again_wrong = {};
  bool must_change = false;  // the first password is to be changed before anything else
  bool changed = false;
  bool digits = false;  // a professional's, typed on the kiosk's keys too
};
[[nodiscard]] std::string password_page(PasswordView const& view);

struct NoticeView {
  std::string headline;
  std::string advice;
};
[[nodiscard]] std::string notice_page(NoticeView const& view);

}  // namespace ce::web

#include "central/web/sign_in_page.h"

#include "central/web/assets.h"
#include "central/web/message_page.h"

namespace ce::web {
namespace {

void put_trouble(Shell& shell, std::string const& trouble) {
  if (!trouble.empty()) shell.notices.push_back({Tone::bad, trouble});
}

Field password_field(std::string id, std::string label, std::string fill, std::string hint = {},
                     std::string wrong = {}) {
  return {.id = std::move(id),
          .label = std::move(label),
          .kind = FieldKind::password,
          .required = true,
          .hint = std::move(hint),
          .error = std::move(wrong),
          .fill = std::move(fill),
          .most = 64,
          .wide = true};
}

}  // namespace

std::string sign_in_page(SignInView const& view) {
  Shell shell{.title = "登录"};
  if (view.signed_out) shell.notices.push_back({Tone::good, "您已退出登录。"});
  put_trouble(shell, view.trouble);
  Fields body;
  body.text("next", view.next).text("emblem", asset_address("emblem.svg"));
  put_form(body, {{.id = "login",
                   .label = "登录名或证件号码",
                   .value = view.login,
                   .required = true,
                   .fill = "username",
                   .most = 64,
                   .wide = true,
                   .focus = view.login.empty()},
                  password_field("password", "密码", "current-password")});
  return page(shell, "pages/sign_in", std::move(body));
}

std::string password_page(PasswordView const& view) {
  Shell shell{.title = "修改密码"};
  if (view.changed) {
    return message_page(shell,
                        {"check", "密码已修改", "其他地方的登录已全部退出。", {"/console", "进入系统"}});
  }
  if (view.must_change) {
    shell.notices.push_back({Tone::info, "这是首次登录或密码刚被重设，请先改成只有您自己知道的密码。"});
  }
  put_trouble(shell, view.trouble);
  shell.csrf = view.csrf;
  Fields body;
  body.flag("may_leave", !view.must_change).text("login", view.login);
  put_form(body, {password_field("old", "原密码", "current-password", {}, view.old_wrong),
                  password_field("new", "新密码", "new-password",
                                 view.digits ? "8 到 20 位数字，自助机上也用它；不要用出生日期"
                                             : "10 到 64 个字符；用几个不相干的词连起来，好记又安全",
                                 view.new_wrong),
                  password_field("again", "再输入一次新密码", "new-password", {}, view.again_wrong)});
  return page(shell, "pages/password", std::move(body));
}

std::string notice_page(NoticeView const& view) {
  return message_page({.title = view.headline}, {"warning", view.advice, {}, {"/console", "回到首页"}});
}

}  // namespace ce::web

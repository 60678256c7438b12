#include "central/web/sign_in_page.h"

#include "central/web/html.h"

namespace ce::web {
namespace {

std::string framed(std::string_view title, std::string const& body) {
  std::string html =
      "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>";
  html.append(title).append(
      " · "
      "广东省专业技术人员继续教育</title></head><body><header><p>广东省专业技术人员继续教育管理系统</p></"
      "header>"
      "<main><h1>");
  return html.append(title).append("</h1>").append(body).append("</main></body></html>");
}

std::string said(std::string_view role, std::string_view words) {
  if (words.empty()) return {};
  return "<p role=\"" + std::string{role} + "\">" + escape(words) + "</p>";
}

std::string hidden(std::string_view name, std::string_view value) {
  return "<input type=\"hidden\" name=\"" + std::string{name} + "\" value=\"" + escape(value) + "\">";
}

std::string password_field(std::string_view name, std::string_view label, std::string_view fill) {
  std::string html = "<p><label for=\"";
  html.append(name).append("\">").append(label).append("</label><br><input type=\"password\" id=\"");
  html.append(name).append("\" name=\"").append(name).append("\" required maxlength=\"64\" autocomplete=\"");
  return html.append(fill).append("\"></p>");
}

}  // namespace

std::string sign_in_page(SignInView const& view) {
  auto const note = view.signed_out ? said("status", "您已退出登录。") : std::string{};
  return framed(
      "登录",
      note + said("alert", view.trouble) + "<form method=\"post\" action=\"/console/sign-in\">" +
          hidden("next", view.next) +
          "<p><label for=\"login\">登录名或证件号码</label><br><input id=\"login\" name=\"login\" required "
          "maxlength=\"64\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" value=\"" +
          escape(view.login) + "\"></p>" + password_field("password", "密码", "current-password") +
          "<p><button>登录</button></p></form><p>专业技术人员用证件号码和查询密码登录；单位用户用开户时告知的"
          "登录名和密码登录。忘记密码请联系开户的人力资源社会保障部门。</p>");
}

std::string password_page(PasswordView const& view) {
  if (view.changed) {
    return framed("修改密码", said("status", "密码已修改，其他地方的登录已全部退出。") +
                                  "<p><a href=\"/console\">进入系统</a></p>");
  }
  auto const first = view.must_change
                         ? said("status", "这是首次登录或密码刚被重设，请先改成只有您自己知道的密码。")
                         : std::string{};
  return framed("修改密码",
                first + said("alert", view.trouble) + "<form method=\"post\" action=\"/console/password\">" +
                    hidden("csrf", view.csrf) + password_field("old", "原密码", "current-password") +
                    password_field("new", "新密码（10 到 64 个字符）", "new-password") +
                    password_field("again", "再输入一次新密码", "new-password") +
                    "<p><button>修改密码</button></p></form>");
}

std::string notice_page(NoticeView const& view) {
  return framed(escape(view.headline),
                said("alert", view.advice) + "<p><a href=\"/console\">回到首页</a></p>");
}

}  // namespace ce::web

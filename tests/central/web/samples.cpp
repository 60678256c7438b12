#include "samples.h"

#include "central/web/message_page.h"
#include "central/web/sign_in_page.h"
#include "central/web/visit_code_page.h"

namespace ce::web::samples {

std::string said(std::string const& hostile, std::string text) {
  return hostile.empty() ? std::move(text) : hostile;
}

Shell shell(std::string title, std::string const& hostile) {
  return {
      .title = said(hostile, std::move(title)),
      .lead = said(hostile, "共 3 步，当前为第 1 步。"),
      .crumbs = {{"/console", "首页"}, {"", said(hostile, "当前页面")}},
      .nav = {{"/console", "home", "首页", true, {}},
              {"/console/review", "review", "审核", false, "1,284"},
              {"/console/register", "register", "登记学习", false, {}},
              {"/console/imports", "upload", "批量登记", false, {}},
              {"/console/issuing", "stamp", "发证", false, "96"},
              {"/console/certificates", "certificate", "证书", false, {}},
              {"/console/registers", "book", "发放名册", false, {}},
              {"/console/accounts", "people", "账号", false, {}},
              {"/console/audit", "shield", "操作记录", false, {}}},
      .actions = {{"#", "download", "下载模板", true, true}},
      .notices = {},
      .who = Who{"人社部门", said(hostile, "欧阳慧敏"), said(hostile, "广州市天河区人力资源和社会保障局")},
      .csrf = "token",
      .refresh = {}};
}

std::vector<Sample> gallery(std::string const& hostile) {
  std::vector<Sample> all;
  add_overview(all, hostile);
  add_registration(all, hostile);
  add_review(all, hostile);
  add_keeping(all, hostile);
  all.push_back({"message", message_page(shell("没有这一页", hostile),
                                         {"search",
                                          said(hostile, "没有找到这一页"),
                                          said(hostile, "地址可能已经变更，或者记录不在您可以查看的范围内。"),
                                          {"/console", "回到首页"}})});
  all.push_back(
      {"sign_in", sign_in_page({.login = said(hostile, "tianhe-hospital"),
                                .next = said(hostile, "/console"),
                                .trouble = said(hostile, "登录名或密码不正确，请核对后重新输入。")})});
  all.push_back({"password", password_page({.csrf = "token",
                                            .login = "tianhe-hospital",
                                            .shown_name = said(hostile, "欧阳慧敏"),
                                            .trouble = said(hostile, "两次输入的新密码不一致，请重新输入。"),
                                            .must_change = true})});
  auto const at_kiosk = shell("到自助机办理", hostile);
  all.push_back({"visit_code", visit_code_page(at_kiosk, {.text = "CEV1" + std::string(64, 'a'),
                                                          .until = said(hostile, "14:35")})});
  all.push_back({"visit_code_none", visit_code_page(at_kiosk, {})});
  return all;
}

}  // namespace ce::web::samples

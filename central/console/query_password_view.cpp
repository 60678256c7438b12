#include "central/console/query_password_view.h"

#include <algorithm>

#include "central/accounts/query_password.h"

namespace ce::console {
namespace {

web::Field password_field(std::string id, std::string label, std::string hint) {
  return {.id = std::move(id),
          .label = std::move(label),
          .kind = web::FieldKind::password,
          .required = true,
          .hint = std::move(hint),
          .fill = "new-password",
          .most = 64};
}

}  // namespace

web::FormView query_password_form(Typed const& typed, std::string const& error) {
  web::FormView view{"/console/accounts/query-password",
                     {{.id = "id_number",
                       .label = "证件号码",
                       .value = typed_value(typed, "id_number"),
                       .required = true,
                       .hint = "与身份证原件一致",
                       .fill = "off",
                       .most = 20},
                      {.id = "name",
                       .label = "姓名",
                       .value = typed_value(typed, "name"),
                       .required = true,
                       .hint = "与身份证原件一致",
                       .fill = "off",
                       .most = 50},
                      password_field("password", "新密码", "8 到 20 位数字，请本人输入；自助机上也用它"),
                      password_field("again", "再输入一次", {})},
                     "设置查询密码",
                     "/console/accounts"};
  if (error.empty()) return view;
  auto const at = std::find_if(view.fields.begin(), view.fields.end(), [&](web::Field const& field) {
    return error.find(field.label) != std::string::npos;
  });
  (at == view.fields.end() ? view.fields.front() : *at).error = error;
  return view;
}

Result<void> set_query_password(Visitor const& visitor, Typed const& typed) {
  auto const password = typed_value(typed, "password");
  if (password != typed_value(typed, "again")) {
    return Failure{FailureCode::input_invalid, "再输入一次：与新密码不同，请重新输入"};
  }
  return accounts::set_query_password(visitor.store, accounts::keeper_of(visitor.who),
                                      SecretText{typed_value(typed, "id_number")}, typed_value(typed, "name"),
                                      SecretText{password}, visitor.now);
}

}  // namespace ce::console

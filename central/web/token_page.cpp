#include "central/web/token_page.h"

#include "central/web/verify_parts.h"

namespace ce::web {
namespace {

using protocol::TokenVerification;
using verify::badge;
using verify::row;

std::string printed_facts(TokenVerification const& found) {
  std::string html =
      "<dl>" + row("证书编号", verify::grouped(found.number)) + row("姓名", found.name.reveal());
  html += row("学习年度", std::to_string(found.year) + "年") + row("发证单位", found.authority);
  if (found.issue_date) html += row("发证日期", found.issue_date->chinese());
  html += verify::blanks(found.blank_numbers);
  if (found.revocation) html += row("作废日期", found.revocation->date.chinese());
  return html + "</dl>";
}

std::string revoked(TokenVerification const& found) {
  bool const corrected = found.revocation->reason == token::RevocationReason::corrected;
  return badge("bad", verify::cross, "证书已作废",
               corrected ? "该证书的内容已更正，另发新证；这一张不再有效。" : "该证书已被撤销，不再有效。") +
         printed_facts(found);
}

/// What the code proves, where it proves nothing.
std::string no_proof(std::string_view verdict) {
  if (verdict == "signature_wrong" || verdict == "key_retired" || verdict == "not_registered") {
    return badge("bad", verify::cross, "不是真实的证书",
                 "二维码不是发证单位签发的，或者内容被改动过。请向发证单位核实。");
  }
  if (verdict == "lost") {
    return badge(
        "none", verify::question, "登记资料正在核对",
        "二维码是发证单位签发的，登记资料在系统恢复备份时缺失，发证单位正在核对。现在不能证明它有效，"
        "请向发证单位核实。");
  }
  if (verdict == "key_unknown" || verdict == "key_revoked" || verdict == "key_expired") {
    return badge("none", verify::question, "不能凭二维码核验",
                 "签发它的密钥已停用。请在下面输入证书编号查询。");
  }
  return badge("none", verify::question, "不是证书的二维码",
               "请扫描证书左下角的二维码，或在下面输入证书编号查询。");
}

std::string outcome_of(TokenVerification const& found, bool copy_offered) {
  if (found.verdict == "genuine") {
    return badge("good", verify::tick, "证书真实有效", "请核对下列内容与纸面完全一致。") +
           printed_facts(found) + (copy_offered ? verify::holders_copy(found.year) : "");
  }
  return found.verdict == "revoked" ? revoked(found) : no_proof(found.verdict);
}

}  // namespace

std::string token_page(TokenView const& view) {
  std::string content;
  if (view.found)
    content = "<section class=\"card\">" + outcome_of(*view.found, view.copy_offered) + "</section>";
  if (view.failure) content = verify::trouble(*view.failure);
  return verify::page_of(content + verify::number_form({}));
}

}  // namespace ce::web

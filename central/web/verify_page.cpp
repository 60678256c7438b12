#include "central/web/verify_page.h"

#include "central/web/html.h"
#include "central/web/verify_parts.h"

namespace ce::web {
namespace {

using protocol::Verification;
using protocol::VerificationState;
using verify::badge;
using verify::cross;
using verify::grouped;
using verify::question;
using verify::row;
using verify::tick;

std::string facts(Verification const& found) {
  std::string html = "<dl>" + row("证书编号", grouped(found.number)) + row("姓名", found.masked_name);
  html += row("学习年度", std::to_string(found.year) + "年");
  html += row("发证单位", found.authority);
  if (found.issue_date) html += row("发证日期", found.issue_date->chinese());
  return html + "</dl>";
}

std::string name_answer(Verification const& found) {
  if (!found.name_matches) return {};
  return *found.name_matches
             ? badge("good", tick, "姓名一致", "输入的姓名与证书记载相符。")
             : badge("bad", cross, "姓名不一致", "输入的姓名与证书记载不符，请核对证书原件。");
}

std::string successor_answer(Verification const& found) {
  if (found.successor.empty()) return {};
  return badge("good", tick, "已更正", "请以新编号 " + escape(grouped(found.successor)) + " 的证书为准。");
}

std::string name_form(Verification const& found) {
  return "<form method=\"post\" action=\"/verify\" class=\"name\"><input type=\"hidden\" name=\"number\" "
         "value=\"" +
         escape(found.number) +
         "\"><label for=\"name\">核对持证人姓名</label><div class=\"line\"><input id=\"name\" name=\"name\" "
         "required maxlength=\"60\" autocomplete=\"off\" placeholder=\"证书上的完整姓名\">"
         "<button>核对</button></div></form>";
}

std::string result(Verification const& found, bool copy_offered) {
  switch (found.state) {
    case VerificationState::valid:
      return "<section class=\"card\">" + badge("good", tick, "证书有效", "本系统登记在册。") + facts(found) +
             name_answer(found) + name_form(found) + (copy_offered ? verify::holders_copy(found.year) : "") +
             "</section>";
    case VerificationState::revoked:
      return "<section class=\"card\">" + badge("bad", cross, "证书已撤销", "该证书已被撤销，不再有效。") +
             facts(found) + name_answer(found) + successor_answer(found) + name_form(found) + "</section>";
    case VerificationState::unknown:
      break;
  }
  return "<section class=\"card\">" +
         badge("none", question, "查无此证书", "系统中没有这个编号的证书，请核对编号是否输入正确。") +
         "</section>";
}

}  // namespace

std::string verify_page(VerifyView const& view) {
  std::string content;
  if (view.found) content += result(*view.found, view.copy_offered);
  if (view.failure) content += verify::trouble(*view.failure);
  return verify::page_of(content + verify::number_form(view.number));
}

}  // namespace ce::web

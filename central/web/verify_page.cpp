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
  return html + verify::blanks(found.blank_numbers) + "</dl>";
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

/// What is true of a number that was given out, or may have been, after the backup that the register came
/// back from.
std::string lost_in_restore(protocol::LostNumber const& lost) {
  if (lost.state == protocol::LostState::replaced) {
    return badge("none", question, "已另发新证",
                 "这个编号的登记资料在系统恢复备份时缺失。发证单位核对后已向持证人另发新证，请以新证为准。");
  }
  if (lost.printed_on) {
    return badge("none", question, "登记资料正在核对",
                 "终端于" + lost.printed_on->chinese() +
                     "打印过这个编号的证书，登记资料在系统恢复备份时缺失，发证单位正在核对。"
                     "现在既不能证明它有效，也不能说明它是假的，请向发证单位核实。");
  }
  return badge("none", question, "登记资料正在核对",
               "系统恢复备份时，这个编号可能已经发出，因此留置，不再发给他人。系统中没有它的登记资料，"
               "请向发证单位核实。");
}

std::string result(VerifyView const& view) {
  auto const& found = *view.found;
  bool const copy_offered = view.copy_offered;
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
  if (found.lost) return "<section class=\"card\">" + lost_in_restore(*found.lost) + "</section>";
  return "<section class=\"card\">" +
         badge("none", question, "查无此证书", "系统中没有这个编号的证书，请核对编号是否输入正确。") +
         "</section>";
}

}  // namespace

std::string verify_page(VerifyView const& view) {
  std::string content;
  if (view.found) content += result(view);
  if (view.failure) content += verify::trouble(*view.failure);
  return verify::page_of(content + verify::number_form(view.number));
}

}  // namespace ce::web

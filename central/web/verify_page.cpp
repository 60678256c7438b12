#include "central/web/verify_page.h"

#include "central/web/html.h"
#include "central/web/verify_style.h"

namespace ce::web {
namespace {

using protocol::Verification;
using protocol::VerificationState;

// The drawing inside the round badge of a result.
constexpr std::string_view tick = R"(<path d="M7 17.5l6.5 6.5L26 10"/>)";
constexpr std::string_view cross = R"(<path d="M9 9l14 14M23 9L9 23"/>)";
constexpr std::string_view question = R"(<path d="M11 12a5 5 0 1 1 7 4.6c-1.4.7-2 1.6-2 3.4M16 25v.1"/>)";

std::string badge(std::string_view kind, std::string_view drawing, std::string_view headline,
                  std::string_view below) {
  std::string html = "<div class=\"badge ";
  html.append(kind)
      .append("\" role=\"status\"><svg viewBox=\"0 0 32 32\" aria-hidden=\"true\">")
      .append(drawing);
  html.append("</svg><div><strong>").append(headline).append("</strong><p>").append(below);
  return html.append("</p></div></div>");
}

std::string row(std::string_view label, std::string_view value) {
  std::string html = "<dt>";
  return html.append(label).append("</dt><dd>").append(escape(value)).append("</dd>");
}

// 44 01 06 24 000001, as the parts of article 15.
std::string grouped(std::string const& number) {
  if (number.size() != 14) return number;
  return number.substr(0, 6) + " " + number.substr(6, 2) + " " + number.substr(8);
}

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

std::string result(Verification const& found) {
  switch (found.state) {
    case VerificationState::valid:
      return "<section class=\"card\">" + badge("good", tick, "证书有效", "本系统登记在册。") + facts(found) +
             name_answer(found) + name_form(found) + "</section>";
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

std::string trouble(FailureCode code) {
  std::string_view words = "系统繁忙，请稍后再试。";
  if (code == FailureCode::certificate_number_invalid)
    words = "证书编号为14位数字，以44开头，请核对后重新输入。";
  if (code == FailureCode::too_many_requests) words = "查询过于频繁，请一分钟后再试。";
  return "<section class=\"card\">" + badge("none", question, "无法查询", words) + "</section>";
}

std::string number_form(std::string const& typed) {
  return "<form method=\"get\" action=\"/verify\" class=\"card\"><label for=\"number\">证书编号</label>"
         "<div class=\"line\"><input id=\"number\" name=\"number\" inputmode=\"numeric\" maxlength=\"24\" "
         "required "
         "autocomplete=\"off\" placeholder=\"14位数字\" value=\"" +
         escape(typed) + "\"><button>查询</button></div></form>";
}

}  // namespace

std::string verify_page(VerifyView const& view) {
  std::string html =
      "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width,initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\"><meta "
      "name=\"robots\" content=\"noindex\"><title>证书查验 · 广东省专业技术人员继续教育</title><style>";
  html.append(verify_style);
  html +=
      "</style></head><body><header><h1>继续教育证书查验</h1><p>广东省专业技术人员继续教育管理系统</p></"
      "header>"
      "<main>";
  if (view.found) html += result(*view.found);
  if (view.failure) html += trouble(*view.failure);
  html += number_form(view.number);
  html +=
      "</main><footer>查验结果以本系统登记为准。伪造、变造、租借证书的，依规处理。咨询电话 "
      "<a href=\"tel:12333\">12333</a></footer></body></html>";
  return html;
}

}  // namespace ce::web
